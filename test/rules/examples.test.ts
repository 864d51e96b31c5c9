import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { AnyArguments, Messages } from '../../src/lib/message.js'
import { checkOptions } from '../../src/parse/schema.js'
import { RULES } from '../../src/rules/index.js'
import { lintText, ROOT } from './lint-text.js'

const ids = RULES.map(rule => rule.id)

test('the rules are listed by what they judge: file, front matter, text, other cases', () => {
  expect(ids).toEqual([
    'readable-file',
    'front-matter',
    'duplicate-key',
    'schema',
    'body-limits',
    'file-name',
    'archive-folder',
    'id-unique',
    'id-prefix',
    'required-fields',
    'known-terms',
    'charter-scope',
    'dates',
    'review-due',
    'review-when',
    'title-standard',
    'outcome-units',
    'required-sections',
    'section-order',
    'empty-section',
    'heading-levels',
    'ordered-steps',
    'list-shape',
    'table-shape',
    'code-fence',
    'image-alt',
    'bare-url',
    'template-text',
    'vague-wording',
    'claimed-improvement',
    'sentence-length',
    'jargon',
    'raw-transcript',
    'terminology',
    'han-punctuation',
    'han-spacing',
    'mixed-script',
    'personal-data',
    'image-metadata',
    'links',
    'attachments',
    'orphan-asset',
    'relations',
    'public-leak',
    'near-duplicate',
    'contradiction',
    'unused-term',
    'unsafe-tree',
    'disable-comment',
    'unused-disable',
  ])
})

test('rule ids are unique and in kebab case', () => {
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
})

/** Placeholders of a sentence; a name with `Zh` behind it is the Chinese words of the same thing. */
function placeholders(sentence: string): string[] {
  const names = [...sentence.matchAll(/\{(\w+)\}/g)].map(match => (match[1] ?? '').replace(/Zh$/, ''))
  return [...new Set(names)].sort()
}

// Findings on files as a whole have no place in the text.
const WITHOUT_PLACE = new Set(['readable-file', 'file-name'])

describe.each(RULES.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  test('its good example has no finding of it and no error of any other rule', () => {
    const found = lintText(rule.examples.good)
    expect(found.filter(finding => finding.rule === id || finding.severity === 'error')).toEqual([])
  })

  test('its bad example has a finding of it, with its place and all words filled in', () => {
    const found = lintText(rule.examples.bad).filter(finding => finding.rule === id)
    expect(found.length).toBeGreaterThan(0)
    for (const { at, message, args } of found) {
      if (!WITHOUT_PLACE.has(id)) expect(at?.line).toBeGreaterThan(0)
      for (const sentence of Object.values(message)) expect(unfilled(sentence, args)).toEqual([])
    }
  })

  test('its words stand in both languages, with the same placeholders in each message', () => {
    const texts: Messages = { ...rule.messages, summary: rule.summary, why: rule.why }
    for (const [code, { en, zh }] of Object.entries(texts)) {
      expect(en, code).toMatch(/[A-Za-z`{].*[.}]$/)
      expect(zh, code).toMatch(/\p{Script=Han}/u)
      expect(placeholders(zh), code).toEqual(placeholders(en))
    }
  })
})

function unfilled(sentence: string, args: AnyArguments): string[] {
  return placeholders(sentence).filter(name => !JSON.stringify(args).includes(`{${name}}`))
}

test.each(RULES.map(rule => [rule.id, rule] as const))('the defaults of %s meet its schema', (_, rule) => {
  expect(checkOptions(rule.options.schema, structuredClone(rule.options.defaults))).toBeUndefined()
})

test('every message code is named by a test of its rule', () => {
  const folder = new URL('test/rules/', ROOT)
  const tests = readdirSync(folder)
    .filter(name => name.endsWith('.test.ts'))
    .map(name => readFileSync(new URL(name, folder), 'utf8'))
  const unnamed = RULES.flatMap(rule => {
    const own = tests.filter(text => text.includes(`'${rule.id}'`)).join('\n')
    const codes = Object.keys(rule.messages)
    return codes
      .filter(code => !new RegExp(`['\`](?:\\w )?${code}\\b`).test(own))
      .map(code => `${rule.id}/${code}`)
  })
  expect(unnamed).toEqual([])
})
