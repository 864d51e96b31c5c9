import { expect, test } from 'vitest'
import { draftCase } from '../../src/draft/draft-case.js'
import { KINDS } from '../../src/model/case.js'
import { DEFAULT_KINDS } from '../../src/model/defaults.js'
import { drafted, request, sectionIds, shipped } from './support.js'

const EVERY = KINDS.flatMap(kind => [
  { kind, language: 'zh-CN', template: shipped(kind, 'zh') },
  { kind, language: 'en', template: shipped(kind, 'en') },
])

test.each(EVERY)('a draft of $kind in $language is sound and has every section in order', over => {
  const found = drafted({ ...over, product: 'home-router', module: 'rt-wifi', category: 'no-internet' })
  expect(found).toMatchObject({
    kind: over.kind,
    language: over.language,
    status: 'draft',
    audience: 'internal',
  })
  expect(found).toMatchObject({ created: '2026-11-05', updated: '2026-11-05', errorCodes: ['ERR_WIFI_AUTH'] })
  expect(sectionIds(found)).toEqual(DEFAULT_KINDS[over.kind].sections.map(section => section.id))
  expect(found.body.sections.every(section => section.empty)).toBe(true)
  expect(found.terms.map(term => term.value)).toEqual(['no-internet', 'home-router', 'rt-wifi'])
})

test.each(EVERY)('every section of a $kind template in $language has one hint', over => {
  const hints = drafted(over).body.comments.filter(comment => comment.text.startsWith('hint: '))
  expect(hints).toHaveLength(DEFAULT_KINDS[over.kind].sections.length)
})

test.each(EVERY)('problem and symptoms find their place in a $kind in $language', over => {
  const found = drafted({ ...over, problem: 'PROBLEM', symptoms: 'SYMPTOMS' })
  expect(
    found.body.sections
      .filter(section => !section.empty)
      .map(section => section.text)
      .join('\n'),
  ).toBe('PROBLEM\nSYMPTOMS')
  expect(sectionIds(found)).toEqual(DEFAULT_KINDS[over.kind].sections.map(section => section.id))
})

test('everything that the request says stands in the draft', () => {
  const found = drafted({
    urgency: 'high',
    faultType: ['network', 'configuration'],
    errorCodes: ['C-91', 'C-91'],
    tags: ['访客网络', 'a: b', ''],
    customerPhrases: ['“连不上”，反复\n输密码'],
    source: { type: 'chat', refs: ['TK-1'] },
    problem: '报 INV-4031。',
    tried: '1. 重启',
    background: '酒店',
  })
  expect(found).toMatchObject({
    errorCodes: ['C-91', 'ERR_WIFI_AUTH', 'INV-4031'],
    tags: ['访客网络', 'a: b'],
    customerPhrases: ['“连不上”，反复 输密码'],
    source: { type: 'chat', refs: ['TK-1'] },
  })
  expect(found.terms.map(term => term.value)).toEqual(['network', 'configuration', 'high'])
  const texts = new Map(found.body.sections.map(section => [section.id, section.text]))
  expect([texts.get('background'), texts.get('problem'), texts.get('tried')]).toEqual([
    '酒店',
    '报 INV-4031。',
    '重启',
  ])
})

test.each([
  'plain: with a colon',
  '# heading --- # comment',
  '"quoted" and \'quoted\'',
  '- list',
  '--- ',
  '{{id}} {{problem}}',
  '[link](nowhere.md) ![image](gone.png) <script> `code` *em* _em_ ~~x~~ &amp; C:\\x',
  '1. numbered #',
  '!tag &anchor *alias %x @x',
  '停机 '.repeat(60).trim(),
  'x'.repeat(300),
  '\u202Eright to left',
])('a hostile title reads back as it was typed and opens nothing: %s', title => {
  const found = drafted({ title })
  expect(found.title).toBe(title.trim())
  const heading = found.body.headings[0]
  expect(heading?.depth).toBe(1)
  expect(heading?.title.replaceAll(/\s+/g, ' ')).toBe(title.trim())
  expect(found.body.links).toEqual([])
  expect(sectionIds(found)).toEqual(DEFAULT_KINDS.case.sections.map(section => section.id))
})

test('line breaks in a title become spaces', () => {
  expect(drafted({ title: 'one\r\n  two\nid: CASE-00000' }).title).toBe('one two id: CASE-00000')
})

test('a title too long for the schema is cut, and stands whole in the problem', () => {
  const title = '停'.repeat(400)
  const found = drafted({ title, problem: 'more' })
  expect([...found.title]).toHaveLength(300)
  expect(found.body.sections.find(section => section.id === 'problem')?.text).toBe(`${title}\nmore`)
})

test.each([
  [{}, 'cases/CASE-7F3KQ-路由器-ERR-WIFI-AUTH-反复认证.md'],
  [{ product: 'home-router' }, 'cases/home-router/CASE-7F3KQ-路由器-ERR-WIFI-AUTH-反复认证.md'],
  [{ product: '路由器', folder: 'kb/living', title: 'A/B: "c"?' }, 'kb/living/路由器/CASE-7F3KQ-A-B-c.md'],
  [{ product: 'aux', title: '../..' }, 'cases/CASE-7F3KQ.md'],
])('the file stands below its product, named by id and title: %j', (over, path) => {
  expect(draftCase(request(over)).path).toBe(path)
})

test('a draft ends in one line break and has no carriage return', () => {
  const { text } = draftCase(request({ problem: 'a\r\nb\r\n\r\n' }))
  expect(text).not.toContain('\r')
  expect(text).toMatch(/[^\n]\n$/)
  expect(text).not.toContain('{{')
})

test('a field without a value is left open before its comment', () => {
  expect(draftCase(request()).text).toMatch(/^ {2}name: # /m)
})
