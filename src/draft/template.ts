import { CasectlError } from '../lib/errors.js'
import { nearest } from '../lib/near-names.js'
import type { Kind } from '../model/case.js'

/** The names that a template may put between double braces. */
export const PLACEHOLDERS = [
  'id',
  'kind',
  'title',
  'language',
  'created',
  'product',
  'module',
  'error_codes',
  'category',
  'fault_type',
  'urgency',
  'tags',
  'customer_phrases',
  'source_type',
  'source_refs',
  'audience',
  'background',
  'problem',
  'symptoms',
  'tried',
] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]

/** A template that was checked: its placeholders are known and stand where a value can stand. */
export interface Template {
  /** The front matter between its `---` lines, ending in a line break. */
  readonly head: string
  readonly body: string
}

// `key: {{x}}`, `- {{x}}`, `[{{x}}, …]`, each also between quotes, with or without a comment.
const WHOLE_VALUE = /(?<=(?:[:[,]|^[ ]*-)[ ]?["']?)\{\{[a-z_]+\}\}(?=["']?[ ]*(?:$|[ ]#|[,\]}]))/gm

/**
 * The file names under which the template of a kind is looked for, best first:
 * `case.zh-CN.md`, `case.zh.md`, `case.en.md`.
 */
export function templateNames(kind: Kind, language: string): string[] {
  const base = language.split('-')[0] ?? language
  return [...new Set([language, base, 'en'])].map(name => `${kind}.${name}.md`)
}

/**
 * Text of a template file → template.
 * @param name the file, for messages
 * @throws CasectlError `template` without closed front matter, for a placeholder that does not
 * exist, and for one in the front matter that is only part of a value
 */
export function parseTemplate(text: string, name: string): Template {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const parts = /^---[ \t]*\n((?:(?!---).*\n)*)---[ \t]*(?:\n([\s\S]*))?$/.exec(plain)
  if (parts === null) {
    throw broken(name, {
      en: 'it does not begin with front matter between two `---` lines',
      zh: '开头没有由两行 `---` 围住的前置元数据',
    })
  }
  const template = { head: parts[1] ?? '', body: parts[2] ?? '' }
  checkNames(plain, name)
  const partial = /\{\{[a-z_]+\}\}/.exec(template.head.replace(WHOLE_VALUE, ''))?.[0]
  if (partial !== undefined) {
    throw broken(name, {
      en: `${partial} in the front matter must be the whole value of its key`,
      zh: `前置元数据中的 ${partial} 必须单独作为一个键的值`,
    })
  }
  return template
}

function checkNames(text: string, file: string): void {
  for (const [whole, name = ''] of text.matchAll(/\{\{([a-z_]+)\}\}/g)) {
    if (PLACEHOLDERS.some(known => known === name)) continue
    const near = nearest(name, PLACEHOLDERS, 1)[0]
    throw broken(file, {
      en: `the placeholder ${whole} does not exist.${near === undefined ? '' : ` Did you mean {{${near}}}?`} Known: ${PLACEHOLDERS.join(', ')}`,
      zh: `占位符 ${whole} 不存在。${near === undefined ? '' : `是否想写 {{${near}}}？`}可用：${PLACEHOLDERS.join('、')}`,
    })
  }
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
