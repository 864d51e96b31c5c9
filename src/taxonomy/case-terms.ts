import type { Case, CaseFile, RepoPath, WrittenTerm } from '../model/case.js'
import { applyEdits, type TextEdit } from '../model/change.js'
import type { Facet, Taxonomy, Term } from '../model/taxonomy.js'
import type { YamlSpot } from '../parse/taxonomy-edit.js'
import { CannotSplice, openPage, type Page, pairOf, replaceScalar } from './page.js'
import { removeItem } from './remove-item.js'

/** A term that cases name by another id from now on. */
export interface Renaming {
  readonly facet: Facet
  readonly from: Term
  readonly to: string
  /** Where the new id belongs to a term that is there already. */
  readonly into?: Term
}

/** Reads the text of a case anew. */
export type ParseCase = (path: RepoPath, text: string) => CaseFile

/**
 * A case with the new id in place of the old one, value for value; an entry of a list that would
 * say the same term again goes. The file itself where nothing names the term.
 * @throws CannotSplice
 */
export function renameInCase(
  file: CaseFile,
  renaming: Renaming,
  taxonomy: Taxonomy,
  parse: ParseCase,
): CaseFile {
  if (file.case === undefined || renaming.to === renaming.from.id) return file
  const edits = nextEdits(file, file.case, renaming, taxonomy)
  if (edits.length === 0) return file
  // Every round takes one entry away or replaces all that are left.
  return renameInCase(parse(file.path, applyEdits(file.text, edits)), renaming, taxonomy, parse)
}

function nextEdits(file: CaseFile, found: Case, renaming: Renaming, taxonomy: Taxonomy): TextEdit[] {
  const { facet, from, to } = renaming
  const written = found.terms.filter(term => term.facet === facet.id)
  const named = written.filter(term => nameOf(term, taxonomy) === from && term.value === from.id)
  const twice = repeated(written, named, renaming, taxonomy)
  if (twice === undefined && named.length === 0) return []
  const page = frontMatterPage(file, found)
  if (twice !== undefined) return removeItem(page, page.root, facet.field, indexOf(twice))
  return named.map(term => replaceScalar(page, spotAt(page, term.pointer), to))
}

/** An entry of a list that names the term although another entry names it, or will. */
function repeated(
  written: readonly WrittenTerm[],
  named: readonly WrittenTerm[],
  { from, to, into }: Renaming,
  taxonomy: Taxonomy,
): WrittenTerm | undefined {
  const listed = written.filter(isListed)
  const stays = (term: WrittenTerm): boolean =>
    term.value === to || (into !== undefined && nameOf(term, taxonomy) === into)
  const keeper = listed.find(stays) ?? named.find(isListed)
  if (keeper === undefined) return undefined
  return listed.find(term => term !== keeper && nameOf(term, taxonomy) === from)
}

function nameOf({ facet, value, level }: WrittenTerm, taxonomy: Taxonomy): Term | undefined {
  const resolved = taxonomy.resolve(facet, value, level)
  return resolved.kind === 'unknown' ? undefined : resolved.term
}

function isListed({ pointer }: WrittenTerm): boolean {
  return /^\/[^/]+\/\d+$/.test(pointer)
}

function indexOf({ pointer }: WrittenTerm): number {
  return Number(pointer.slice(pointer.lastIndexOf('/') + 1))
}

/** The YAML between the two `---` lines. */
export function frontMatterPage({ path, text }: CaseFile, { frontMatter }: Case): Page {
  const start = text.indexOf('\n', frontMatter.start) + 1
  // The closing line has three dashes: its line break stands at least four characters before the end.
  const end = text.lastIndexOf('\n---', frontMatter.end - 4) + 1
  return openPage(path, text, start, end)
}

/** Where a field or an item stands. */
export function spotAt(page: Page, pointer: string): YamlSpot {
  let spot: YamlSpot | undefined = page.root
  for (const part of pointer.slice(1).split('/')) {
    if (spot?.kind === 'group') spot = pairOf(spot, part)?.value
    else if (spot?.kind === 'list') spot = spot.items[Number(part)]
  }
  if (spot === undefined) throw new CannotSplice('no such field')
  return spot
}
