import type { CaseFile } from '../model/case.js'
import { canonicalCase } from '../review/canonical-case.js'
import { sha256 } from './sha256.js'

/**
 * What an approval is bound to: `v1:` and the SHA-256 of what the case says, as hexadecimal digits.
 * Undefined for a file that cannot be read as a case.
 */
export function digestOf(file: CaseFile): string | undefined {
  const text = canonicalCase(file)
  return text === undefined ? undefined : `v1:${sha256(text)}`
}
