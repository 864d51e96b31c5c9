import type { Case, CaseFile } from '../model/case.js'
import { canonicalCase, canonicalOfText, hasCanonical } from '../review/canonical-case.js'
import type { CaseState } from '../review/gate.js'
import { sha256 } from './sha256.js'

/**
 * What an approval is bound to: `v1:` and the SHA-256 of what the case says, as hexadecimal digits.
 * Undefined for a file that cannot be read as a case.
 */
export function digestOf(file: CaseFile): string | undefined {
  return digestOfCanonical(canonicalCase(file))
}

/** The same of a file's text, in a fraction of the time. */
export function textDigest(text: string): string | undefined {
  return digestOfCanonical(canonicalOfText(text))
}

function digestOfCanonical(canonical: string | undefined): string | undefined {
  return canonical === undefined ? undefined : `v1:${sha256(canonical)}`
}

/** A case as the gate takes it; its digest is worked out when somebody asks for it. */
export function stateOf(file: CaseFile, found: Case): CaseState {
  let digest: string | undefined
  let known = false
  return {
    case: found,
    get readable() {
      return hasCanonical(file)
    },
    get digest() {
      if (!known) digest = digestOf(file)
      known = true
      return digest
    },
  }
}
