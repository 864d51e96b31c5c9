import { groupBy } from '../lib/groups.js'
import { fill } from '../lib/message.js'
import { style } from '../lib/style.js'
import { cells, padCells } from '../lib/text.js'
import type { Diagnostic, Severity } from '../model/diagnostic.js'
import type { LintResult } from '../rules/run.js'
import { largest } from './columns.js'
import { countsLine } from './lint/counts-line.js'
import type { View } from './reporter.js'
import { SEVERITY_WORDS } from './severity-words.js'
import { shownLine, shownPath } from './shown.js'

const PAINT: Readonly<Record<Severity, (text: string) => string>> = {
  error: style.red,
  warning: style.yellow,
  note: style.cyan,
}

type Words = Pick<View, 'language'>

/** For people: findings by file, aligned, and a line that sums up. */
export function pretty(result: LintResult, view: Words): string {
  const blocks: string[] = []
  for (const [path, found] of groupBy(result.diagnostics, diagnostic => diagnostic.path)) {
    blocks.push(`${style.underline(shownPath(path))}\n${rows(found, view).join('\n')}\n`)
  }
  return [...blocks, summary(result, view)].join('\n')
}

function rows(found: readonly Diagnostic[], { language }: Words): string[] {
  const places = found.map(({ at }) => (at === undefined ? '-' : `${at.line}:${at.column}`))
  const words = found.map(({ severity }) => SEVERITY_WORDS[severity][language])
  const placeWidth = largest(places.map(cells))
  const wordWidth = largest(words.map(cells))
  return found.map(({ severity, message, rule }, i) => {
    const place = style.dim((places[i] ?? '').padStart(placeWidth))
    const word = PAINT[severity](padCells(words[i] ?? '', wordWidth))
    return `  ${place}  ${word}  ${shownLine(message[language])}  ${style.dim(rule)}`
  })
}

const FIXABLE = { en: 'Fixable with `--fix`: {count}.', zh: '其中 {count} 个可用 `--fix` 修复。' } as const

function summary(result: LintResult, { language }: Words): string {
  const { diagnostics, counts } = result
  const line = countsLine(result)[language]
  if (diagnostics.length === 0) return style.green(line)
  const count = diagnostics.filter(diagnostic => diagnostic.fix !== undefined).length
  const painted = counts.error > 0 ? style.red(line) : counts.warning > 0 ? style.yellow(line) : line
  return count === 0 ? painted : `${painted}\n${fill(FIXABLE, { count })[language]}`
}
