import { CasectlError } from '../lib/errors.js'
import { nearest } from '../lib/near-names.js'

/** What the case itself gives to a reply. */
export const CASE_PLACES = [
  'id',
  'title',
  'product',
  'problem',
  'symptoms',
  'resolution',
  'steps',
  'cautions',
  'prevention',
] as const
export type CasePlace = (typeof CASE_PLACES)[number]

/** A variable of a template: what the sender gives, and what stands there without it. */
export interface Variable {
  readonly name: string
  /** Missing where the sender must give it. */
  readonly otherwise?: string
}

// `{{name}}`, `{{name|otherwise}}`; `{{#steps}}` … `{{/steps}}` stands only where the case has steps.
const PLACE = /\{\{([a-z][a-z0-9_]*)(?:\|([^{}]*))?\}\}/g
const PART = /^\{\{#([a-z_]+)\}\}\n([\s\S]*?)^\{\{\/\1\}\}(?:\n|$)/gm
const MARK = /\{\{[#/]([a-z_]+)\}\}/g

/** The file names under which a template is looked for, best first. */
export function replyTemplateNames(language: string): string[] {
  const base = language.split('-')[0] ?? language
  return [...new Set([language, base, 'en'])].map(name => `reply.${name}.md`)
}

/**
 * Text of a template → template, line ends made LF and comments left out.
 * @param name the file, for messages
 * @throws CasectlError `template` for a part that does not end, or of something that a case does not have
 */
export function readReplyTemplate(text: string, name: string): string {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/<!--[\s\S]*?-->\n?/g, '')
  const left = plain.replace(PART, (_, part: string, inner: string) =>
    isPlace(part) ? inner : `{{#${part}}}`,
  )
  const [mark, part = ''] = new RegExp(MARK.source).exec(left) ?? []
  if (mark === undefined) return plain
  throw isPlace(part) ? broken(name, OPEN, mark) : broken(name, UNKNOWN, mark)
}

const OPEN = {
  en: 'the part {mark} has no other end; both ends stand at the beginning of a line of their own',
  zh: '部分 {mark} 没有配对；首尾标记都应独占一行',
}
const UNKNOWN = {
  en: `{mark} is no part of a case. Known: ${CASE_PLACES.join(', ')}`,
  zh: `{mark} 不是案例的内容。可用：${CASE_PLACES.join('、')}`,
}

function broken(name: string, reason: { en: string; zh: string }, mark: string): CasectlError {
  const [en, zh] = [reason.en.replace('{mark}', mark), reason.zh.replace('{mark}', mark)]
  return new CasectlError(
    'template',
    { en: `The template ${name} cannot be used: ${en}.`, zh: `无法使用模板 ${name}：${zh}。` },
    {
      en: 'Correct it, or remove it to use the built-in one.',
      zh: '请更正模板，或删除它以使用内置模板。',
    },
  )
}

/** The variables of a template beside what the case gives, in their order. */
export function variablesOf(template: string): Variable[] {
  const found = new Map<string, Variable>()
  for (const [, name = '', otherwise] of template.matchAll(PLACE)) {
    if (isPlace(name) || found.has(name)) continue
    found.set(name, { name, ...(otherwise === undefined ? {} : { otherwise }) })
  }
  return [...found.values()]
}

/**
 * Fills a template. Values go in as they are, once: what stands between braces in a case or a variable
 * stays text.
 * @param values of the case; '' where it has nothing
 * @throws CasectlError `usage` for a variable that is missing or that the template does not have
 */
export function fillReply(
  template: string,
  values: Readonly<Record<CasePlace, string>>,
  given: ReadonlyMap<string, string>,
): string {
  const variables = variablesOf(template)
  checkVariables(variables, given)
  const shown = template.replace(PART, (_, part: string, inner: string) =>
    isPlace(part) && values[part].trim() !== '' ? inner : '',
  )
  const filled = shown.replace(PLACE, (_, name: string, otherwise = '') =>
    isPlace(name) ? values[name].trim() || otherwise : (given.get(name) ?? otherwise),
  )
  return `${filled.replace(/\n{3,}/g, '\n\n').trim()}\n`
}

function checkVariables(variables: readonly Variable[], given: ReadonlyMap<string, string>): void {
  const names = variables.map(({ name }) => name)
  for (const name of given.keys()) {
    if (names.includes(name)) continue
    const near = nearest(name, names, 1)[0]
    throw new CasectlError(
      'usage',
      {
        en: `The template has no variable "${name}".${near === undefined ? '' : ` Did you mean ${near}?`}`,
        zh: `模板没有变量“${name}”。${near === undefined ? '' : `是否想写 ${near}？`}`,
      },
      LIST,
    )
  }
  const missing = variables.filter(({ name, otherwise }) => otherwise === undefined && !given.has(name))
  if (missing.length === 0) return
  const list = missing.map(({ name }) => `--var ${name}=…`).join(' ')
  throw new CasectlError('usage', { en: `The reply still needs: ${list}`, zh: `回复还需要：${list}` }, LIST)
}

const LIST = {
  en: '`casectl reply --vars` lists the variables.',
  zh: '可用 `casectl reply --vars` 列出变量。',
}

function isPlace(name: string): name is CasePlace {
  return CASE_PLACES.some(place => place === name)
}
