import type { Language } from '../lib/message.js'
import type { RepoPath } from '../model/case.js'
import type { Rule } from '../rules/rule.js'
import type { LintResult } from '../rules/run.js'

/** How a report is to be written, and what it may say beside the findings. */
export interface View {
  /** Of the messages; JSON is English whatever this says. */
  readonly language: Language
  /** Version of casectl. */
  readonly version: string
  /**
   * The library's folder in its repository, `/` between the parts, '' where they are the same: CI
   * hosts name files from the root of the repository.
   */
  readonly base: string
  /** The rules that ran, for formats that describe them. */
  readonly rules: readonly Rule[]
  /** Names of the result's findings, one each and in their order: `fingerprints` of src/rules. */
  readonly fingerprints: readonly string[]
  /** Names of findings that were there before. Left out where nothing is known of before. */
  readonly known?: ReadonlySet<string> | undefined
  /**
   * Lists what the cases wave through as well, where the format knows such findings: SARIF. Only
   * when asked: GitHub takes them for open alerts.
   */
  readonly withSuppressed?: boolean | undefined
  /**
   * Personal data of the run by file, which no message may repeat: `personalValues` of all that was
   * found. Those of the result itself where it is left out.
   */
  readonly withheld?: ReadonlyMap<RepoPath, readonly string[]> | undefined
  /** A file's text, from which the end of a place is counted; undefined where there is none to be had. */
  textOf(path: RepoPath): string | undefined
  /** What a case is called, its id and title; undefined where that cannot be read. */
  titleOf(path: RepoPath): string | undefined
}

/**
 * A lint result as text. Every format but `pretty`, whose styles the terminal paints, is to be
 * written as it is: control and bidi characters stand in it as escapes already.
 */
export type Reporter = (result: LintResult, view: View) => string
