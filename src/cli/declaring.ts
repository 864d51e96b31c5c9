import type { Command } from '../commands/context.js'
import type { Language, Message } from '../lib/message.js'

/** What declarations need: texts in the user's language and a way to bind a command to its action. */
export interface Declaring {
  readonly language: Language
  t(message: Message): string
  /**
   * Binds a command that is loaded when it runs. Positional arguments become options under the
   * given names, so that a command takes one object.
   */
  run<O>(names: readonly string[], load: () => Promise<Command<O>>): (...args: unknown[]) => Promise<void>
}
