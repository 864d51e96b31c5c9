import type { FieldPlaces } from './fast-fields.js'
import { keyIn } from './fast-keys.js'

/** Reads YAML values that begin and end on one line. Stands at `at` of `text`. */
export interface LineReader {
  readonly text: string
  at: number
  /** How many values may still be read. */
  budget: number
  readonly fields: FieldPlaces
}

/** What a scanner gives where it leaves the answer to the parser. */
export const UNSURE: unique symbol = Symbol('unsure')
export type Unsure = typeof UNSURE

export type Values = Record<string, unknown>

// Quotes of which each sign stands for itself or for one of the two that need escaping.
const DOUBLE = /"(?:[^"\\\n]|\\["\\])*"/y
const SINGLE = /'(?:[^'\n]|'')*'/y
// Letters, digits and signs that begin nothing in YAML.
const PLAIN_START = /[^\s\-?:,[\]{}#&*!|>'"%@`=~<]|-[^\s\-,[\]{}:]/y
const FLOW_PLAIN = /[^,[\]{}\n]+/y
const KEY_IN_PLAIN = /:(?: |$)| #/
const FORBIDDEN_KEYS = new Set(['constructor', 'prototype'])

const NONE: readonly string[] = []

/** Where the colon behind the plain key at `at` stands; -1 where there is none with white space behind. */
export function colonBehindKey(text: string, at: number): number {
  let end = at
  while (isKeySign(text.charCodeAt(end), end > at)) end++
  if (end === at || text.charCodeAt(end) !== 0x3a) return -1
  const behind = text.charCodeAt(end + 1)
  return behind === 0x20 || behind === 0x0a ? end : -1
}

/** ASCII letters; behind the first also digits, `-` and `_`. */
function isKeySign(code: number, behindFirst: boolean): boolean {
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) return true
  return behindFirst && ((code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x5f)
}

/** True for a key that may be written to an object without prototype, once. */
export function isNewKey(key: string, values: Values, absent: readonly string[]): boolean {
  return !(key in values) && !absent.includes(key) && !FORBIDDEN_KEYS.has(key)
}

/**
 * Reads the value at the cursor, which stands at its first character; up to `stop`, the end of its
 * line. Behind it only a comment may follow. Leaves the cursor where the value ends.
 */
export function readLineValue(reader: LineReader, stop: number): unknown {
  const { text, at } = reader
  const first = text.charCodeAt(at)
  if (first !== 0x22 && first !== 0x27 && first !== 0x5b && first !== 0x7b) {
    const end = isPlainStart(text, at) ? plainEnd(text, at, stop) : -1
    if (end === -1) return UNSURE
    reader.at = end
    return text.slice(at, end)
  }
  const value = bracketed(reader, first, 0)
  if (value === UNSURE) return UNSURE
  const rest = text.slice(reader.at, stop)
  return rest === '' || /^ *(?: #.*)?$/.test(rest) ? value : UNSURE
}

/** True where a plain scalar may begin: most begin with a letter, a digit or Han. */
function isPlainStart(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  const isWord =
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x4e00 && unit <= 0x9fff)
  return isWord || matches(PLAIN_START, text, at)
}

/**
 * Where a plain scalar in block context ends: before the spaces at its end, or those before a comment.
 * -1 where a colon in it might make a key of what stands before. One walk: most values go this way.
 */
function plainEnd(text: string, at: number, stop: number): number {
  let end = at
  for (let i = at; i < stop; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0x20) continue
    if (unit === 0x23 && i > at && text.charCodeAt(i - 1) === 0x20) break
    if (unit === 0x3a && (i + 1 === stop || text.charCodeAt(i + 1) === 0x20)) return -1
    end = i + 1
  }
  return end
}

/** A text without the spaces at its end. */
function withoutEnd(text: string): string {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === 0x20) end--
  return end === text.length ? text : text.slice(0, end)
}

function bracketed(reader: LineReader, first: number, depth: number): unknown {
  if (first === 0x22 || first === 0x27) return quoted(reader, first)
  if (depth > 3) return UNSURE
  return first === 0x5b ? flowList(reader, depth) : flowMap(reader, depth)
}

function quoted(reader: LineReader, first: number): string | Unsure {
  const { text, at } = reader
  const form = first === 0x22 ? DOUBLE : SINGLE
  form.lastIndex = at
  if (!form.test(text)) return UNSURE
  reader.at = form.lastIndex
  const inner = text.slice(at + 1, reader.at - 1)
  if (first === 0x27) return inner.includes("''") ? inner.replaceAll("''", "'") : inner
  return inner.includes('\\') ? inner.replace(/\\(.)/g, '$1') : inner
}

function flowList(reader: LineReader, depth: number): unknown[] | Unsure {
  const items: unknown[] = []
  reader.at++
  skipSpaces(reader)
  if (reader.text[reader.at] === ']') {
    reader.at++
    return items
  }
  reader.fields.depth++
  for (;;) {
    const field = reader.fields.add(items.length, -1)
    const item = flowValue(reader, depth, field)
    if (item === UNSURE) return UNSURE
    items.push(item)
    const next = separator(reader)
    if (next === ',') continue
    reader.fields.depth--
    return next === ']' ? items : UNSURE
  }
}

function flowMap(reader: LineReader, depth: number): Values | Unsure {
  const values: Values = Object.create(null)
  reader.at++
  skipSpaces(reader)
  reader.fields.depth++
  for (;;) {
    const colon = colonBehindKey(reader.text, reader.at)
    if (colon === -1 || reader.text.charCodeAt(colon + 1) !== 0x20) return UNSURE
    const key = keyIn(reader.text, reader.at, colon)
    if (!isNewKey(key, values, NONE)) return UNSURE
    const field = reader.fields.add(key, reader.at)
    reader.at = colon + 1
    skipSpaces(reader)
    const value = flowValue(reader, depth, field)
    if (value === UNSURE) return UNSURE
    values[key] = value
    const next = separator(reader)
    if (next === ',') continue
    reader.fields.depth--
    return next === '}' ? values : UNSURE
  }
}

function flowValue(reader: LineReader, depth: number, field: number): unknown {
  const { text, at } = reader
  if (--reader.budget < 0) return UNSURE
  const first = text.charCodeAt(at)
  if (first === 0x22 || first === 0x27 || first === 0x5b || first === 0x7b) {
    const value = bracketed(reader, first, depth + 1)
    reader.fields.value(field, at, reader.at)
    return value
  }
  if (!isPlainStart(text, at)) return UNSURE
  FLOW_PLAIN.lastIndex = at
  if (!FLOW_PLAIN.test(text)) return UNSURE
  const value = withoutEnd(text.slice(at, FLOW_PLAIN.lastIndex))
  if (KEY_IN_PLAIN.test(value)) return UNSURE
  reader.at = FLOW_PLAIN.lastIndex
  reader.fields.value(field, at, at + value.length)
  return value
}

/** The sign behind a value of a flow collection, with the spaces around it. */
function separator(reader: LineReader): string | undefined {
  skipSpaces(reader)
  const sign = reader.text[reader.at++]
  if (sign === ',') skipSpaces(reader)
  return sign
}

function skipSpaces(reader: LineReader): void {
  while (reader.text.charCodeAt(reader.at) === 0x20) reader.at++
}

function matches(form: RegExp, text: string, at: number): boolean {
  form.lastIndex = at
  return form.test(text)
}
