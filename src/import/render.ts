import { literal } from '../draft/fill-body.js'
import { languageOf } from '../lib/message.js'
import { KINDS } from '../model/case.js'
import type { Config, KindConfig } from '../model/config.js'
import { yamlList, yamlScalar } from '../parse/yaml-scalar.js'

/** What is written into a draft: fields by name (`product.name`), sections by id or own heading. */
export interface DraftParts {
  readonly fields: ReadonlyMap<string, string | readonly string[]>
  readonly sections: readonly DraftSection[]
}

export interface DraftSection {
  /** Of the configuration; undefined for a section of the export's own. */
  readonly id?: string | undefined
  /** Where the export names the section itself. */
  readonly heading?: string | undefined
  /** Markdown that opens no section. */
  readonly text: string
}

/** Fields in the order of the templates; groups where their first member stands. */
const ORDER = [
  ...['id', 'kind', 'title', 'status', 'language', 'created', 'updated'],
  ...['product.name', 'product.module', 'product.versions', 'error_codes', 'category', 'fault_type'],
  ...['urgency', 'tags', 'customer_phrases', 'source.type', 'source.refs', 'audience', 'regions'],
  ...['owner', 'opened', 'resolution_hours', 'tools'],
] as const
/** Those and the ones that stand behind all others. */
const PLACED: ReadonlySet<string> = new Set([...ORDER, 'attachments', 'incomplete'])

/** The text of a draft, LF line ends. */
export function renderDraft(
  { fields, sections }: DraftParts,
  attachments: readonly string[],
  config: Config,
): string {
  const middle = [...fields.keys()].filter(name => !PLACED.has(name))
  const lines: string[] = []
  let group = ''
  for (const name of [...ORDER, ...middle]) {
    const value = yamlOf(fields.get(name))
    if (value === '') continue
    const [top = name, key] = name.split('.')
    if (key !== undefined && group !== top) lines.push(`${top}:`)
    group = key === undefined ? '' : top
    lines.push(key === undefined ? `${name}: ${value}` : `  ${key}: ${value}`)
  }
  if (attachments.length > 0) lines.push('attachments:', ...attachments.map(item => `  - ${item}`))
  const incomplete = yamlOf(fields.get('incomplete'))
  if (incomplete !== '') lines.push(`incomplete: ${incomplete}`)
  const language = languageOf(String(fields.get('language') ?? '')) ?? 'en'
  const kind = KINDS.find(name => name === fields.get('kind')) ?? 'case'
  const body = ordered(sections, config.kinds[kind]).map(
    section => `## ${headingOf(section, config, language)}\n\n${section.text}`,
  )
  const title = `# ${literal(String(fields.get('title') ?? ''))}`
  return `---\n${lines.join('\n')}\n---\n\n${[title, ...body].join('\n\n')}\n`
}

function yamlOf(value: string | readonly string[] | undefined): string {
  if (value === undefined || value === '') return ''
  return typeof value === 'string' ? yamlScalar(value) : yamlList(value)
}

/** Sections that the kind knows in its order; then all others as they came. */
function ordered(sections: readonly DraftSection[], kind: KindConfig): DraftSection[] {
  const rank = ({ id }: DraftSection): number => {
    const found = kind.sections.findIndex(section => section.id === id)
    return found === -1 ? kind.sections.length : found
  }
  return [...sections].sort((a, b) => rank(a) - rank(b))
}

function headingOf({ id, heading }: DraftSection, config: Config, language: 'en' | 'zh'): string {
  if (heading !== undefined) return heading
  const names = config.headings.get(id ?? '') ?? []
  const fitting = names.find(name => /\p{Script=Han}/u.test(name) === (language === 'zh'))
  return fitting ?? names[0] ?? id ?? ''
}
