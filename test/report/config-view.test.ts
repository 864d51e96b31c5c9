import { expect, test } from 'vitest'
import { unstyled } from '../../src/lib/style.js'
import type { Setting } from '../../src/report/config-settings.js'
import { configView } from '../../src/report/config-view.js'

const setting = (key: string, value: unknown): Setting => ({ key, value, origin: { kind: 'default' } })

test('a list too long for the screen has a line for each item, and keeps one line in a pipe', () => {
  const settings = [setting('charter.goals', ['answer from reviewed cases', 'shorten the calls'])]
  const options = { language: 'en', origin: false } as const
  expect(unstyled(configView(settings, { ...options, width: 40 }))).toBe(
    'charter.goals =\n  - answer from reviewed cases\n  - shorten the calls',
  )
  expect(unstyled(configView(settings, options))).toBe(
    'charter.goals = [answer from reviewed cases, shorten the calls]',
  )
})

test('items of a long list stand below their key, beside the origins', () => {
  const settings = [setting('languages', ['zh-CN', 'en'])]
  expect(unstyled(configView(settings, { language: 'en', origin: true, width: 24 }))).toBe(
    ['default  languages =', '           - zh-CN', '           - en'].join('\n'),
  )
})

test('a text that YAML would read otherwise is quoted', () => {
  const values = [
    'plain text',
    '/product/name',
    '',
    'a: b',
    'a #b',
    '- x',
    '007',
    'true',
    'x\ny',
    '中文，标点',
  ]
  const lines = configView(
    values.map(value => setting('k', value)),
    { language: 'en', origin: false },
  )
  expect(unstyled(lines).split('\n')).toEqual(
    [
      'plain text',
      '/product/name',
      '""',
      '"a: b"',
      '"a #b"',
      '"- x"',
      '"007"',
      '"true"',
      '"x\\ny"',
      '中文，标点',
    ].map(text => `k = ${text}`),
  )
})

test('escapes in a setting come out visible', () => {
  expect(configView([setting('k', 'a\u001b[31m')], { language: 'en', origin: false })).not.toContain('\u001b')
})
