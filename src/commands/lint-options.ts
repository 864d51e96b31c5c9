import { type Day, isDay } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import type { Message } from '../lib/message.js'
import type { RuleSetting } from '../model/config.js'
import { SEVERITIES } from '../model/diagnostic.js'
import type { FormatName } from '../model/lint-format.js'
import type { RuleOverrides } from '../workspace/active-rules.js'

export interface LintOptions {
  /** Files and folders; `-` for a case on stdin. */
  readonly paths: readonly string[]
  readonly fix?: boolean
  readonly fixDryRun?: boolean
  /** In the order of the command line. */
  readonly format?: readonly FormatName[]
  readonly output?: readonly OutputOption[]
  readonly json?: boolean
  readonly rule?: readonly string[]
  readonly maxWarnings?: string
  readonly stats?: boolean
  readonly asOf?: string
  readonly since?: string
  readonly staged?: boolean
  readonly filesFrom?: string
  readonly stdinFilename?: string
  readonly baseline?: string
  readonly updateBaseline?: boolean
  readonly allowGrowth?: boolean
  readonly withSuppressed?: boolean
  readonly commits?: string
  /** False with `--no-cache`. */
  readonly cache?: boolean
}

/** `--output`, and how many formats stand before it. */
export interface OutputOption {
  readonly file: string
  readonly after: number
}

/** A format, and the file that it goes to; stdout without. */
export interface Destination {
  readonly format: FormatName
  readonly file?: string
}

/**
 * Refuses options that contradict each other.
 * @throws CasectlError `usage`
 */
export function checkTogether(options: LintOptions): void {
  const {
    paths,
    staged,
    since,
    filesFrom,
    stdinFilename,
    fix,
    fixDryRun,
    baseline,
    updateBaseline,
    allowGrowth,
  } = options
  const typed = paths.includes('-')
  const apart = (one: string, other: string): CasectlError =>
    usage({
      en: `${one} and ${other} do not go together.`,
      zh: `${one} 与 ${other} 不能同时使用。`,
    })
  if (typed !== (stdinFilename !== undefined)) {
    throw usage({
      en: 'A case on stdin is `-` together with --stdin-filename, which says where it belongs.',
      zh: '从标准输入读取案例时，`-` 要与 --stdin-filename 一起使用，后者说明案例所在的路径。',
    })
  }
  if (typed && paths.length > 1) throw apart('-', paths.find(path => path !== '-') ?? '-')
  if (typed && filesFrom !== undefined) throw apart('-', '--files-from')
  if (typed && since !== undefined) throw apart('-', '--since')
  if (staged === true && since !== undefined) throw apart('--staged', '--since')
  for (const [name, on] of [
    ['-', typed],
    ['--staged', staged === true],
  ] as const) {
    if (!on) continue
    if (name === '-' && staged === true) throw apart('-', '--staged')
    if (fix === true) throw apart(name, '--fix')
    if (fixDryRun === true) throw apart(name, '--fix-dry-run')
    if (updateBaseline === true) throw apart(name, '--update-baseline')
  }
  for (const [other, on] of [
    ['--fix', fix],
    ['--baseline', baseline !== undefined],
    ['--output', options.output !== undefined],
  ] as const) {
    if (fixDryRun === true && on === true) throw apart('--fix-dry-run', other)
  }
  if (updateBaseline === true && baseline === undefined) throw needs('--update-baseline', '--baseline')
  if (allowGrowth === true && updateBaseline !== true) throw needs('--allow-growth', '--update-baseline')
}

/**
 * Where each format goes. As many outputs as formats pair in order; else an output belongs to the
 * format before it. One report at most goes to stdout.
 * @throws CasectlError `usage`
 */
export function destinationsOf(options: LintOptions): readonly Destination[] {
  const named = options.format ?? []
  const formats = options.json === true && !named.includes('json') ? [...named, 'json' as const] : named
  const all: readonly FormatName[] = formats.length === 0 ? ['pretty'] : formats
  const outputs = options.output ?? []
  const files = new Map<number, string>()
  for (const [i, { file, after }] of outputs.entries()) {
    const place = outputs.length === all.length ? i : Math.max(0, after - 1)
    if (files.has(place) || [...files.values()].includes(file)) throw twice(file)
    files.set(place, file)
  }
  const destinations = all.map((format, i) => {
    const file = files.get(i)
    return file === undefined ? { format } : { format, file }
  })
  const printed = destinations.filter(({ file }) => file === undefined)
  if (printed.length <= 1) return destinations
  throw usage({
    en: `Only one format goes to stdout, not ${printed.map(({ format }) => format).join(', ')}: give the others an --output.`,
    zh: `标准输出只能有一种格式，而这里有 ${printed.map(({ format }) => format).join('、')}：请用 --output 把其他格式写入文件。`,
  })
}

/**
 * Reads `--rule id=severity`; of several for one rule the last holds.
 * @throws CasectlError `usage`
 */
export function overridesOf(rules: readonly string[] = []): RuleOverrides {
  const settings: readonly RuleSetting[] = ['off', ...SEVERITIES]
  const overrides = new Map<string, RuleSetting>()
  for (const text of rules) {
    const cut = text.indexOf('=')
    const severity = settings.find(setting => setting === text.slice(cut + 1))
    if (cut < 1 || severity === undefined) {
      throw usage({
        en: `--rule takes RULE=off, note, warning or error, not "${text}".`,
        zh: `--rule 的写法是 规则=off、note、warning 或 error，而不是“${text}”。`,
      })
    }
    overrides.set(text.slice(0, cut), severity)
  }
  return overrides
}

/** @throws CasectlError `usage` for what is no day */
export function dayOption(option: string, text: string | undefined): Day | undefined {
  if (text === undefined || isDay(text)) return text
  throw usage({
    en: `--${option} takes a day such as 2026-03-05, not "${text}".`,
    zh: `--${option} 需要 2026-03-05 这样的日期，而不是“${text}”。`,
  })
}

function twice(file: string): CasectlError {
  return usage({
    en: `--output ${file}: two reports would go to one place, or one to two.`,
    zh: `--output ${file}：两份报告写到同一处，或一份报告写到两处。`,
  })
}

function needs(option: string, other: string): CasectlError {
  return usage({ en: `${option} needs ${other}.`, zh: `${option} 需要与 ${other} 一起使用。` })
}

function usage(text: Message): CasectlError {
  return new CasectlError('usage', text)
}
