import { fill, type Language } from '../lib/message.js'
import { style } from '../lib/style.js'
import { shortCommit } from '../review/history.js'
import { UNUSUAL, type Unusual } from '../review/unusual.js'
import { shownLine } from './shown.js'

/** Lines of one code that are shown to a person: who commits at night does it often. */
const MOST_SHOWN = 20

/** What is unusual, a line each; of many of one code the first, and how many more there are. */
export function unusualText(found: readonly Unusual[], language: Language): string {
  const counts = new Map<string, number>()
  const shown = found.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1
    counts.set(code, count)
    return count <= MOST_SHOWN
  })
  const lines = shown.map(({ code, commit, args }) => {
    const words = shownLine(fill(UNUSUAL[code], args)[language])
    return `${style.cyan(shortCommit(commit))}  ${words}  ${style.dim(code)}`
  })
  for (const [code, count] of counts) {
    const more = count - MOST_SHOWN
    if (more > 0) lines.push(`${fill(MORE, { count: more })[language]}  ${style.dim(code)}`)
  }
  return lines.join('\n')
}

const MORE = {
  en: '… and {count} more; --format json has all of them.',
  zh: '……另有 {count} 条；完整列表见 --format json。',
} as const

/** The same for programs. */
export function unusualJson({ code, commit, case: id, args }: Unusual): object {
  return { code, commit, case: id ?? null, args, message: fill(UNUSUAL[code], args).en }
}
