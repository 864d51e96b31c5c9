import { fill, type Language, type Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import type { RuleConfig, RuleSetting } from '../model/config.js'
import type { Rule } from '../rules/rule.js'
import { draftSeverityOf, type RuleSettings, settingOf } from '../rules/setting.js'
import { type MarkdownView, renderMarkdown } from './markdown.js'
import { exampleText } from './rule-example.js'
import { shown } from './shown.js'
import { type Cell, table } from './table.js'

const WORDS = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  note: { en: 'note', zh: '提示' },
  off: { en: 'off', zh: '关闭' },
} as const satisfies Record<RuleSetting, Message>

const PAINT: Readonly<Record<RuleSetting, (text: string) => string>> = {
  error: style.red,
  warning: style.yellow,
  note: style.cyan,
  off: style.dim,
}

const TEXTS = {
  draft: { en: '{severity} in a draft', zh: '草稿中为{severity}' },
  strict: { en: 'only in the preset `strict`', zh: '仅在预设 `strict` 中启用' },
  dated: { en: 'only with `--as-of`', zh: '仅在使用 `--as-of` 时检查' },
  here: { en: 'in this library: {severity}', zh: '在本案例库中：{severity}' },
  why: { en: 'Why', zh: '原因' },
  options: { en: 'Options', zh: '选项' },
  noOptions: { en: 'None.', zh: '无。' },
  set: {
    en: 'Set in casectl.config.yml: `rules.{id}` is off, note, warning or error.',
    zh: '在 casectl.config.yml 中设置：`rules.{id}` 可为 off、note、warning 或 error。',
  },
  bad: { en: 'Bad example', zh: '反例' },
  good: { en: 'Good example', zh: '正例' },
  rule: { en: 'Rule', zh: '规则' },
  severity: { en: 'Severity', zh: '级别' },
  inDraft: { en: 'In a draft', zh: '草稿中' },
  summary: { en: 'Asks', zh: '要求' },
} as const satisfies Record<string, Message>

/** The page of one rule: what it asks, why, how it is set, and two examples. */
export function rulePage(rule: Rule, settings: RuleSettings, view: MarkdownView): string {
  const { language } = view
  const own = settings.rules.get(rule.id)
  const { good, bad } = rule.examples
  const prose = (message: Message): string => renderMarkdown(message[language], view)
  const title = (message: Message): string => style.bold(message[language])
  return [
    `${style.bold(rule.id)}  ${severityLine(rule, own, language)}`,
    prose(rule.summary),
    `${title(TEXTS.why)}\n\n${prose(rule.why)}`,
    `${title(TEXTS.options)}\n\n${optionLines(rule, own, language).join('\n')}`,
    prose(fill(TEXTS.set, { id: rule.id })),
    `${title(TEXTS.bad)}\n\n${exampleText(bad, good, language).join('\n')}`,
    `${title(TEXTS.good)}\n\n${exampleText(good, bad, language).join('\n')}`,
  ].join('\n\n')
}

/** Every rule with its severities, in the order of the documentation. */
export function ruleTable(
  rules: readonly Rule[],
  settings: RuleSettings,
  language: Language,
  width?: number,
): string {
  const cell = (setting: RuleSetting): Cell => ({ text: WORDS[setting][language], paint: PAINT[setting] })
  const columns = [
    { header: TEXTS.rule[language] },
    { header: TEXTS.severity[language] },
    { header: TEXTS.inDraft[language], spare: true },
    { header: TEXTS.summary[language], cut: true },
  ]
  const rows = rules.map(rule => {
    const set = settingOf(rule, settings)
    return [
      { text: rule.id, paint: style.bold },
      cell(set ?? rule.severity),
      cell(set ?? draftSeverityOf(rule, settings)),
      rule.summary[language],
    ]
  })
  return table(columns, rows, width)
}

/** A rule as data. Its texts are English, as everything in JSON. */
export function ruleJson(rule: Rule, settings: RuleSettings): object {
  const own = settings.rules.get(rule.id)
  return {
    ...ruleSummaryJson(rule, settings),
    why: rule.why.en,
    options: Object.entries(rule.options.defaults).map(([name, value]) => ({
      name,
      default: value,
      ...(own !== undefined && name in own.options ? { configured: own.options[name] } : {}),
      ...described(rule, name),
    })),
    messages: Object.fromEntries(Object.entries(rule.messages).map(([code, { en }]) => [code, en])),
    examples: rule.examples,
  }
}

/** A rule in a list; `configured` is what the library makes of it, where it makes something. */
export function ruleSummaryJson(rule: Rule, settings: RuleSettings): object {
  const { id, severity, draftSeverity, preset, summary } = rule
  return {
    id,
    severity,
    draftSeverity: draftSeverity ?? severity,
    preset,
    configured: settingOf(rule, settings),
    summary: summary.en,
  }
}

function severityLine(rule: Rule, own: RuleConfig | undefined, language: Language): string {
  const word = (setting: RuleSetting): string => PAINT[setting](WORDS[setting][language])
  const parts = [word(rule.severity)]
  if (rule.draftSeverity !== undefined) {
    parts.push(fill(TEXTS.draft, { severity: word(rule.draftSeverity) })[language])
  }
  if (rule.preset === 'strict') parts.push(TEXTS.strict[language])
  if (rule.dated === true) parts.push(TEXTS.dated[language])
  if (own?.severity !== undefined) parts.push(fill(TEXTS.here, { severity: word(own.severity) })[language])
  return parts.join(style.dim(' · '))
}

function optionLines(rule: Rule, own: RuleConfig | undefined, language: Language): string[] {
  const lines = Object.entries(rule.options.defaults).map(([name, value]) => {
    const set = own !== undefined && name in own.options ? own.options[name] : undefined
    const here = set === undefined ? '' : `  ${fill(TEXTS.here, { severity: JSON.stringify(set) })[language]}`
    const { description } = described(rule, name)
    const note = description === undefined ? '' : `\n    ${style.dim(shown(description))}`
    return `  ${style.cyan(name)} = ${JSON.stringify(value)}${shown(here)}${note}`
  })
  return lines.length === 0 ? [`  ${TEXTS.noOptions[language]}`] : lines
}

/** What the option's schema says of it. */
function described(rule: Rule, name: string): { readonly description?: string } {
  const { properties } = rule.options.schema as { properties?: Record<string, { description?: string }> }
  const description = properties?.[name]?.description
  return description === undefined ? {} : { description }
}
