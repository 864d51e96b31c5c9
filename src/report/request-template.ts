import { CasectlError } from '../lib/errors.js'
import { nearest } from '../lib/near-names.js'

/** What the template of a request may put between double braces. */
export const REQUEST_PLACES = [
  'id',
  'title',
  'kind',
  'path',
  'summary',
  'checklist',
  'lint',
  'near',
  'reviewers',
] as const
export type RequestPlace = (typeof REQUEST_PLACES)[number]

/** The text of a pull or merge request with places to fill. */
export interface RequestTemplate {
  /** The first line. */
  readonly title: string
  /** Markdown: everything behind it. */
  readonly body: string
}

/** The file names under which the template is looked for, best first: `request.zh-CN.md`, `request.zh.md`, `request.en.md`. */
export function requestTemplateNames(language: string): string[] {
  const base = language.split('-')[0] ?? language
  return [...new Set([language, base, 'en'])].map(name => `request.${name}.md`)
}

/**
 * Text of a template file → template.
 * @param name the file, for messages
 * @throws CasectlError `template` for a place that does not exist, and for an empty first line
 */
export function parseRequestTemplate(text: string, name: string): RequestTemplate {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  for (const [whole, place = ''] of plain.matchAll(/\{\{([a-z_]+)\}\}/g)) {
    if (REQUEST_PLACES.some(known => known === place)) continue
    const near = nearest(place, REQUEST_PLACES, 1)[0]
    throw broken(name, {
      en: `the place ${whole} does not exist.${near === undefined ? '' : ` Did you mean {{${near}}}?`} Known: ${REQUEST_PLACES.join(', ')}`,
      zh: `占位符 ${whole} 不存在。${near === undefined ? '' : `是否想写 {{${near}}}？`}可用：${REQUEST_PLACES.join('、')}`,
    })
  }
  const [title = '', ...rest] = plain.split('\n')
  if (title.trim() === '') {
    throw broken(name, { en: 'its first line, the title, is empty', zh: '第一行（标题）是空的' })
  }
  return { title: title.trim(), body: rest.join('\n').trim() }
}

/** Puts values into the places. Values go in as they are, once. */
export function fillRequest(text: string, values: Readonly<Record<RequestPlace, string>>): string {
  return text.replace(/\{\{([a-z_]+)\}\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name as RequestPlace] : whole,
  )
}

function broken(name: string, reason: { en: string; zh: string }): CasectlError {
  return new CasectlError(
    'template',
    { en: `The template ${name} cannot be used: ${reason.en}.`, zh: `无法使用模板 ${name}：${reason.zh}。` },
    {
      en: 'Correct it, or remove it to use the built-in one.',
      zh: '请更正模板，或删除它以使用内置模板。',
    },
  )
}
