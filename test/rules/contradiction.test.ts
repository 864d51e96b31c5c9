import { expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { findings } from './lint-text.js'

const RULE = 'contradiction'
type Fields = Record<string, string | undefined>

const OTHERWISE = exampleBody('Use channel 36.', 'Replace the antenna.').replace(
  'Open Wi-Fi, 5 GHz, and set the channel to 36.',
  'Unscrew both antennas, fit new ones, tighten by hand.',
)
const files = (a: Fields, b: Fields, body = OTHERWISE) => ({
  'cases/a.md': exampleCase({ id: 'CASE-00001', error_codes: '[W-104]', ...a }),
  'cases/b.md': exampleCase({ id: 'CASE-00002', error_codes: '[X-1, w-104]', ...b }, body),
})
const lint = (a: Fields = {}, b: Fields = {}, body = OTHERWISE) =>
  findings(RULE, files(a, b, body)).map(
    ({ path, code, at, severity }) => `${path.slice(6, 7)} ${code} ${at?.line}:${at?.column} ${severity}`,
  )

test('two solutions of one problem are told to both, at the code', () => {
  expect(lint()).toEqual(['a solutions 16:15 warning', 'b solutions 16:20 warning'])
  const [first, second] = findings(RULE, files({}, {}))
  expect(first?.message.en).toContain('W-104 on the same product')
  expect(first?.message.en).toContain('solved otherwise in CASE-00002 (cases/b.md).')
  expect(second?.message.zh).toContain('w-104，在 CASE-00001（cases/a.md）中')
})

test('a draft is told in a note', () => {
  expect(lint({ status: 'draft' })).toEqual(['a solutions 16:15 note', 'b solutions 16:20 warning'])
})

test.each<[string, Fields, Fields]>([
  ['other product', { product: '{ name: pos-terminal, module: pos-network }' }, {}],
  ['other module', { product: '{ name: home-router, module: rt-mesh }' }, {}],
  ['other code', { error_codes: '[W-105]' }, {}],
  ['other language', { language: 'zh-CN' }, {}],
  ['other kind', { kind: 'faq' }, {}],
  ['other title', { title: 'Home router W-104 in a hotel: roaming phones stick to far access points' }, {}],
  [
    'other versions',
    { product: '{ name: home-router, module: rt-wifi, versions: "<3" }' },
    { product: '{ name: home-router, module: rt-wifi, versions: ">=3" }' },
  ],
  ['other region', { regions: '[eu]' }, { regions: '[cn]' }],
  ['causes stated', { causes: '[{ cause: radar }]' }, { causes: '[{ cause: antenna }]' }],
  ['related', { related: '[CASE-00002]' }, {}],
  ['superseding', {}, { supersedes: '[CASE-00001]' }],
  ['withdrawn', { status: 'withdrawn' }, {}],
])('no contradiction: %s', (_name, a, b) => {
  expect(lint(a, b)).toEqual([])
})

test('nor is the same solution in nearly the same words, or another problem', () => {
  expect(lint({}, {}, exampleBody('Use channel 36.', 'Choose channel 36.'))).toEqual([])
  const other = OTHERWISE.replace(
    '5 GHz disappears for a minute every evening.',
    'Printers in the guest network are not found by laptops since the last firmware, although both have addresses of one range.',
  )
  expect(lint({}, {}, other)).toEqual([])
})

test('nor are two procedures, which state no problem', () => {
  const steps = (text: string) => `# t\n\n## Steps\n\n${text}\n`
  const cases = {
    'cases/a.md': exampleCase(
      { id: 'CASE-00001', kind: 'sop', error_codes: '[W-104]' },
      steps('1. Open Wi-Fi and set the channel to 36.'),
    ),
    'cases/b.md': exampleCase(
      { id: 'CASE-00002', kind: 'sop', error_codes: '[W-104]' },
      steps('1. Unscrew both antennas, fit new ones.'),
    ),
  }
  expect(findings(RULE, cases)).toEqual([])
})

test('the thresholds can be set', () => {
  const body = OTHERWISE.replace('every evening', 'every night')
  expect(findings(RULE, files({}, {}, body), { options: { [RULE]: { sameProblem: 1 } } })).toEqual([])
  const title = 'Home router W-104 drops 5 GHz at noon'
  expect(findings(RULE, files({}, { title }))).toHaveLength(2)
  expect(findings(RULE, files({}, { title }), { options: { [RULE]: { sameTitle: 0.9 } } })).toEqual([])
  expect(findings(RULE, files({}, {}), { options: { [RULE]: { otherSolution: 0 } } })).toEqual([])
})
