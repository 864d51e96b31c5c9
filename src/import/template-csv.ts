import { csvCell } from '../lib/csv-formula.js'
import type { Language } from '../lib/message.js'
import type { Target } from './targets.js'

/** Columns of the template, in the order in which people fill them in. */
const COLUMNS = [
  ...['source.refs', 'title', 'product.name', 'product.module', 'product.versions', 'category'],
  ...['fault_type', 'urgency', 'error_codes', 'tags', 'customer_phrases', 'opened', 'language'],
  ...['section.background', 'section.problem', 'section.symptoms', 'section.tried'],
  ...['section.diagnosis', 'section.resolution', 'section.steps', 'section.cautions', 'attachments'],
]

/** The CSV that maps onto itself: its columns are named as the targets. As Excel takes it. */
export function templateCsv(targets: ReadonlyMap<string, Target>): string {
  const columns = COLUMNS.filter(name => targets.has(name))
  return `\ufeff${columns.map(csvCell).join(',')}\r\n`
}

/** The mapping of the template. */
export function templateMapping(targets: ReadonlyMap<string, Target>, language: Language): string {
  const head = {
    en: 'The mapping of `casectl import template`.',
    zh: '`casectl import template` 所用的映射。',
  }
  const columns = COLUMNS.filter(name => targets.has(name))
  const lines = columns.flatMap(name => [`  - column: ${name}`, `    to: ${name}`])
  return `# ${head[language]}\nversion: 1\ncolumns:\n${lines.join('\n')}\nconstants:\n  source.type: ticket\n`
}
