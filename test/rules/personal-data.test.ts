import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { readSound } from '../draft/support.js'
import { residentId } from '../privacy/made.js'
import { findings, fixed, found } from './lint-text.js'

const RULE = 'personal-data'
const body = (text: string): string => exampleBody('Use channel 36.', text)
const ID = residentId('330106', '19870615', '452')
const SECRETS = ['13912345678', 'li.lei@example.com', 'Hx7kp29w', ID, 'Grace Hopper']

const everywhere = exampleCase(
  { owner: 'li.lei@example.com', '"13912345678"': 'a', testimonial: '{ text: "call 13912345678" }' },
  body(
    [
      'Call 13912345678.',
      '```sh\nexport PASSWORD=Hx7kp29w\n```',
      '[mail](mailto:li.lei@example.com) ![of 13912345678](img/a.png)',
      `<!-- ${ID} -->`,
      'Contact: Grace Hopper',
    ].join('\n\n'),
  ),
)

test('values, keys, prose, code, links, alternative texts and comments are looked at', () => {
  expect(found(RULE, everywhere)).toEqual([
    'found 14:8',
    'found 16:2',
    'found 17:28',
    'found 36:6',
    'secret 39:17',
    'found 42:15',
    'found 42:40',
    'found 44:6',
    'likely 46:10 warning',
  ])
})

test('no finding carries the value, but for what its fix puts in its place', () => {
  for (const finding of findings(RULE, everywhere)) {
    const said = JSON.stringify({ ...finding, path: '' })
    for (const secret of SECRETS) expect(said).not.toContain(secret)
  }
})

test('fixing masks everything, and then nothing is found', () => {
  let text = everywhere
  for (let pass = 0; pass < 3; pass++) text = fixed(RULE, text)
  for (const secret of SECRETS) expect(text).not.toContain(secret)
  expect(text).toContain('Contact: Customer A')
  expect(text).toContain('Call 139****5678.')
  expect(text).toContain('(mailto:[email])')
  expect(text).toContain('export PASSWORD=[secret]')
  expect(found(RULE, text)).toEqual([])
})

test('a masked value of the front matter stays the text that it was', () => {
  const text = exampleCase({ owner: 'li.lei@example.com', tags: '[a, li.lei@example.com]' })
  const after = fixed(RULE, text)
  expect(after).toContain('owner: "[email]"')
  expect(after).toContain('tags: [a, "[email]"]')
  expect(findings('schema', after)).toEqual([])
})

test.each([
  ['"so li.lei@example.com said"', 'so [email] said'],
  ["'so li.lei@example.com said'", 'so [email] said'],
  ["it's li.lei@example.com", "it's [email]"],
  ['li.lei@example.com # said so', '[email]'],
  ['|\n    li.lei@example.com\n    said', '[email]\nsaid\n'],
  ['>\n    li.lei@example.com\n    said', '[email] said\n'],
  ['li.lei@example.com\n    said so', '[email] said so'],
  ['call 13912345678', 'call 139****5678'],
])('however a value is written, %j is read as %j once it is masked', (written, value) => {
  const after = fixed(RULE, exampleCase({ testimonial: `\n  text: ${written}` }))
  expect(readSound(after).testimonial?.text).toBe(value)
})

test('two data of one plain value are masked as one edit', () => {
  const text = exampleCase({ owner: 'li.lei@example.com or lei.li@example.com' })
  expect(findings(RULE, text)).toHaveLength(2)
  expect(fixed(RULE, text)).toContain('owner: "[email] or [email]"')
})

test('the words of a mask are those of the case', () => {
  const text = exampleCase({ language: 'zh-CN' }, body('联系人：赵小雨，li.lei@example.com'))
  expect(fixed(RULE, text)).toContain('联系人：客户A，[邮箱]')
})

test('a datum in a path is not masked: the file it leads to is renamed first', () => {
  const text = exampleCase(
    { attachments: '[{ path: img/13912345678.png }]' },
    body('![the log](img/13912345678.png)'),
  )
  expect(found(RULE, text)).toEqual(['path 16:27', 'path 35:16'])
  expect(fixed(RULE, text)).toBe(text)
})

test('a datum in the file name is named with the steps that take it out', () => {
  const path = 'cases/CASE-7F3KQ-call-13912345678.md'
  const finding = findings(RULE, { [path]: exampleCase() })[0]
  expect(finding).toMatchObject({ code: 'fileName', severity: 'error' })
  expect(finding?.fix).toBeUndefined()
  expect(finding?.message.en).toContain('git mv')
  expect(finding?.message.en).not.toContain('13912345678')
})

test('what the configuration allows is no finding, and its masks are used', () => {
  const config = [
    'privacy:',
    '  allow:',
    '    - { value: 021-62345678, reason: our hotline }',
    '  mask: { email: "(mail)" }',
  ].join('\n')
  const text = exampleCase({}, body('Call 021-62345678 or write to li.lei@example.com.'))
  const files = { 'casectl.config.yml': config, 'cases/example.md': text }
  expect(found(RULE, files)).toEqual(['found 34:31'])
  expect(fixed(RULE, files)).toContain('Call 021-62345678 or write to (mail).')
})

test('a draft is judged as any other case: a repository forgets nothing', () => {
  expect(found(RULE, exampleCase({ status: 'draft' }, body('Call 13912345678.')))).toEqual(['found 34:6'])
})

test('a file whose front matter cannot be read is looked at, and left as it is', () => {
  const text = '---\nid: [\n---\n\nCall 13912345678.\n'
  expect(found(RULE, text)).toEqual(['found 5:6'])
  expect(fixed(RULE, text)).toBe(text)
})

test('a secret before an escaped quote is masked, and the quote stays escaped', () => {
  const text = exampleCase({ owner: JSON.stringify('密码：Hx7kp29w"') })
  const after = fixed(RULE, text)
  expect(after).not.toContain('Hx7kp29w')
  expect(findings('front-matter', after)).toEqual([])
  expect(found(RULE, after)).toEqual([])
})

test('whatever a case holds, its fixes leave a text that can be read and has no finding', () => {
  const pieces = fc.constantFrom(
    ...[
      '13912345678',
      'li.lei@example.com',
      '赵小雨女士',
      '"',
      "'",
      ': ',
      '#',
      '[',
      '{',
      '\n',
      ' ',
      '- ',
      '`',
    ],
    ...['联系人：', '密码：', 'Hx7kp29w', '203.0.113.9', '(', '|', '\\', '***', 'see ', '，'],
  )
  const words = fc.array(pieces, { maxLength: 12 }).map(parts => parts.join(''))
  fc.assert(
    fc.property(words, words, (value, prose) => {
      const text = exampleCase({ owner: JSON.stringify(value) }, body(prose))
      let after = text
      for (let pass = 0; pass < 4; pass++) after = fixed(RULE, after)
      const left = findings(RULE, after).filter(({ fix }) => fix !== undefined)
      expect(left).toEqual([])
      if (findings('front-matter', text).length === 0) expect(findings('front-matter', after)).toEqual([])
    }),
    { numRuns: 40, examples: [['密码：li.lei@example.com"', '']] },
  )
})
