import type { Message } from '../lib/message.js'

export const TUTORIAL_ROLES = ['agent', 'author', 'reviewer', 'owner'] as const
export type TutorialRole = (typeof TUTORIAL_ROLES)[number]

/** Somebody of the sandbox; `login` stands before the `$` of their lines. */
export interface Person {
  readonly login: string
  readonly name: string
  readonly email: string
}

/** What a step says and what must come of it. Texts may hold values as `{name}`. */
interface Told {
  /** One or two sentences: what the line is for. */
  readonly why: Message
  /** Who types it; the person of the role without. */
  readonly who?: Person
}

/** A line of the shell: `casectl …` or `git …`, run as it stands. */
export interface CommandStep extends Told {
  readonly line: Message
  /** 0 without. */
  readonly code?: 0 | 1
  /** What must stand in the output. */
  readonly shows: readonly Message[]
  /** Values for the steps after: name → pattern, whose first group it is, found in stdout. */
  readonly keep?: Readonly<Record<string, RegExp>>
}

/** A change that a person makes by hand in a file of the clone. */
export interface EditStep extends Told {
  readonly file: Message
  /** Stands once in the file. */
  readonly from: Message
  readonly to: Message
}

export type Step = CommandStep | EditStep

/** Ten minutes of one kind of user. */
export interface Tutorial {
  readonly role: TutorialRole
  readonly person: Person
  readonly title: Message
  readonly steps: readonly Step[]
}

/** What steps before have found out. */
export type Values = Readonly<Record<string, string>>

/** A text that is the same in both languages. */
export function both(text: string): Message {
  return { en: text, zh: text }
}
