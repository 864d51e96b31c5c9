import { expect, test } from 'vitest'
import { RULES } from '../../src/rules/index.js'
import { cli } from './run-cli.js'
import { folderWith, temporaryFolder } from './temporary.js'

test('without a rule every rule is listed with its severities', async () => {
  const { code, stdout } = await cli(['explain'])
  expect(code).toBe(0)
  const [header, ...lines] = stdout.trim().split('\n')
  expect(header).toMatch(/^Rule +Severity +In a draft +Asks$/)
  expect(lines.map(line => line.split(' ')[0])).toEqual(RULES.map(rule => rule.id))
  expect(stdout).toMatch(/^dates +error +warning +Dates stand in order/m)
})

test('a page says what the rule asks, why, its options and two examples', async () => {
  const { code, stdout } = await cli(['explain', 'id-prefix'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^id-prefix {2}warning\n/)
  expect(stdout).toContain('\nWhy\n\n  The prefix tells from which library')
  expect(stdout).toContain('\nOptions\n\n  also = []\n    Further prefixes')
  expect(stdout).toContain('\nBad example\n\n  ---\n> id: KB-7F3KQ\n  kind: case\n')
  expect(stdout).toContain('\nGood example\n\n  ---\n> id: CASE-7F3KQ\n  kind: case\n')
})

test('every rule has a page in both languages, without a placeholder left', async () => {
  const cwd = temporaryFolder()
  for (const { id, summary } of RULES) {
    for (const lang of ['en', 'zh'] as const) {
      const { code, stdout } = await cli(['explain', id, '--lang', lang], { cwd })
      expect(code).toBe(0)
      expect(stdout.replace(/\s/g, '')).toContain(summary[lang].replace(/\s/g, ''))
      expect(stdout.split(lang === 'zh' ? '\n正例\n' : '\nGood example\n')[1]?.trim()).toBeTruthy()
    }
  }
})

test('what tells the examples apart is marked; several files are named', async () => {
  const { stdout } = await cli(['explain', 'file-name'])
  expect(stdout).toContain('> cases/aux.md\n  ---\n> id: CASE-4C8RT\n  kind: case\n')
  expect((await cli(['explain', 'duplicate-key'])).stdout).toMatch(/Good example\n\n {2}\(the same without/)
})

test('inside a library the page tells what the configuration says', async () => {
  const cwd = folderWith({
    'casectl.config.yml': 'rules:\n  dates: off\n  id-prefix: { severity: error, also: [KB] }\n',
  })
  expect((await cli(['explain', 'dates'], { cwd })).stdout).toContain('in this library: off')
  const { stdout } = await cli(['explain', 'id-prefix'], { cwd })
  expect(stdout).toContain('also = []  in this library: ["KB"]')
  expect((await cli(['explain'], { cwd })).stdout).toMatch(/^dates +off +off /m)
})

test('a broken configuration does not keep a rule from being explained', async () => {
  const cwd = folderWith({ 'casectl.config.yml': 'nonsense: [' })
  expect((await cli(['explain', 'dates'], { cwd })).code).toBe(0)
  expect((await cli(['explain', 'dates', '--config', 'casectl.config.yml'], { cwd })).code).toBe(2)
})

test('an unknown rule is wrong usage and brings the nearest', async () => {
  const { code, stderr } = await cli(['explain', 'know-terms'])
  expect(code).toBe(2)
  expect(stderr).toContain('known-terms')
})

test('--json gives a rule as data, in English whatever the language', async () => {
  const { stdout } = await cli(['explain', 'dates', '--json', '--lang', 'zh'])
  const { command, rule } = JSON.parse(stdout)
  expect(command).toBe('explain')
  expect(rule).toMatchObject({ id: 'dates', severity: 'error', draftSeverity: 'warning', options: [] })
  expect(rule.summary).toMatch(/^Dates stand in order/)
  expect(rule.examples.bad).toContain('updated: 2026-02-28')
  const { rules } = JSON.parse((await cli(['explain', '--json'])).stdout)
  expect(rules.map((each: { id: string }) => each.id)).toEqual(RULES.map(each => each.id))
})
