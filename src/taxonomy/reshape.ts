import { CasectlError } from '../lib/errors.js'
import { fill, type Message } from '../lib/message.js'
import type { Library } from '../library/library.js'
import type { CaseFile, RepoPath } from '../model/case.js'
import type { FileChange } from '../model/change.js'
import { Taxonomy, type TaxonomyData } from '../model/taxonomy.js'
import { readConfig } from '../parse/read-config.js'
import { readTaxonomy } from '../parse/read-taxonomy.js'
import { type ParseCase, type Renaming, renameInCase } from './case-terms.js'
import { CHARTER_FACET, renameInCharter } from './charter.js'
import { checkCases } from './check-cases.js'
import { byHand, orByHand, type SourceText } from './page.js'
import { sameData } from './term-data.js'

/** The library that a change of its taxonomy is worked out from. */
export interface Sources {
  readonly library: Library
  readonly taxonomy: SourceText
  readonly config: SourceText
  readonly parse: ParseCase
}

/** What `mv` or `merge` do to the taxonomy, and to the cases that name the term. */
export interface Reshaping {
  readonly renaming: Renaming
  /** What the taxonomy is to say. */
  readonly data: TaxonomyData
  /** Makes that of its text; may throw CannotSplice. */
  edit(text: string): string
  /** The same for the user's hands, should the text not be editable. */
  readonly byHand: Message
}

/** A change of the taxonomy with everything that follows from it; nothing is written yet. */
export interface Reshaped {
  readonly changes: readonly FileChange[]
  /** The cases among the changed files. */
  readonly cases: readonly RepoPath[]
  /** Files that could not be read as cases and seem to name the term: left as they are. */
  readonly unread: readonly RepoPath[]
}

/**
 * Works out every change of file, and makes sure of each before anything is written: the new
 * taxonomy says what it should, and no case loses by it.
 * @throws CasectlError `by-hand`, or what `checkCases` refuses
 */
export function reshape(sources: Sources, reshaping: Reshaping): Reshaped {
  const { library, parse } = sources
  const { renaming } = reshaping
  const taxonomy = newTaxonomy(sources.taxonomy, reshaping)
  const config = newConfig(sources, renaming)
  const after = new Map<RepoPath, CaseFile>()
  const cases: FileChange[] = []
  for (const file of library.files) {
    const renamed = orByHand(file.path, replaceBy(renaming), () =>
      renameInCase(file, renaming, library.taxonomy, parse),
    )
    if (renamed.text === file.text) continue
    after.set(file.path, renamed)
    cases.push({ path: file.path, before: file.text, after: renamed.text })
  }
  checkCases({ before: library.files, after, old: library.taxonomy, next: taxonomy.next, renaming })
  const changes = [taxonomy.change, ...config, ...cases]
  return { changes, cases: [...after.keys()], unread: unreadable(library, renaming) }
}

function newTaxonomy(
  { path, text }: SourceText,
  reshaping: Reshaping,
): { next: Taxonomy; change: FileChange } {
  const after = orByHand(path, reshaping.byHand, () => reshaping.edit(text))
  const read = readTaxonomy(after)
  if (read.value === undefined || !sameData(read.value, reshaping.data)) {
    const problems = read.problems.map(({ message, args }) => fill(message, args))
    throw byHand(path, reshaping.byHand, problems)
  }
  const next = new Taxonomy(read.value)
  checkOldName(next, reshaping.renaming)
  return { next, change: { path, before: text, after } }
}

/** Old links and searches still say the old id: it must lead to the term, not to a namesake. */
function checkOldName(next: Taxonomy, { facet, from, to }: Renaming): void {
  const resolved = next.resolve(facet.id, from.id)
  if (resolved.kind === 'unknown' || resolved.term.id === to) return
  const other = resolved.term.id
  throw new CasectlError(
    'name-taken',
    {
      en: `\`${from.id}\` would become an alias, but it is also a name of \`${other}\`.`,
      zh: `\`${from.id}\` 将成为别名，但它也是 \`${other}\` 的名称。`,
    },
    {
      en: `Take it from \`${other}\` in the taxonomy first.`,
      zh: `请先在分类体系中把它从 \`${other}\` 移除。`,
    },
  )
}

/** The configuration, where its charter names the term. */
function newConfig({ library, config }: Sources, renaming: Renaming): FileChange[] {
  const { facet, from, to } = renaming
  const { products } = library.config.charter
  if (facet.id !== CHARTER_FACET || from.id === to || !products.includes(from.id)) return []
  const { path, text } = config
  const after = orByHand(path, replaceBy(renaming), () => renameInCharter(path, text, from.id, to))
  const expected = products.includes(to)
    ? products.filter(product => product !== from.id)
    : products.map(product => (product === from.id ? to : product))
  const [was, is] = [readConfig(text).value, readConfig(after).value]
  if (is === undefined || !sameData(is, { ...was, charter: { ...was?.charter, products: expected } })) {
    throw byHand(path, replaceBy(renaming))
  }
  return [{ path, before: text, after }]
}

function replaceBy({ from, to }: Renaming): Message {
  return { en: `replace \`${from.id}\` by \`${to}\``, zh: `把 \`${from.id}\` 改为 \`${to}\`` }
}

function unreadable({ files }: Library, { from, to }: Renaming): RepoPath[] {
  if (from.id === to) return []
  const broken = files.filter(file => file.case === undefined)
  return broken.filter(({ text }) => text === '' || text.includes(from.id)).map(({ path }) => path)
}
