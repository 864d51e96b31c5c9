import { foldKey } from '../lib/text.js'
import type { CaseId } from '../model/case-id.js'
import { applyEdits, type FileChange, type TextEdit } from '../model/change.js'
import { readGold } from '../parse/read-gold.js'
import { readSynonyms } from '../parse/read-synonyms.js'
import type { YamlGroup, YamlList } from '../parse/taxonomy-edit.js'
import {
  byHand,
  edit,
  groupOf,
  listOf,
  openPage,
  orByHand,
  type Page,
  replaceScalar,
  type SourceText,
  scalarOf,
} from '../taxonomy/page.js'
import { removeItem } from '../taxonomy/remove-item.js'
import type { LifeSources } from './rewrite.js'

/**
 * The files beside the cases with another case in the place of one: gold queries expect it, synonyms
 * lead to it. A list that names it already loses the old one.
 * @throws CasectlError `by-hand`
 */
export function renamedElsewhere({ gold, synonyms }: LifeSources, from: CaseId, to: CaseId): FileChange[] {
  const inGold = gold === undefined ? [] : renamed(gold, from, to, goldEdits, text => readGold(text).value)
  const inSynonyms =
    synonyms === undefined ? [] : renamed(synonyms, from, to, synonymEdits, text => readSynonyms(text).value)
  return [...inGold, ...inSynonyms]
}

type Work = (page: Page, from: CaseId, to: CaseId) => TextEdit[]

function renamed(
  { path, text }: SourceText,
  from: CaseId,
  to: CaseId,
  work: Work,
  read: (text: string) => unknown,
): FileChange[] {
  // A file that is broken already says nothing that could be kept true.
  if (!text.toUpperCase().includes(from) || read(text) === undefined) return []
  const words = { en: `replace ${from} by ${to}`, zh: `把 ${from} 改为 ${to}` }
  const after = orByHand(path, words, () => applyEdits(text, work(openPage(path, text), from, to)))
  if (after === text) return []
  if (read(after) === undefined) throw byHand(path, words)
  return [{ path, before: text, after }]
}

function goldEdits(page: Page, from: CaseId, to: CaseId): TextEdit[] {
  const queries = listOf(page.root, 'queries')?.items ?? []
  return queries.flatMap(query => (query.kind === 'group' ? inList(page, query, 'expect', from, to) : []))
}

/** Names in lists of equals and of associations, and the names that associations begin with. */
function synonymEdits(page: Page, from: CaseId, to: CaseId): TextEdit[] {
  const equal = listOf(page.root, 'equal')
  const lists = (equal?.items ?? []).flatMap(list =>
    list.kind === 'list' ? replaced(page, list, from, to) : [],
  )
  const associations = groupOf(page.root, 'associations')
  const pairs = associations?.pairs ?? []
  const known = pairs.some(({ key }) => foldKey(key) === foldKey(to))
  const keys = pairs.flatMap(({ key, start, keyEnd }) =>
    foldKey(key) === foldKey(from) && !known ? [edit(page, start, keyEnd, to)] : [],
  )
  const items = pairs.flatMap(({ key }) =>
    associations === undefined ? [] : inList(page, associations, key, from, to),
  )
  return [...lists, ...keys, ...items]
}

function inList(page: Page, owner: YamlGroup, key: string, from: CaseId, to: CaseId): TextEdit[] {
  const list = listOf(owner, key)
  if (list === undefined) return []
  const at = indexOf(list, from)
  if (at !== -1 && indexOf(list, to) !== -1) return removeItem(page, owner, key, at)
  return replaced(page, list, from, to)
}

function replaced(page: Page, list: YamlList, from: CaseId, to: CaseId): TextEdit[] {
  const spot = list.items[indexOf(list, from)]
  return spot === undefined || indexOf(list, to) !== -1 ? [] : [replaceScalar(page, spot, to)]
}

function indexOf({ items }: YamlList, id: CaseId): number {
  return items.findIndex(item => foldKey(scalarOf(item) ?? '') === foldKey(id))
}
