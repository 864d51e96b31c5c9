import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { findings, fixed } from './lint-text.js'

const RULE = 'attachments'
const LOG = 'E-1203\n'
const SHA = '9f2e546c02da3d68b9b378f0337bcaa6e1e6cec6ba9d5d3946a264c16cb382bf'
const OTHER_SHA = 'ab'.repeat(32)

const files = (
  attachments: string,
  text = 'Use channel 36.',
  more: Record<string, string | Uint8Array> = {},
) => ({
  'cases/a.md': exampleCase({ attachments }, exampleBody('Use channel 36.', text)),
  'cases/log.txt': LOG,
  ...more,
})
const lint = (...args: Parameters<typeof files>) =>
  findings(RULE, files(...args)).map(
    ({ code, at, severity }) =>
      `${code} ${at?.line}:${at?.column}${severity === 'error' ? '' : ` ${severity}`}`,
  )

describe('size and hash', () => {
  test('that are true are no finding', () => {
    expect(lint(`[{ path: log.txt, sha256: ${SHA}, size: 7 }]`)).toEqual([])
  })

  test('that are wrong are errors where they stand', () => {
    expect(lint(`[{ path: log.txt, size: 12, sha256: ${OTHER_SHA} }]`)).toEqual([
      'size 16:38',
      'sha256 16:50',
    ])
  })

  test('that are missing are a warning at the path', () => {
    expect(lint('[{ path: log.txt }]')).toEqual(['incomplete 16:23 warning'])
    const [finding] = findings(RULE, files('[{ path: log.txt, size: 7 }]'))
    expect(finding?.message.en).toContain('without `sha256`. Add `sha256`')
  })

  test('of a file that is not there are judged by links', () => {
    expect(lint('[{ path: gone.txt, size: 1 }, { path: ../../x }, { path: "https://a.example/x" }]')).toEqual(
      [],
    )
  })

  test('that the schema refused are its business', () => {
    expect(lint(`[{ path: log.txt, sha256: none, size: 7 }]`)).toEqual([])
  })

  test('of a draft are warnings', () => {
    const draft = {
      ...files(''),
      'cases/a.md': exampleCase({ status: 'draft', attachments: '[{ path: log.txt, size: 1 }]' }),
    }
    expect(findings(RULE, draft).map(({ severity }) => severity)).toEqual(['warning', 'warning'])
  })
})

describe('the fix writes them', () => {
  test.each([
    ['in braces', '[{ path: log.txt }]', `[{ path: log.txt, sha256: ${SHA}, size: 7 }]`],
    ['beside others', `[{ size: 1, path: "log.txt" }]`, `[{ size: 7, path: "log.txt", sha256: ${SHA} }]`],
    [
      'over old ones',
      `[{ path: log.txt, sha256: ${OTHER_SHA}, size: 8 }]`,
      `[{ path: log.txt, sha256: ${SHA}, size: 7 }]`,
    ],
    [
      'in lines',
      '\n  - path: log.txt # the log',
      `\n  - path: log.txt # the log\n    sha256: ${SHA}\n    size: 7`,
    ],
    ['in lines without indentation', '\n- path: log.txt', `\n- path: log.txt\n  sha256: ${SHA}\n  size: 7`],
    [
      'below another field',
      '\n  -\n    size: 7\n    path: log.txt',
      `\n  -\n    size: 7\n    path: log.txt\n    sha256: ${SHA}`,
    ],
  ])('%s', (_name, before, after) => {
    const text = fixed(RULE, files(before) as Record<string, string>, 'cases/a.md')
    expect(text).toBe(files(after)['cases/a.md'])
    expect(findings(RULE, { ...files(''), 'cases/a.md': text })).toEqual([])
  })

  test('with the line breaks of the file', () => {
    const crlf = files('\n  - path: log.txt')['cases/a.md'].replaceAll('\n', '\r\n')
    const text = fixed(RULE, { 'cases/a.md': crlf, 'cases/log.txt': LOG }, 'cases/a.md')
    expect(text).toContain(`  - path: log.txt\r\n    sha256: ${SHA}\r\n    size: 7\r\n`)
  })

  test('but not where the place is uncertain', () => {
    const [finding] = findings(RULE, files('\n  - path: >-\n      log.txt'))
    expect([finding?.code, finding?.fix]).toEqual(['incomplete', undefined])
  })
})

describe('Git LFS', () => {
  const large = new Uint8Array(6 * 1024 * 1024)
  const sha256 = createHash('sha256').update(large).digest('hex')
  const manifest = `[{ path: clip.mp4, sha256: ${sha256}, size: ${large.length} }]`

  test('is asked for of large attachments and images, each file once', () => {
    expect(lint(manifest, '![clip](clip.mp4)', { 'cases/clip.mp4': large })).toEqual(['large 16:23 warning'])
    expect(lint('[]', '![clip](clip.mp4) ![again](clip.mp4)', { 'cases/clip.mp4': large })).toEqual([
      'large 35:1 warning',
    ])
    const [finding] = findings(RULE, files(manifest, '', { 'cases/clip.mp4': large }))
    expect(finding?.args).toEqual({ path: 'clip.mp4', size: '6.0', limit: 5, pattern: '*.mp4' })
  })

  test.each([
    ['.gitattributes', '*.mp4 filter=lfs diff=lfs merge=lfs -text', []],
    ['cases/.gitattributes', 'clip.mp4 filter=lfs', []],
    ['.gitattributes', '*.png filter=lfs', ['large 16:23 warning']],
    ['docs/.gitattributes', '*.mp4 filter=lfs', ['large 16:23 warning']],
  ])('%s with %s', (path, line, expected) => {
    expect(lint(manifest, '', { 'cases/clip.mp4': large, [path]: line })).toEqual(expected)
  })

  test('the nearest .gitattributes decides', () => {
    const more = { '.gitattributes': '*.mp4 filter=lfs', 'cases/.gitattributes': '*.mp4 -filter' }
    expect(lint(manifest, '', { 'cases/clip.mp4': large, ...more })).toEqual(['large 16:23 warning'])
  })

  test('has its pointer read where the file itself was not fetched', () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256}\nsize ${large.length}\n`
    expect(lint(manifest, '', { 'cases/clip.mp4': pointer })).toEqual([])
    const text = fixed(
      RULE,
      files('[{ path: clip.mp4 }]', '', { 'cases/clip.mp4': pointer }) as Record<string, string>,
      'cases/a.md',
    )
    expect(text).toContain(manifest)
  })

  test('the limit can be set', () => {
    const options = { [RULE]: { maxMiB: 10 } }
    expect(findings(RULE, files(manifest, '', { 'cases/clip.mp4': large }), { options })).toEqual([])
  })
})
