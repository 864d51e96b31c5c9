import { addDays, type Day } from '../lib/day.js'
import { MIN, ROBERT, type YUE } from './people.js'
import { laterCase, laterProducts } from './sample-days.js'

/** The sample library as it ships: path → text. */
export type Samples = ReadonlyMap<string, string>

/**
 * The first commit of the sandbox: the sample library with roles of its own, a log of searches, and what
 * readers have said.
 * @param days how much later than written all days of the samples come
 */
export function sandboxFiles(samples: Samples, today: Day, days: number): ReadonlyMap<string, string> {
  const moved = [...samples].map(([path, text]): [string, string] => [path, later(path, text, days)])
  return new Map([
    ...moved,
    ['casectl.config.yml', CONFIG],
    [`feedback/${today.slice(0, 7)}/tutorial.jsonl`, feedback(today)],
  ])
}

function later(path: string, text: string, days: number): string {
  if (path === 'products.yml') return laterProducts(text, days)
  return path.endsWith('.md') ? laterCase(text, days) : text
}

/** The second commit: what was published so far was accepted before reviews began. */
export function adoptedConfig(commit: string): string {
  return `${CONFIG}  adopted: ${commit}\n`
}

const person = ({ name, email }: typeof YUE): string => `      - { name: ${name}, email: ${email} }\n`

const CONFIG = `# The library of the tutorial: sample cases, made-up people.
version: 1
languages: [zh-CN, en]
search: { log: true }
review:
  roles:
    technical:
${person(ROBERT)}    sensitivity:
${person(MIN)}`

/** What somebody changed two days ago without an approval: the file, the words, the words since. */
export const UNAPPROVED = {
  path: 'cases/home-router/CASE-HQM03-manual-firmware-upgrade-and-rescue.md',
  from: 'keep holding for 8 s.',
  to: 'keep holding for 12 s.',
} as const

const SAID: readonly (readonly [id: string, kind: string, age: number])[] = [
  ['CASE-TMSP9', 'solved', 4],
  ['CASE-8FYDJ', 'solved', 6],
  ['CASE-X29B4', 'solved', 9],
  ['CASE-X29B4', 'solved', 12],
  ['CASE-GP29M', 'unsolved', 3],
  ['CASE-GP29M', 'unsolved', 5],
  ['CASE-GP29M', 'unsolved', 8],
  ['CASE-1MJ2M', 'outdated', 7],
]

function feedback(today: Day): string {
  const lines = SAID.map(([id, kind, age], i) =>
    JSON.stringify({ event: String(i).padStart(20, '0'), case: id, kind, day: addDays(today, -age) }),
  )
  return `${lines.join('\n')}\n`
}
