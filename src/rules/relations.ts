import { didYouMean } from '../lib/did-you-mean.js'
import { ofLatest } from '../lib/latest.js'
import { NearNames } from '../lib/near-names.js'
import { findCase, type Library } from '../library/library.js'
import type { Case, CaseFile } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { Range } from '../model/range.js'
import { exampleCase } from './example.js'
import { appendIds } from './list-edit.js'
import { type Mention, placeOf, type RelationFinding } from './mention.js'
import { acceptedItems, isRefused } from './refused.js'
import { RELATION_MESSAGES } from './relation-messages.js'
import { defineRule, NO_OPTIONS, type Rule } from './rule.js'
import { checkPredecessor, checkStatus, checkSuccessor } from './superseding.js'
import { supersedingLoops } from './superseding-loops.js'

export const relations: Rule = defineRule({
  id: 'relations',
  scope: 'library',
  ofCases: true,
  severity: 'error',
  summary: {
    en: 'Cases that name each other exist and agree; what is superseded leads to its successor.',
    zh: '相互引用的案例存在且彼此一致；被取代的案例指向取代它的案例。',
  },
  why: {
    en: 'Readers of an outdated case must reach the one in force, from either side. `casectl lint --fix` completes `related`; which of two cases supersedes the other is for its authors to say.',
    zh: '读到过期案例的人必须能找到现行的案例，从哪一边都一样。`casectl lint --fix` 会补全 `related`；两个案例谁取代谁，由作者决定。',
  },
  messages: RELATION_MESSAGES,
  options: NO_OPTIONS,
  examples: {
    good: {
      'cases/a.md': exampleCase({ id: 'CASE-7F3KQ', supersedes: '[CASE-9B2XM]' }),
      'cases/b.md': exampleCase({ id: 'CASE-9B2XM', status: 'superseded', superseded_by: 'CASE-7F3KQ' }),
    },
    bad: {
      'cases/a.md': exampleCase({ id: 'CASE-7F3KQ', supersedes: '[CASE-9B2XM]', related: '[CASE-00000]' }),
      'cases/b.md': exampleCase({ id: 'CASE-9B2XM', status: 'superseded' }),
    },
  },
  *check({ library }) {
    const lacking = new Map<CaseFile, CaseId[]>()
    const loops = supersedingLoops(library)
    const unread = library.files.filter(file => file.case === undefined).map(file => file.path)
    for (const file of library.files) {
      const found = file.case
      if (found === undefined) continue
      yield* checkStatus(found, file)
      for (const mention of mentionsOf(found, file)) {
        const other = findCase(library, mention.id)
        if (mention.id === found.id) yield selfMention(mention, found)
        else if (other === undefined) {
          // The case of a file that cannot be read is not gone; that file has a finding of its own.
          if (!unread.some(path => path.includes(mention.id))) yield unknownId(mention, found, library)
        } else if (found.id !== '') {
          yield* checkMention(mention, found, other, library, loops)
          const otherFile = library.fileAt.get(other.path)
          if (otherFile === undefined || !isOneSided(mention, found, other, otherFile)) continue
          lacking.set(otherFile, [...(lacking.get(otherFile) ?? []), found.id])
        }
      }
    }
    for (const [file, ids] of lacking) yield* oneSided(file, ids)
  },
})

function* mentionsOf(found: Case, file: CaseFile): Iterable<Mention> {
  for (const field of ['related', 'supersedes'] as const) {
    for (const [i, id] of found[field].entries()) {
      const place = (): Range | undefined => {
        return placeOf(found, acceptedItems(found, file, `/${field}`)[i] ?? `/${field}`)
      }
      yield { field, id, place }
    }
  }
  const successor = found.supersededBy
  if (successor !== undefined) {
    yield { field: 'superseded_by', id: successor, place: () => placeOf(found, '/superseded_by') }
  }
}

function selfMention({ field, id, place }: Mention, { path }: Case): RelationFinding {
  return { code: 'self', args: { field, id }, path, at: place() }
}

const idsIn = ofLatest((byId: Library['byId']) => new NearNames(byId.keys()))

function unknownId({ field, id, place }: Mention, { path }: Case, { byId }: Library): RelationFinding {
  return { code: 'unknown', args: { field, id, ...didYouMean(idsIn(byId).nearest(id)) }, path, at: place() }
}

function checkMention(
  mention: Mention,
  found: Case,
  other: Case,
  library: Library,
  loops: ReadonlyMap<Case, readonly CaseId[]>,
): Iterable<RelationFinding> {
  if (mention.field === 'related') return checkRelated(mention, found)
  if (mention.field === 'supersedes') return checkPredecessor(mention, found, other, loops)
  return checkSuccessor(mention, found, other, library)
}

function* checkRelated(
  { id, place }: Mention,
  { supersedes, supersededBy, path }: Case,
): Iterable<RelationFinding> {
  const field = supersedes.includes(id) ? 'supersedes' : supersededBy === id ? 'superseded_by' : undefined
  if (field !== undefined)
    yield { code: 'twice', args: { id, field }, path, at: place(), severity: 'warning' }
}

/** Nobody has to point at a draft or at a withdrawn case, nor twice at a case that supersedes it. */
function isOneSided({ field }: Mention, found: Case, other: Case, otherFile: CaseFile): boolean {
  if (field !== 'related' || found.status === 'draft' || found.status === 'withdrawn') return false
  if (isRefused(otherFile, '/related') || other.related.includes(found.id)) return false
  return ![found, other].some(({ supersedes, supersededBy, id }) => {
    const partner = id === found.id ? other.id : found.id
    return supersedes.includes(partner) || supersededBy === partner
  })
}

/** Said of the file that lacks the ids, since it is there that they are added. */
function* oneSided(file: CaseFile, ids: readonly CaseId[]): Iterable<RelationFinding> {
  if (file.case === undefined) return
  const fix = appendIds(file.case, file.text, 'related', ids)
  const at = placeOf(file.case, '/related') ?? placeOf(file.case, '/id')
  const finding = { code: 'oneSided', args: { ids: ids.join(', ') }, path: file.path, at } as const
  yield { ...finding, severity: 'warning', ...(fix === undefined ? {} : { fix: [fix] }) }
}
