import { yamlList, yamlScalar } from '../parse/yaml-scalar.js'
import { oneLine } from './sentence.js'
import type { Placeholder } from './template.js'

/** What to put in a template's places. A value that is '' or an empty list counts as absent. */
export type TemplateValues = { readonly [P in Placeholder]?: string | readonly string[] | undefined }

const PLACE = /( ?)(["']?)\{\{([a-z_]+)\}\}\2/g

/** Placeholders that are a field of their own, and those below a group. */
const FIELDS = [
  'id',
  'kind',
  'title',
  'language',
  'created',
  'error_codes',
  'category',
  'fault_type',
  'urgency',
  'tags',
  'customer_phrases',
  'audience',
] as const satisfies readonly Placeholder[]
const GROUPS = {
  product: { name: 'product', module: 'module' },
  source: { type: 'source_type', refs: 'source_refs' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Placeholder>>>>

/**
 * Fills the front matter of a template. A value for which the template has no place is written
 * all the same: it replaces what the template says on the field's line, or follows at the end.
 */
export function fillHead(head: string, values: TemplateValues): string {
  let filled = head.replace(PLACE, (_, space: string, _quote, name: Placeholder) => {
    const text = yamlOf(values[name])
    return text === '' ? '' : space + text
  })
  for (const field of FIELDS) {
    const text = yamlOf(values[field])
    if (text !== '' && !head.includes(`{{${field}}}`)) filled = setLine(filled, field, text)
  }
  for (const [group, keys] of Object.entries(GROUPS)) {
    if (new RegExp(`^${group}:`, 'm').test(head)) continue
    const lines = Object.entries(keys)
      .map(([key, name]) => [key, yamlOf(values[name])] as const)
      .filter(([, text]) => text !== '')
      .map(([key, text]) => `  ${key}: ${text}\n`)
    if (lines.length > 0) filled += `${group}:\n${lines.join('')}`
  }
  return filled
}

function yamlOf(value: string | readonly string[] | undefined): string {
  if (value === undefined) return ''
  if (typeof value !== 'string') return yamlList(value.map(oneLine).filter(text => text !== ''))
  const text = oneLine(value)
  return text === '' ? '' : yamlScalar(text)
}

function setLine(head: string, key: string, value: string): string {
  const line = new RegExp(`^${key}:.*\n`, 'm').exec(head)
  if (line === null) return `${head}${key}: ${value}\n`
  const after = head.slice(line.index + line[0].length)
  // A list over several lines is the library's own wording.
  if (/^[ -]/.test(after)) return head
  return `${head.slice(0, line.index)}${key}: ${value}\n${after}`
}
