import { fill, type Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import { cells, padCells } from '../lib/text.js'
import type { Diagnostic, Severity } from '../model/diagnostic.js'
import type { LintResult } from '../rules/run.js'
import type { Reporter, View } from './reporter.js'

const SEVERITY_WORDS: Readonly<Record<Severity, Message>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  note: { en: 'note', zh: '提示' },
}

const PAINT: Readonly<Record<Severity, (text: string) => string>> = {
  error: style.red,
  warning: style.yellow,
  note: style.cyan,
}

/** For people: findings by file, aligned, and a line that sums up. */
export const pretty: Reporter = (result, view) => {
  const blocks: string[] = []
  for (const [path, found] of byPath(result.diagnostics)) {
    blocks.push(`${style.underline(path)}\n${rows(found, view).join('\n')}\n`)
  }
  return [...blocks, summary(result, view)].join('\n')
}

function byPath(diagnostics: readonly Diagnostic[]): Map<string, Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    const group = groups.get(diagnostic.path)
    if (group === undefined) groups.set(diagnostic.path, [diagnostic])
    else group.push(diagnostic)
  }
  return groups
}

function rows(found: readonly Diagnostic[], { language }: View): string[] {
  const places = found.map(({ at }) => (at === undefined ? '-' : `${at.line}:${at.column}`))
  const words = found.map(({ severity }) => SEVERITY_WORDS[severity][language])
  const placeWidth = Math.max(...places.map(cells))
  const wordWidth = Math.max(...words.map(cells))
  return found.map(({ severity, message, rule }, i) => {
    const place = style.dim((places[i] ?? '').padStart(placeWidth))
    const word = PAINT[severity](padCells(words[i] ?? '', wordWidth))
    return `  ${place}  ${word}  ${message[language]}  ${style.dim(rule)}`
  })
}

const SUMMARY = {
  clean: { en: 'Cases checked: {files}. No findings.', zh: '已检查 {files} 个案例：没有问题。' },
  found: {
    en: 'Cases checked: {files}. Errors: {errors}, warnings: {warnings}, notes: {notes}.',
    zh: '已检查 {files} 个案例：{errors} 个错误，{warnings} 个警告，{notes} 个提示。',
  },
  fixable: { en: 'Fixable with `--fix`: {count}.', zh: '其中 {count} 个可用 `--fix` 修复。' },
} as const

function summary({ diagnostics, files, counts }: LintResult, { language }: View): string {
  if (diagnostics.length === 0) return style.green(fill(SUMMARY.clean, { files })[language])
  const { error: errors, warning: warnings, note: notes } = counts
  const line = fill(SUMMARY.found, { files, errors, warnings, notes })[language]
  const count = diagnostics.filter(diagnostic => diagnostic.fix !== undefined).length
  const painted = errors > 0 ? style.red(line) : warnings > 0 ? style.yellow(line) : line
  return count === 0 ? painted : `${painted}\n${fill(SUMMARY.fixable, { count })[language]}`
}
