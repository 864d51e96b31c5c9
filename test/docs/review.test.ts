import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { resolveConfig } from '../../src/model/resolve-config.js'
import { readConfig } from '../../src/parse/read-config.js'
import { canonicalCase } from '../../src/review/canonical-case.js'
import { MESSAGES } from '../../src/review/messages.js'
import { TRANSITIONS } from '../../src/review/transitions.js'
import { digestOf } from '../../src/workspace/case-digest.js'
import { parse } from '../parse/parsing.js'

const page = readFileSync('docs/review.md', 'utf8')

/** The code block of a language. */
function block(language: string): string {
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? ''
}

test('the page names every code, and no other', () => {
  const listed = /Findings have the rule `review`[^\n]*/.exec(page)?.[0] ?? ''
  const codes = [...listed.matchAll(/`([a-z-]+)`/g)].map(([, code]) => code).filter(code => code !== 'review')
  expect(codes.sort()).toEqual(Object.keys(MESSAGES).sort())
})

test('the table of transitions is the one in force', () => {
  for (const [from, to] of Object.entries(TRANSITIONS))
    expect(page).toContain(`| ${from} | ${to.join(', ')} |`)
})

test('the example of a configuration holds, but for the name of a commit that is cut short', () => {
  const text = block('yaml').replace('1f0c…', '0'.repeat(40))
  const { value, problems } = readConfig(text)
  expect(problems).toEqual([])
  const { review } = resolveConfig(value ?? {})
  expect(review.required).toEqual({
    case: ['technical', 'sensitivity'],
    sop: ['technical', 'sensitivity'],
    faq: ['technical'],
  })
})

test('the example of a digest is right', () => {
  const file = parse(block('markdown'))
  expect(canonicalCase(file)).toBe(block('json').trimEnd())
  expect(page).toContain(`\`${digestOf(file)}\``)
})
