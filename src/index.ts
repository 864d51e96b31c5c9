/**
 * casectl as a library: open a workspace, parse, lint, search. Nothing here prints or exits; what
 * cannot be used throws a `CasectlError` with a message in both languages.
 */

export { CasectlError } from './lib/errors.js'
export { fill, type Language, type Message } from './lib/message.js'
export type { FacetValues } from './library/facets.js'
export { facetsOf } from './library/facets.js'
export { type Filters, matches, resolveFilters } from './library/filter.js'
export { findCase, type Library, successorOf } from './library/library.js'
export type {
  Audience,
  Body,
  Case,
  CaseFile,
  Heading,
  Kind,
  Link,
  Problem,
  RepoPath,
  Section,
  Status,
} from './model/case.js'
export { type CaseId, isCaseId, readCaseId } from './model/case-id.js'
export { applyEdits, type FileChange, type TextEdit } from './model/change.js'
export type { Config } from './model/config.js'
export type { Diagnostic, Severity } from './model/diagnostic.js'
export type { Range } from './model/range.js'
export { Taxonomy, type TaxonomyData, type Term } from './model/taxonomy.js'
export type { Hit, SearchResult } from './search/search.js'
export {
  diagnoseSymptoms,
  recommendCases,
  relatedCases,
  suggestCaseTags,
  suggestFor,
} from './workspace/answers.js'
export { type IndexSummary, indexLibrary } from './workspace/build-index.js'
export { digestOf } from './workspace/case-digest.js'
export { type LintRun, lintWorkspace as lintLibrary } from './workspace/lint.js'
export type { OpenOptions } from './workspace/open-config.js'
export { type DueRun, dueCases } from './workspace/review-due.js'
export { checkTree as checkReviews, type GateRun } from './workspace/review-gate.js'
export { type LibrarySearch, type LibrarySearchResult, searchLibrary } from './workspace/search.js'
export { Workspace } from './workspace/workspace.js'

import type { OpenOptions } from './workspace/open-config.js'
import { Workspace } from './workspace/workspace.js'

/**
 * Opens the library that a folder belongs to: `workspace.library()` reads and parses its cases,
 * `(await workspace.parser()).parseText(path, text)` one text.
 * @throws CasectlError `no-library`, `unreadable-root` or `settings`
 */
export async function openWorkspace(cwd: string, options: OpenOptions = {}): Promise<Workspace> {
  return Workspace.open(cwd, options)
}
