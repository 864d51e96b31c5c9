import fc from 'fast-check'
import { expect, test } from 'vitest'
import { style } from '../../src/lib/style.js'
import { FORMAT_NAMES, type FormatName } from '../../src/model/lint-format.js'
import { personalValues } from '../../src/report/lint/withheld.js'
import { FORMATS, lintReport, reportFile } from '../../src/report/lint-formats.js'
import { finding, nasty, nastyFindings, resultOf, viewOf } from './lint/results.js'
import { readXml } from './lint/xml.js'

test('there is a reporter a name, and no other', () => {
  expect(Object.keys(FORMATS)).toEqual([...FORMAT_NAMES])
})

test.each(FORMAT_NAMES)('%s ends its file with one line break', format => {
  const found = [finding()]
  const file = reportFile(lintReport(format, resultOf(found), viewOf(found)))
  expect(file).toMatch(/[^\n]\n$/)
  expect(file).toContain('known-terms')
})

test.each(FORMAT_NAMES)('no title or path makes a workflow command of a line of %s', format => {
  // Whatever a step of GitHub Actions prints is searched for commands, not only what is meant to be.
  fc.assert(
    fc.property(nastyFindings, nasty, (found, title) => {
      const view = viewOf(found, {}, { titleOf: () => title })
      const lines = reportFile(lintReport(format, resultOf(found), view)).split(/\r\n|\r|\n/)
      const commands = lines.filter(line => line.trimStart().startsWith('::'))
      expect(commands).toHaveLength(format === 'github' ? found.length : 0)
      // The older form counts anywhere in a line, unless the line is a command of the newer one.
      if (format !== 'github') expect(lines.filter(line => line.includes('##['))).toEqual([])
    }),
  )
})

test('JSON and XML say the same with a bracket that makes no command', () => {
  const found = [finding({ message: { en: 'Title "##[stop-commands]x".', zh: '' } })]
  const text = (format: FormatName): string => lintReport(format, resultOf(found), viewOf(found)).text
  expect(JSON.parse(text('json')).diagnostics[0].message).toBe('Title "##[stop-commands]x".')
  const [, suite] = readXml(text('junit').trimEnd()).children
  expect(suite?.children[0]?.children[0]?.attributes['message']).toBe('Title "##[stop-commands]x".')
})

test('what has nothing to say is an empty file', () => {
  for (const format of ['compact', 'github'] as const) {
    expect(reportFile(lintReport(format, resultOf([]), viewOf([])))).toBe('')
  }
})

test('only pretty is styled; its file is not', () => {
  const found = [finding({ message: { en: `a ${style.red('red')} \x1b title\nof two lines`, zh: '' } })]
  for (const format of FORMAT_NAMES) {
    const report = lintReport(format, resultOf(found), viewOf(found))
    expect(report.styled).toBe(format === 'pretty')
    expect(/[\ufdd0-\ufdef]/.test(report.text)).toBe(report.styled)
  }
  const file = reportFile(lintReport('pretty', resultOf(found), viewOf(found)))
  expect(file.split('\n')).toEqual([
    'cases/a.md',
    '  2:3  error  a red \\u001b title of two lines  known-terms',
    '',
    'Cases checked: 1. Errors: 1, warnings: 0, notes: 0.',
    '',
  ])
})

test('limits of GitHub are told beside the SARIF file', () => {
  const found = Array.from({ length: 5001 }, () => finding())
  const [result, view] = [resultOf(found), viewOf(found)]
  expect(lintReport('sarif', result, view).notices.map(({ zh }) => zh)).toEqual([
    'SARIF：GitHub 每次运行只显示最严重的 5000 个问题；现有 5001 个。',
  ])
  expect(lintReport('sarif', resultOf([]), viewOf([])).notices).toEqual([])
  expect(lintReport('compact', result, view).notices).toEqual([])
})

const PHONE = '13800138000'
const TEXT = `---\nphone: ${PHONE}\n---\n`
const PERSONAL = finding({
  rule: 'personal-data',
  code: 'found',
  args: { what: 'a mobile number' },
  message: { en: 'Personal data: a mobile number.', zh: '个人数据：手机号。' },
  at: { start: 11, end: 22, line: 2, column: 8 },
  fix: [{ path: 'cases/a.md', start: 11, end: 22, text: '138****0000' }],
})
/** A rule that knows nothing of personal data quotes what it finds, and its fix moves it. */
const QUOTING = finding({
  args: { value: PHONE },
  message: { en: `No \`${PHONE}\`.`, zh: `没有 \`${PHONE}\`。` },
  fix: [{ path: 'cases/a.md', start: 4, end: 23, text: `tel: ${PHONE}` }],
})

test.each(FORMAT_NAMES)('%s repeats no personal data, whichever rule quotes them', format => {
  const found = [QUOTING, PERSONAL]
  const view = viewOf(found, { 'cases/a.md': TEXT }, { titleOf: () => 'CASE-7F3KQ' })
  for (const language of ['en', 'zh'] as const) {
    const { text } = lintReport(format, resultOf(found), { ...view, language })
    expect(text).not.toContain(PHONE)
    expect(text).toContain('[…]')
  }
})

test('data of findings that are not reported themselves are withheld too', () => {
  const textOf = (): string => TEXT
  const all = personalValues(resultOf([], { suppressed: [{ ...PERSONAL, reason: 'ours' }] }), textOf)
  const view = viewOf([QUOTING], {}, { withheld: all })
  for (const format of FORMAT_NAMES) {
    expect(lintReport(format, resultOf([QUOTING]), view).text).not.toContain(PHONE)
  }
})
