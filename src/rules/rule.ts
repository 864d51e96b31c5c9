import type { Day } from '../lib/day.js'
import type { Arguments, Message, Messages } from '../lib/message.js'
import type { Library } from '../library/library.js'
import type { Case, CaseFile, RepoPath } from '../model/case.js'
import type { TextEdit } from '../model/change.js'
import type { Severity } from '../model/diagnostic.js'
import type { Range } from '../model/range.js'
import type { Disable, DisableFault } from './disables.js'

/** What a rule yields: a code of its own, the arguments that its message asks for, and a place. */
export type Finding<M extends Messages> = {
  [C in keyof M & string]: {
    readonly code: C
    readonly args: Arguments<M[C]>
    readonly at?: Range | undefined
    /** Replaces the text of the finding's own file. */
    readonly fix?: readonly Omit<TextEdit, 'path'>[]
    /** Overrides the rule's severity for this finding; a draft's cap still holds. */
    readonly severity?: Severity
    /** Library rules say which file a finding is about. */
    readonly path?: RepoPath
  }
}[keyof M & string]

/**
 * A case as a file's text, or several files by path; `casectl.config.yml` among them stands in for
 * the library's configuration.
 */
export type Example = string | Readonly<Record<RepoPath, string>>

interface RuleBase<M extends Messages, O extends object> {
  readonly id: string
  readonly summary: Message
  /** Why a team wants this rule, and what to do about a finding. */
  readonly why: Message
  readonly severity: Severity
  /** Most that a finding in a draft may weigh; the rule's severity when left out. */
  readonly draftSeverity?: Severity
  /** The preset from which on the rule is on; every one when left out. */
  readonly preset?: 'strict'
  /**
   * True for a rule that compares with today. It runs only where somebody says which day that is, and
   * its findings are notes whatever the configuration says: time never changes an exit code.
   */
  readonly dated?: true
  readonly messages: M
  readonly options: { readonly defaults: O; readonly schema: object }
  /** Documentation and test at once: `good` has no finding of this rule, `bad` has one or more. */
  readonly examples: { readonly good: Example; readonly bad: Example }
}

export interface FileInput<O extends object> {
  readonly library: Library
  readonly file: CaseFile
  readonly options: O
  /** Today, for rules that are `dated`; they do not run without. */
  readonly asOf?: Day
}

export interface CaseInput<O extends object> extends FileInput<O> {
  readonly case: Case
}

export interface LibraryInput<O extends object> {
  readonly library: Library
  readonly options: O
  readonly asOf?: Day
}

export interface DisablesInput<O extends object> extends FileInput<O> {
  readonly faults: readonly DisableFault[]
  /** Those that silenced nothing, of rules that ran. */
  readonly unused: readonly Disable[]
}

export interface FileRule<M extends Messages, O extends object> extends RuleBase<M, O> {
  readonly scope: 'file'
  check(input: FileInput<O>): Iterable<Finding<M>>
}

/** Judges one case whose front matter could be read, whatever the other files hold. */
export interface CaseRule<M extends Messages, O extends object> extends RuleBase<M, O> {
  readonly scope: 'case'
  check(input: CaseInput<O>): Iterable<Finding<M>>
}

/** Judges the library as a whole. */
export interface LibraryRule<M extends Messages, O extends object> extends RuleBase<M, O> {
  readonly scope: 'library'
  check(input: LibraryInput<O>): Iterable<Finding<M> & { readonly path: RepoPath }>
}

/** Judges how a file waves rules through, once every other rule has run. */
export interface DisablesRule<M extends Messages, O extends object> extends RuleBase<M, O> {
  readonly scope: 'disables'
  check(input: DisablesInput<O>): Iterable<Finding<M>>
}

/** Any rule, its types forgotten: what the list of rules holds. */
export type Rule =
  | FileRule<Messages, Record<string, unknown>>
  | CaseRule<Messages, Record<string, unknown>>
  | LibraryRule<Messages, Record<string, unknown>>
  | DisablesRule<Messages, Record<string, unknown>>

/**
 * Defines a rule. The messages' literals type what `check` may yield: a misspelt code or a
 * missing argument does not compile. Behind this door the types are no longer needed.
 */
export function defineRule<const M extends Messages, O extends object>(
  spec: FileRule<M, O> | CaseRule<M, O> | LibraryRule<M, O> | DisablesRule<M, O>,
): Rule {
  return spec as unknown as Rule
}

/** For rules that have nothing to set. */
export const NO_OPTIONS = {
  defaults: {},
  schema: { type: 'object', additionalProperties: false, properties: {} },
} as const
