import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/model/diagnostic.js'
import { LineIndex } from '../../src/model/range.js'
import { exampleCase } from '../../src/rules/example.js'
import { fingerprints } from '../../src/rules/fingerprint.js'
import { RULES } from '../../src/rules/index.js'
import { lintText } from './lint-text.js'

/** A finding of `word` at each of its places in a text. */
function findings(text: string, word: string, more: Partial<Diagnostic> = {}): Diagnostic[] {
  const index = new LineIndex(text)
  return [...text.matchAll(new RegExp(word, 'g'))].map(({ index: start }) => ({
    rule: 'vague-words',
    code: 'word',
    args: { word },
    message: { en: `"${word}" is vague.`, zh: `“${word}”含糊。` },
    severity: 'warning',
    path: 'cases/a.md',
    at: index.range(start, start + word.length),
    ...more,
  }))
}

function names(text: string, word: string, more: Partial<Diagnostic> = {}): string[] {
  return fingerprints(findings(text, word, more), () => text)
}

const TEXT = exampleCase({}, '\n# 标题\n\n## 问题\n\n大概是网络问题。\n\n另外，信号大概很弱。\n')

test('every finding of a run has a name of its own', () => {
  for (const { examples } of RULES) {
    const files = typeof examples.bad === 'string' ? { 'cases/example.md': examples.bad } : examples.bad
    const found = lintText(files)
    const all = fingerprints(found, path => files[path])
    expect(new Set(all).size).toBe(found.length)
  }
})

test('names do not change with the lines above, the severity or the wording', () => {
  const before = names(TEXT, '大概')
  expect(before).toHaveLength(2)
  expect(names(TEXT.replace('## 问题', '## 问题\n\n新的一段。'), '大概')).toEqual(before)
  expect(names(TEXT.replaceAll('\n', '\r\n'), '大概')).toEqual(before)
  const reworded = { severity: 'error', message: { en: 'Say it.', zh: '请写明。' } } as const
  expect(names(TEXT, '大概', reworded)).toEqual(before)
})

test('names do not change when the case is moved; a file without an id is known by its path', () => {
  const moved = { path: 'archive/2026/b.md' }
  expect(names(TEXT, '大概', moved)).toEqual(names(TEXT, '大概'))
  const bare = TEXT.replace(/^id: .*\n/m, '')
  expect(names(bare, '大概', moved)).not.toEqual(names(bare, '大概'))
})

test('the same words in another case are another finding', () => {
  const other = TEXT.replace('CASE-7F3KQ', 'CASE-7F3KR')
  expect(names(other, '大概')).not.toEqual(names(TEXT, '大概'))
})

test('a new finding above an old one of the same words is the one that is new', () => {
  const before = new Set(names(TEXT, '大概'))
  const after = names(TEXT.replace('大概是网络', '大概要重启。大概是网络'), '大概')
  expect(after.map(name => before.has(name))).toEqual([false, false, true])
  const below = names(TEXT.replace('## 问题\n\n', '## 问题\n\n现场大概有三台。\n\n'), '大概')
  expect(below.map(name => before.has(name))).toEqual([false, true, true])
})

test('equal findings are counted, so that a third one is new', () => {
  const twice = 'some issue\nsome issue\n'
  const before = names(twice, 'issue')
  expect(new Set(before).size).toBe(2)
  expect(names(`${twice}some issue\n`, 'issue').slice(0, 2)).toEqual(before)
})

test('advice and numbers do not count, what the finding is about does', () => {
  const name = (args: Diagnostic['args']): string => names(TEXT, 'Home router', { args })[0] ?? ''
  const plain = name({ value: 'x' })
  expect(name({ value: 'x', suggestion: 'Did you mean y?', count: 3, other: 'cases/b.md' })).toBe(plain)
  expect(name({ value: 'z' })).not.toBe(plain)
})

test('the name of a finding of personal data tells nothing of the value', () => {
  const more = { rule: 'personal-data', code: 'mobile', args: {} }
  const secret = 'Call 13800138000 now.\n'
  expect(names(secret, '13800138000', more)).toEqual(names('Ring 13912345678.\n', '13912345678', more))
})

test('a finding without a place or a text has a name', () => {
  const [found] = findings(TEXT, '大概')
  if (found === undefined) throw new Error('no finding')
  const { at: _, ...placeless } = found
  for (const name of fingerprints([placeless, found], () => undefined)) expect(name).toMatch(/^[0-9a-f]{32}$/)
})
