import { describe, expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { findings, fixed, found, type LintOptions } from './lint-text.js'

const RULE = 'links'
const PATH = 'cases/router/a.md'
const caseWith = (link: string) => exampleCase({}, exampleBody('Use channel 36.', link))
const others = {
  'cases/router/img/plan b.svg': '',
  'cases/router/频道.md': exampleCase({ id: 'CASE-00001' }),
  'cases/top.md': exampleCase({ id: 'CASE-00002' }),
  'readme.txt': '',
}
const lint = (link: string, options?: LintOptions) =>
  findings(RULE, { ...others, [PATH]: caseWith(link) }, options).map(({ code, args }) =>
    [code, ...String(args['suggestion'] ?? '').matchAll(/`(.*?)`/g)]
      .map(part => (typeof part === 'string' ? part : part[1]))
      .join(' '),
  )

test.each([
  '[a](频道.md)',
  '[a](%E9%A2%91%E9%81%93.md)',
  '[a](./频道.md#steps)',
  '[a](../top.md?x=1#y)',
  '[a](../../readme.txt)',
  '![a](<img/plan b.svg>)',
  '![a](img/plan%20b.svg "the plan")',
  '[a][ref]\n\n[ref]: ../top.md',
  '[a](https://x.example/no/such/page) <mailto:a@x.example> [b](tel:+861234)',
  'www.x.example and `[a](nowhere.md)`',
  '[a](weixin://dl/x)',
])('%s is in order', link => {
  expect(lint(link)).toEqual([])
})

test.each([
  ['[a]()', 'empty'],
  ['[a](file:///etc/passwd)', 'scheme'],
  ['[a](JavaScript:alert)', 'scheme'],
  ['[a](java&#9;script:alert)', 'scheme'],
  ['![a](data:image/png;base64,AA)', 'scheme'],
  ['[a](//x.example/y)', 'host'],
  ['[a](/etc/passwd)', 'absolute'],
  ['[a](C:/x.md)', 'absolute'],
  ['[a](/readme.txt)', 'absolute ../../readme.txt'],
  ['[a](img\\plan.svg)', 'backslash'],
  ['[a](100%.md)', 'escape'],
  ['[a](#100%)', 'escape'],
  ['[a](../../../x.md)', 'outside'],
  ['[a](..%2f..%2f..%2fx.md)', 'outside'],
  ['[a](img)', 'notAFile'],
  ['[a](../..)', 'notAFile'],
  ['[a](zzzzzzzz.bin)', 'missing'],
  ['[a](频到.md)', 'missing 频道.md'],
  ['[a](top.md)', 'missing ../top.md'],
  ['[a](a%00b.md)', 'missing'],
  [`[a](${'x'.repeat(300)}.md)`, 'missing'],
  [`[a](${'x/'.repeat(2100)}y.md)`, 'missing'],
])('%s is %s', (link, expected) => {
  expect(lint(link)).toEqual([expected])
})

test('links through a symbolic link and to devices are errors', () => {
  const entries = { 'cases/router/out': 'symlink', 'cases/router/pipe': 'other' } as const
  expect(lint('[a](out)', { entries })).toEqual(['symlink'])
  expect(lint('[a](out/shadow)', { entries })).toEqual(['symlink'])
  expect(lint('[a](pipe)', { entries })).toEqual(['notAFile'])
})

test('every finding stands at its link', () => {
  const text = caseWith('See [a](x.md), ![b](y.svg)\nand [c](#nowhere).')
  expect(found(RULE, text)).toEqual(['missing 34:5', 'missing 34:16', 'anchor 35:5 warning'])
})

describe('anchors in the same file', () => {
  test.each([
    '#steps',
    '#',
    '#top',
    '#home-router-w-104-drops-5-ghz-at-night',
    '#e-1203--see-below',
    '#again',
    '#again-1',
    '#again-2',
    '#%E6%AD%A5%E9%AA%A4-1',
    '#步骤-1',
    '#inner',
    '#inner-audienceinternal',
    '#mark',
  ])('%s exists', anchor => {
    const headings = [
      '### `E-1203`: & see below',
      '### Again',
      '### Again',
      '### Again',
      '### 步骤 1',
      '### Inner {audience=internal}',
    ].join('\n\n')
    expect(lint(`[a](${anchor})\n\n${headings}\n\n<a id="mark"></a>`)).toEqual([])
  })

  test('one that does not exist is a warning with the nearest', () => {
    expect(lint('[a](#step)')).toEqual(['anchor #steps'])
    expect(lint('[a](#Steps)')).toEqual(['anchor #steps'])
  })
})

describe('attachments', () => {
  const lintPath = (path: string, fields: Record<string, string> = {}) => {
    const text = exampleCase({ attachments: `[{ path: ${path} }]`, ...fields })
    return found(RULE, { ...others, 'cases/router/100%#1.log': '', [PATH]: text })
  }

  test('are looked up as they are written', () => {
    expect(lintPath('img/plan b.svg')).toEqual([])
    expect(lintPath('"100%#1.log"')).toEqual([])
    expect(lintPath('img/plan%20b.svg')).toEqual(['missing 16:23'])
    expect(lintPath('../../../x.log')).toEqual(['outside 16:23'])
    expect(lintPath('/tmp/x.log')).toEqual(['absolute 16:23'])
  })

  test('keep their places where one of them was refused', () => {
    expect(
      lintPath('x', { attachments: '[{ size: -1 }, { file: a }, text, { path: nowhere.log }]' }),
    ).toEqual(['missing 16:56'])
  })
})

describe('fixes', () => {
  const afterFix = (link: string) =>
    fixed(
      RULE,
      {
        ...others,
        'archive/(old)/CASE-00003-x y.md': exampleCase({ id: 'CASE-00003' }),
        [PATH]: caseWith(link),
      },
      PATH,
    )

  test('follow a case that was moved, by the id in its name', () => {
    expect(afterFix('[a](CASE-00003-renamed.md)')).toContain(
      '[a](../../archive/%28old%29/CASE-00003-x%20y.md)',
    )
    expect(afterFix('[a][r]\n\n[r]: CASE-00003.md "t"')).toContain(
      '[r]: ../../archive/%28old%29/CASE-00003-x%20y.md "t"',
    )
  })

  test('make an absolute path relative and keep its fragment', () => {
    expect(afterFix('[a](/cases/top.md#steps)')).toContain('[a](../top.md#steps)')
  })

  test('are not offered for a guess', () => {
    expect(afterFix('[a](频到.md)')).toContain('[a](频到.md)')
  })

  test('leave alone a title that repeats the target', () => {
    expect(afterFix('[a](/cases/top.md "/cases/top.md")')).toContain('[a](../top.md "/cases/top.md")')
  })
})

test('thousands of dead links cost no thousands of comparisons', () => {
  const files: Record<string, string> = {
    [PATH]: caseWith(Array.from({ length: 2000 }, (_, i) => `[a](no${i}.md)`).join('\n\n')),
  }
  for (let i = 0; i < 300; i++) files[`cases/router/case-number-${i}.md`] = '---\n---\n'
  const suggested = findings(RULE, files).filter(({ args }) => args['suggestion'] !== '')
  expect(suggested.length).toBeLessThanOrEqual(20)
})
