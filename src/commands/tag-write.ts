import { CasectlError } from '../lib/errors.js'
import { foldKey } from '../lib/text.js'
import { findCase } from '../library/library.js'
import type { RepoPath } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { applyEdits, type FileChange } from '../model/change.js'
import type { Taxonomy } from '../model/taxonomy.js'
import { yamlScalar } from '../parse/yaml-scalar.js'
import { appendIds } from '../rules/list-edit.js'
import type { TagSuggestion } from '../search/tag-suggest.js'
import type { Workspace } from '../workspace/workspace.js'

/** True for what stands in a list of its own in the front matter: tags, and facets of many terms. */
export function isWritable(suggestion: TagSuggestion, taxonomy: Taxonomy): boolean {
  return fieldOf(suggestion, taxonomy) !== undefined
}

/**
 * Appends suggestions to the lists of a case's front matter.
 * @returns the file that was written
 * @throws CasectlError `not-written` where the front matter cannot be edited for certain
 */
export async function writeTags(
  workspace: Workspace,
  id: CaseId,
  suggestions: readonly TagSuggestion[],
): Promise<RepoPath> {
  const library = await workspace.library()
  const found = findCase(library, id)
  const file = library.files.find(candidate => candidate.case === found)
  if (found === undefined || file === undefined) throw notWritten(id)
  const fields = new Map<string, string[]>()
  for (const one of suggestions) {
    const field = fieldOf(one, workspace.taxonomy)
    if (field !== undefined) fields.set(field, [...(fields.get(field) ?? []), one.value])
  }
  // One field after the other, each into the text that the last one left.
  let text = file.text
  const parser = await workspace.parser()
  for (const [field, values] of fields) {
    const current = parser.parseText(found.path, text).case
    const edit = current && appendIds(current, text, field, values.map(yamlScalar))
    if (edit === undefined) throw notWritten(found.path)
    text = applyEdits(text, [{ ...edit, path: found.path }])
  }
  const written = parser.parseText(found.path, text).case
  const tags = new Set(written?.tags.map(foldKey))
  const terms = new Set(written?.terms.map(({ value }) => value))
  const all = suggestions.every(({ dimension, value }) =>
    dimension === 'tag' ? tags.has(foldKey(value)) : terms.has(value),
  )
  if (!all) throw notWritten(found.path)
  const change: FileChange = { path: found.path, before: file.text, after: text }
  await workspace.apply([change])
  return found.path
}

function fieldOf({ dimension }: TagSuggestion, taxonomy: Taxonomy): string | undefined {
  if (dimension === 'tag') return 'tags'
  const facet = taxonomy.dimensions.get(dimension)?.facet
  const plain = facet?.multiple === true && facet.levels.every(level => level.field === undefined)
  return plain ? facet.field : undefined
}

function notWritten(name: string): CasectlError {
  return new CasectlError('not-written', {
    en: `${name}: its front matter could not be edited; nothing was written.`,
    zh: `${name}：无法可靠地修改前置元数据，未写入任何内容。`,
  })
}
