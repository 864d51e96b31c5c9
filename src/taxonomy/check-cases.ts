import { CasectlError } from '../lib/errors.js'
import { fill, type Message } from '../lib/message.js'
import { termsOfCase } from '../library/facets.js'
import type { Case, CaseFile, RepoPath } from '../model/case.js'
import { pathOf, type Taxonomy } from '../model/taxonomy.js'
import type { Renaming } from './case-terms.js'

/** The cases of a library before and after a change, each with the taxonomy of its time. */
export interface Change {
  readonly before: readonly CaseFile[]
  /** Only the files that changed. */
  readonly after: ReadonlyMap<RepoPath, CaseFile>
  readonly old: Taxonomy
  readonly next: Taxonomy
  readonly renaming: Renaming
}

/** Cases named in a refusal; the rest is counted. */
const MOST_NAMED = 20

/**
 * Makes sure that no case loses by a change: each names the terms that it named, a module stays
 * below its product, and nothing is refused that was valid.
 * @throws CasectlError `refused-value`, `lost-term` or `apart`, with the cases
 */
export function checkCases(change: Change): void {
  const lost: RepoPath[] = []
  const apart: RepoPath[] = []
  for (const file of change.before) {
    if (file.case === undefined) continue
    const now = change.after.get(file.path) ?? file
    if (now.problems.length > file.problems.length) throw refusedValue(file, now, change.renaming)
    if (now.case === undefined || !keepsTerms(file.case, now.case, change)) lost.push(file.path)
    else if (isApart(now.case, change.next) && !isApart(file.case, change.old)) apart.push(file.path)
  }
  if (lost.length > 0) throw new CasectlError('lost-term', LOST, LOST_HINT, listed(lost))
  if (apart.length > 0) throw new CasectlError('apart', APART, APART_HINT, listed(apart))
}

function keepsTerms(before: Case, after: Case, { old, next, renaming }: Change): boolean {
  const { facet, from, to } = renaming
  const now = new Set(termsOfCase(after, next).map(term => `${term.facet}/${term.id}`))
  return termsOfCase(before, old).every(term => {
    const id = term.facet === facet.id && term.id === from.id ? to : term.id
    return now.has(`${term.facet}/${id}`)
  })
}

/** True when a case names a term of one level and, beside it, one of a lower level that is not below. */
function isApart(found: Case, taxonomy: Taxonomy): boolean {
  const placed = found.terms.flatMap(({ facet, value, level }) => {
    const resolved = level === undefined ? undefined : taxonomy.resolve(facet, value, level)
    return resolved === undefined || resolved.kind === 'unknown' ? [] : [resolved.term]
  })
  return placed.some(lower =>
    placed.some(
      upper => upper.facet === lower.facet && upper.level < lower.level && !pathOf(lower).includes(upper),
    ),
  )
}

const LOST: Message = {
  en: 'These cases name terms that they could not name any more afterwards:',
  zh: '以下案例所用的术语在改动后将不再有效：',
}
const LOST_HINT: Message = {
  en: 'A field of theirs names terms of one level only, or a name would mean another term. Change these cases first.',
  zh: '这些案例的字段只接受某一层级的术语，或者某个名称会指向别的术语。请先修改这些案例。',
}
const APART: Message = {
  en: 'These cases name both the term and the one that it would no longer stand below:',
  zh: '以下案例同时用到了该术语和它原来的上级术语，改动后两者不再是上下级：',
}
const APART_HINT: Message = {
  en: 'Change the upper term of these cases first, or take it out.',
  zh: '请先修改或删除这些案例中的上级术语。',
}

function refusedValue(before: CaseFile, { path, problems }: CaseFile, { to }: Renaming): CasectlError {
  const fresh = problems.find(
    ({ code, pointer }) => !before.problems.some(old => old.code === code && old.pointer === pointer),
  )
  return new CasectlError(
    'refused-value',
    { en: `${path} cannot hold \`${to}\`:`, zh: `${path} 不能使用 \`${to}\`：` },
    undefined,
    fresh === undefined ? [] : [fill(fresh.message, fresh.args)],
  )
}

function listed(paths: readonly RepoPath[]): Message[] {
  const shown = paths.slice(0, MOST_NAMED).map(path => ({ en: path, zh: path }))
  const rest = paths.length - shown.length
  return rest === 0 ? shown : [...shown, { en: `… and ${rest} more`, zh: `……另有 ${rest} 个` }]
}
