import type { Day } from '../../lib/day.js'
import type { Language, Message } from '../../lib/message.js'
import type { DueCase } from '../../review/due.js'
import type { DueReport } from './due-report.js'
import { ownerAndReviewers } from './words.js'

/**
 * A calendar (RFC 5545) with one day-long entry a case. The entries keep their UIDs, so that importing
 * the calendar again moves them; the stamp is that of the day asked for, so that the same question has
 * the same answer.
 */
export function dueIcs({ run }: DueReport, language: Language): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//casectl//review due//EN',
    'CALSCALE:GREGORIAN',
    ...run.cases.flatMap(due => event(due, run.today, language)),
    'END:VCALENDAR',
  ]
  return lines.map(folded).join('')
}

function event(due: DueCase, today: Day, language: Language): string[] {
  const { case: found, day, reasons } = due
  const about = [...reasons.map(reason => reason[language]), ...ownerAndReviewers(due, language), found.path]
  return [
    'BEGIN:VEVENT',
    `UID:${found.id}-review@casectl`,
    `DTSTAMP:${digits(today)}T000000Z`,
    `DTSTART;VALUE=DATE:${digits(day)}`,
    `SUMMARY:${text(`${SUMMARY[language]} ${found.id}: ${found.title}`)}`,
    `DESCRIPTION:${text(about.join('\n'))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

const SUMMARY: Message = { en: 'Review', zh: '复审' }

function digits(day: Day): string {
  return day.replaceAll('-', '')
}

/** A value of the type TEXT (3.3.11); control characters have no place in it. */
function text(value: string): string {
  return value
    .replace(/[\0-\x09\x0b-\x1f\x7f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** Longest line, in octets without the line break (3.1). */
const MOST_OCTETS = 75

/** A content line, folded between characters, with its line break. */
function folded(line: string): string {
  let out = ''
  let used = 0
  for (const char of line) {
    const octets = octetsOf(char)
    if (used + octets > MOST_OCTETS) {
      out += '\r\n '
      // The space that marks the continuation counts.
      used = 1
    }
    out += char
    used += octets
  }
  return `${out}\r\n`
}

/** Octets of a character in UTF-8. */
function octetsOf(char: string): number {
  const code = char.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
