import type { Host } from '../../io/host.js'
import type { CasectlError } from '../../lib/errors.js'
import { type AnyArguments, fill, type Message } from '../../lib/message.js'
import type { RepoPath } from '../../model/case.js'
import type { RoleFile } from '../role-files.js'
import type { Workspace } from '../workspace.js'

export const HEALTHS = ['ok', 'note', 'warning', 'error'] as const
export type Health = (typeof HEALTHS)[number]

/** What a check found. */
export interface Symptom {
  readonly check: string
  readonly health: Health
  readonly message: Message
  /** What to do about it. */
  readonly todo?: Message
}

/** What is looked at: a folder that should hold a library in a repository. */
export interface Patient {
  /** Absolute path of the library. */
  readonly root: string
  readonly host: Pick<Host, 'env' | 'now'>
  /** Undefined where its settings cannot be read; then `trouble` says why. */
  readonly workspace: Workspace | undefined
  readonly trouble: CasectlError | undefined
  /** The taxonomy's file, relative to the library. */
  readonly taxonomy: RepoPath
  /** Absolute path of the repository; undefined outside one. */
  readonly top: string | undefined
  /** The `pre-commit` hook as it should be, and whether a text is one of ours. */
  readonly hook: { script(folder: string): string; isOwn(text: string): boolean }
  /** `.gitattributes` of a new library. */
  readonly attributes: string
  /** The code owners and the table of roles, as they are and as they should be. */
  readonly roleFiles: (workspace: Workspace) => Promise<readonly RoleFile[]>
}

/** Looks at one thing and changes nothing. */
export interface Check {
  readonly name: string
  look(patient: Patient): Promise<readonly Symptom[]>
}

/** A symptom of a check, with the arguments of its sentences. */
export function symptom(
  check: string,
  health: Health,
  message: Message,
  args: AnyArguments = {},
  todo?: Message,
): Symptom {
  return {
    check,
    health,
    message: fill(message, args),
    ...(todo === undefined ? {} : { todo: fill(todo, args) }),
  }
}
