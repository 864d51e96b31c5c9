import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { type CliResult, cli } from './run-cli.js'
import { folderWith } from './temporary.js'

const SETTINGS = { 'casectl.config.yml': '', 'taxonomy.yml': readFileSync('taxonomy.yml', 'utf8') }

const POOR = exampleCase(
  { id: 'CASE-7F3KR', source: undefined, owner: undefined, title: 'Printer P-20 jams in the feeder' },
  exampleBody('1. Open Wi-Fi, 5 GHz, and set the channel to 36.', 'Set it.'),
)

function library(files: Readonly<Record<string, string>> = {}): string {
  return folderWith({ ...SETTINGS, 'cases/CASE-7F3KR-jam.md': POOR, ...files })
}

const quality = (cwd: string, ...args: readonly string[]): Promise<CliResult> =>
  cli(['quality', '--color', 'never', ...args], { cwd })

interface Judged {
  readonly id: string
  readonly failing: readonly { readonly check: string }[]
  readonly dimensions: readonly { readonly dimension: string; readonly stars: number }[]
  readonly passed: number
  readonly total: number
  readonly stars: number
}

async function judged(cwd: string, ...args: readonly string[]): Promise<Judged[]> {
  return JSON.parse((await quality(cwd, '--json', ...args)).stdout).cases
}

test('what fails stands first, with what to do; the stars come last and never alone', async () => {
  const { code, stdout } = await quality(library(), 'CASE-7F3KR')
  expect(code).toBe(0)
  const order = [
    'CASE-7F3KR  Printer P-20 jams in the feeder',
    '✗ authentic · Name the source with its references',
    'Dimension     Passed  Stars',
    'checks passed',
  ].map(text => stdout.indexOf(text))
  expect(order).toEqual([...order].sort((a, b) => a - b))
  expect(order[0]).toBe(0)
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^[★☆]{5} {2}\d+ of \d+ checks passed$/)
})

test('each dimension is counted by itself; one that asks nothing of a case is left out', async () => {
  const [poor] = await judged(library(), 'CASE-7F3KR')
  const failing = poor?.failing.map(({ check }) => check)
  expect(failing).toEqual(
    expect.arrayContaining(['source-named', 'owned', 'steps-numbered', 'customer-words']),
  )
  expect(poor?.dimensions.find(({ dimension }) => dimension === 'authentic')?.stars).toBe(0)
  expect(poor?.passed).toBe((poor?.total ?? 0) - (failing?.length ?? 0))
  const [faq] = await judged(
    library({
      'cases/CASE-7F3KS-faq.md': exampleCase(
        { id: 'CASE-7F3KS', kind: 'faq' },
        '\n## Problem\n\nWhy?\n\n## Resolution\n\nSo.\n',
      ),
    }),
    'CASE-7F3KS',
  )
  expect(faq?.dimensions.map(({ dimension }) => dimension)).not.toContain('pictures')
})

test('five stars are for a case that lacks nothing', async () => {
  const whole = exampleCase({
    title: 'Home router HR-2 drops 5 GHz at night with W-104',
    error_codes: '[W-104]',
    customer_phrases: '[the Wi-Fi dies every evening]',
    product: '{ name: home-router, module: rt-wifi, versions: [">=3.2"] }',
  })
  const [found] = await judged(library({ 'cases/CASE-7F3KQ-router.md': whole }), 'CASE-7F3KQ')
  expect(found?.failing).toEqual([])
  expect(found?.stars).toBe(5)
})

test('--all lists the living cases, the poorest first', async () => {
  const cwd = library({
    'cases/CASE-7F3KQ-router.md': exampleCase(),
    'cases/CASE-7F3KT-gone.md': exampleCase({ id: 'CASE-7F3KT', status: 'withdrawn' }),
  })
  const all = await judged(cwd, '--all')
  expect(all.map(({ id }) => id)).toEqual(['CASE-7F3KR', 'CASE-7F3KQ'])
  const { stdout } = await quality(cwd, '--all', '--lang', 'zh')
  expect(stdout.split('\n')[0]).toMatch(/^案例 +未通过 +检查项 +标题 +星级$/)
})

test('a case that is not there is exit 1, nothing named is wrong usage', async () => {
  expect(await quality(library(), 'CASE-00000')).toMatchObject({ code: 1 })
  expect(await quality(library())).toMatchObject({ code: 2 })
  expect(await quality(library(), 'CASE-7F3KR', '--all')).toMatchObject({ code: 2 })
})
