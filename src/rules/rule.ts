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

/** What a rule may know of the library when it judges a file for itself. */
export type Settings = Pick<Library, 'config' | 'taxonomy'>

export interface FileInput<O extends object> {
  readonly library: Settings
  readonly file: CaseFile
  readonly options: O
  /** Today, for rules that are `dated`; they do not run without. */
  readonly asOf?: Day
}

export interface CaseInput<O extends object> extends FileInput<O> {
  readonly case: Case
}

/**
 * What a rule takes down of one file, to be judged beside the others: plain data, that can be kept
 * and handed from thread to thread (objects, lists, texts, numbers, booleans, bytes).
 */
export type Gathered = object

export interface LinkedInput<O extends object, G extends Gathered> extends CaseInput<O> {
  readonly library: Library
  readonly gathered: G
}

export interface LibraryInput<O extends object, G extends Gathered = Gathered> {
  readonly library: Library
  readonly options: O
  /** What `gather` took down of a file of the library; undefined where that was nothing. */
  readonly gathered: (file: CaseFile) => G | undefined
}

export interface DisablesInput<O extends object> extends FileInput<O> {
  readonly faults: readonly DisableFault[]
  /** Those that silenced nothing, of rules that ran. */
  readonly unused: readonly Disable[]
}

/**
 * What a rule can tell of a file before it looks at it in full. Most files are sound, and it costs less
 * to see that a sign is missing than to walk over what it might be the sign of.
 */
interface Sign<I> {
  /** False where `check` has nothing to yield for certain; it is not asked then. */
  mayFind?(input: I): boolean
}

export interface FileRule<M extends Messages, O extends object> extends RuleBase<M, O>, Sign<FileInput<O>> {
  readonly scope: 'file'
  check(input: FileInput<O>): Iterable<Finding<M>>
}

/** Judges one case whose front matter could be read, whatever the other files hold. */
export interface CaseRule<M extends Messages, O extends object> extends RuleBase<M, O>, Sign<CaseInput<O>> {
  readonly scope: 'case'
  check(input: CaseInput<O>): Iterable<Finding<M>>
}

/**
 * Judges one case by what else there is: other cases, files on the disk. What it takes down of the
 * case alone is kept as long as the case stays as it is; where that is nothing, it is not asked again.
 */
export interface LinkedRule<M extends Messages, O extends object, G extends Gathered> extends RuleBase<M, O> {
  readonly scope: 'linked'
  gather(input: CaseInput<O>): G | undefined
  /** Asking `file` for its text, or `case` for its body and places, may read the file once more. */
  check(input: LinkedInput<O, G>): Iterable<Finding<M>>
}

/** Judges the library as a whole. */
export interface LibraryRule<M extends Messages, O extends object, G extends Gathered = Gathered>
  extends RuleBase<M, O> {
  readonly scope: 'library'
  /** True for a rule that looks at cases and settings alone, not at the disk: the same cases have the same findings. */
  readonly ofCases?: true
  /** True for a rule that asks cases for nothing but their id, path and what it took down: the rest need not be kept. */
  readonly ofIds?: true
  /** As for linked rules; also of files without a case. */
  gather?(input: FileInput<O>): G | undefined
  check(input: LibraryInput<O, G>): Iterable<Finding<M> & { readonly path: RepoPath }>
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
  | LinkedRule<Messages, Record<string, unknown>, Gathered>
  | LibraryRule<Messages, Record<string, unknown>>
  | DisablesRule<Messages, Record<string, unknown>>

/**
 * Defines a rule. The messages' literals type what `check` may yield: a misspelt code or a
 * missing argument does not compile. Behind this door the types are no longer needed.
 */
export function defineRule<const M extends Messages, O extends object, G extends Gathered = Gathered>(
  spec: FileRule<M, O> | CaseRule<M, O> | LinkedRule<M, O, G> | LibraryRule<M, O, G> | DisablesRule<M, O>,
): Rule {
  return spec as unknown as Rule
}

/** For rules that have nothing to set. */
export const NO_OPTIONS = {
  defaults: {},
  schema: { type: 'object', additionalProperties: false, properties: {} },
} as const
