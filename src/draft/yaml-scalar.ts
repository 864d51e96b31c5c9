import { visible } from '../lib/text.js'

// A letter or digit first, then nothing that means something to YAML in a block or in `[a, b]`:
// no colon, hash, comma, bracket or brace, single spaces only, nothing invisible.
const PLAIN = /^[\p{L}\p{N}](?:[^:#,[\]{}\p{C}\p{Z}]| (?! |$))*$/u

// What other readers of YAML (core schema of 1.2, types of 1.1) take for a boolean or null.
const WORD = /^(?:y|n|yes|no|on|off|true|false|null|nan)$/i

/**
 * The text as one YAML scalar on one line, quoted where a plain one would be read as something
 * else, here or by another program. Reads back as exactly the same text.
 */
export function yamlScalar(text: string): string {
  const numeric = !Number.isNaN(Number(text.replaceAll('_', '')))
  if (PLAIN.test(text) && !WORD.test(text) && !numeric) return text
  // JSON's strings are YAML's double-quoted ones (YAML 1.2, §1.2).
  return visible(JSON.stringify(text))
}

/** The texts as a YAML flow sequence: `[a, "b: c"]`; '' for none, which YAML reads as absent. */
export function yamlList(texts: readonly string[]): string {
  return texts.length === 0 ? '' : `[${texts.map(yamlScalar).join(', ')}]`
}
