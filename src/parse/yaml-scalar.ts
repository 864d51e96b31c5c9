import { stringify } from 'yaml'
import { isDay } from '../lib/day.js'
import { visible } from '../lib/text.js'

// Inside a list, so that commas count; 1.1, whose readers take `yes` and `1_000` for more than text.
const STYLE = { version: '1.1', collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 } as const

// What no reader takes for anything but text: begins with a letter, holds nothing that YAML knows, and is
// no word that it knows. Most values; asking the package costs a hundred times as much.
const PLAIN =
  /^\p{L}(?:[\p{L}\p{N} _./()（），、。！？；：“”《》+-]{0,300}[\p{L}\p{N}_/)）。，；！？”》+-])?$/u
const WORD = /^(?:true|false|yes|no|on|off|null|y|n)$/i

/**
 * The text as one YAML scalar on one line, bare where every reader of YAML takes it as text,
 * quoted elsewhere. Reads back as exactly the same text.
 */
export function yamlScalar(text: string): string {
  // Every case has days; our schema says that they are text, and people write them bare.
  if (isDay(text)) return text
  if (PLAIN.test(text) && !WORD.test(text)) return text
  // JSON's strings are YAML's double-quoted ones (YAML 1.2, §1.2); nothing invisible stays bare.
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(text)) return visible(JSON.stringify(text))
  return stringify([text], STYLE).trimEnd().slice(1, -1)
}

/** The texts as a YAML flow sequence: `[a, "b: c"]`; '' for none, which YAML reads as absent. */
export function yamlList(texts: readonly string[]): string {
  return texts.length === 0 ? '' : `[${texts.map(yamlScalar).join(', ')}]`
}
