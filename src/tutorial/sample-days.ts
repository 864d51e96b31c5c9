import { addDays, type Day, daysBetween } from '../lib/day.js'

/** The day on which the sample cases were as old as their stories say. */
const SAMPLE_DAY: Day = '2026-11-22'
const FIELD = /^(created|updated|opened|review_by): (\d{4}-\d{2}-\d{2})$/gm
const RELEASED = /(released: )(\d{4}-\d{2}-\d{2})/g

/** How many days a tutorial comes after the day of the samples; negative before it. */
export function daysSinceSamples(today: Day): number {
  return daysBetween(SAMPLE_DAY, today)
}

/** A sample case whose days come so many days later, so that it is as old as it was then. */
export function laterCase(text: string, days: number): string {
  const end = text.indexOf('\n---', 4)
  const head = text.slice(0, end)
  return head.replace(FIELD, (_, name, day) => `${name}: ${addDays(day, days)}`) + text.slice(end)
}

/** `products.yml` with its releases so many days later. */
export function laterProducts(text: string, days: number): string {
  return text.replace(RELEASED, (_, name, day) => `${name}${addDays(day, days)}`)
}
