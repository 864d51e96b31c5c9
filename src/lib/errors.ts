import type { Message } from './message.js'

/**
 * An expected failure: wrong usage, a configuration that cannot be used, a root that cannot be
 * read. Printed as one sentence with its hint, exit code 2. Anything else that is thrown is a bug.
 */
export class CasectlError extends Error {
  readonly code: string
  readonly text: Message
  readonly hint: Message | undefined
  /** One line each, where there is more to say: places in a settings file. */
  readonly details: readonly Message[]

  constructor(code: string, text: Message, hint?: Message, details: readonly Message[] = []) {
    super(text.en)
    this.name = 'CasectlError'
    this.code = code
    this.text = text
    this.hint = hint
    this.details = details
  }
}

/** The `code` of a Node system error (`ENOENT`, `EACCES` …), or undefined. */
export function systemCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
