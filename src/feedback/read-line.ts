import { isDay } from '../lib/day.js'
import { FEEDBACK_KINDS, type FeedbackEvent, type FeedbackKind } from './event.js'

/** Longer lines of a feedback file are none of casectl's. */
const MAX_LINE = 4096
/** Longest comment that is kept, in characters. */
export const MAX_TEXT = 500

/** Why a line is no event. Codes and English, for reports to whoever wrote it. */
export type BadLine =
  | 'too-long'
  | 'not-json'
  | 'not-object'
  | 'event'
  | 'case'
  | 'kind'
  | 'day'
  | 'rating'
  | 'text'

// The form that `eventLine` writes, without a comment: read three times as fast as JSON.parse.
const WRITTEN =
  /^\{"event":"([0-9A-Za-z_-]{1,64})","case":"([A-Z0-9-]{1,64})","kind":"([a-z]{1,16})","day":"(\d{4}-\d\d-\d\d)"(?:,"rating":([1-5]))?(?:,"via":"([a-z]{1,32})")?(?:,"ticket":"([\w.:#/-]{1,200})")?\}\r?$/
const EVENT = /^[0-9A-Za-z_-]{1,64}$/
const CASE = /^[0-9A-Za-z-]{1,64}$/
const VIA = /^[a-z]{1,32}$/

const KINDS: ReadonlyMap<string, FeedbackKind> = new Map(FEEDBACK_KINDS.map(kind => [kind, kind]))
/** Days that were looked at: a year has few, a file has millions of lines. */
const known = new Set<string>()

/** A line → the event that it tells, or why it tells none; undefined for an empty line. Keys beyond the format are passed over. */
export function readEventLine(line: string): FeedbackEvent | BadLine | undefined {
  const [, event, id, word = '', day, rating, via, ticket] = WRITTEN.exec(line) ?? []
  if (event === undefined || id === undefined || day === undefined) return readOtherLine(line)
  const kind = KINDS.get(word)
  if (kind === undefined) return 'kind'
  if (!isKnownDay(day)) return 'day'
  const base = { event, case: id, kind, day }
  if (rating === undefined && via === undefined && ticket === undefined) return base
  return {
    ...base,
    ...(rating === undefined ? {} : { rating: Number(rating) }),
    ...(via === undefined ? {} : { via }),
    ...(ticket === undefined ? {} : { ticket }),
  }
}

function isKnownDay(day: string): boolean {
  if (known.has(day)) return true
  if (!isDay(day)) return false
  known.add(day)
  return true
}

/** The same of a line in any form: what the quick forms leave. */
export function readOtherLine(line: string): FeedbackEvent | BadLine | undefined {
  if (line.length > MAX_LINE) return 'too-long'
  if (line.trim() === '') return undefined
  const value = parse(line)
  if (value === undefined) return 'not-json'
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not-object'
  return fromFields(value as Readonly<Record<string, unknown>>)
}

function fromFields(fields: Readonly<Record<string, unknown>>): FeedbackEvent | BadLine {
  const { event, case: id, day, rating, via, ticket, text } = fields
  const kind = KINDS.get(typeof fields['kind'] === 'string' ? fields['kind'] : '')
  if (typeof event !== 'string' || !EVENT.test(event)) return 'event'
  if (typeof id !== 'string' || !CASE.test(id)) return 'case'
  if (kind === undefined) return 'kind'
  if (typeof day !== 'string' || !isKnownDay(day)) return 'day'
  if (rating !== undefined && !isRating(rating)) return 'rating'
  if (text !== undefined && typeof text !== 'string') return 'text'
  return {
    ...{ event, case: id.toUpperCase(), kind, day },
    ...(rating === undefined ? {} : { rating }),
    ...(typeof via === 'string' && VIA.test(via) ? { via } : {}),
    ...(typeof ticket === 'string' && ticket !== '' ? { ticket: ticket.slice(0, 200) } : {}),
    ...(text === undefined || text === '' ? {} : { text: text.slice(0, MAX_TEXT) }),
  }
}

function isRating(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 5
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
