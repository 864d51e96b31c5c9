/** An ISO 8601 calendar day as text, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** True for a day that the Gregorian calendar has: `2024-02-29`, not `2023-02-29`. */
export function isDay(text: string): boolean {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false
  const [year, month, day] = [numberAt(text, 0, 4), numberAt(text, 5, 7), numberAt(text, 8, 10)]
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const last = month === 2 && leap ? 29 : DAYS_IN_MONTH[month - 1]
  return year >= 0 && last !== undefined && day >= 1 && day <= last
}

/** The number that the digits of a piece make; -1 where it holds anything else. */
function numberAt(text: string, start: number, end: number): number {
  let number = 0
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 0x30
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}

/** The day of an instant in UTC, so that one commit means one day everywhere. */
export function dayOf(instant: Date): Day {
  return instant.toISOString().slice(0, 10)
}

/** So many months later; where that month is shorter, its last day. */
export function addMonths(day: Day, months: number): Day {
  const all = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const month = `${String(Math.floor(all / 12)).padStart(4, '0')}-${String((all % 12) + 1).padStart(2, '0')}`
  let later = `${month}${day.slice(7)}`
  for (let last = 31; last > 28 && !isDay(later); last--) later = `${month}-${last - 1}`
  return later
}

const DAY_IN_MS = 86_400_000

/** So many days later, or earlier for a negative number. */
export function addDays(day: Day, days: number): Day {
  return dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_IN_MS))
}

/** Whole days from one day to another; negative where the other comes before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_IN_MS)
}
