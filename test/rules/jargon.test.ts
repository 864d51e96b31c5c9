import { expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { findings, found } from './lint-text.js'

const RULE = 'jargon'
const withText = (text: string, fields: Record<string, string> = {}) =>
  exampleCase(fields, exampleBody('Use channel 36.', text))
const words = (text: string, fields: Record<string, string> = {}) =>
  findings(RULE, withText(text, fields)).map(({ args }) => args['word'])

test('an abbreviation is named once, where it first stands', () => {
  expect(found(RULE, withText('The RADIUS server asks.\n\nRADIUS again.'))).toEqual([
    'abbreviation 34:5 note',
  ])
})

test.each([
  '接入点（RADIUS）很远。RADIUS 重启。',
  'RADIUS (remote authentication) asks.',
  '`RADIUS` in code, CONFIG_RADIUS, RADIUS-2, http://x.y/RADIUS',
  'Plug in the USB stick, do NOT pull it.',
])('%s needs no explanation', text => {
  expect(words(text)).toEqual([])
})

test('the taxonomy, the fields of the case and the options name what is known', () => {
  expect(words('Set up OSPF and SSO and RADIUS.', { tools: '[RADIUS tester]', tags: '[SSO]' })).toEqual([
    'OSPF',
  ])
  const options = { [RULE]: { known: ['RADIUS'] } }
  expect(found(RULE, withText('The RADIUS server.'), { options })).toEqual([])
})

test('preferred terms of the configuration are known', () => {
  const files = (config: string) => ({
    'casectl.config.yml': config,
    'cases/a.md': withText('The RADIUS server.'),
  })
  expect(found(RULE, files('version: 1\nterms: [{ use: RADIUS, avoid: [radius daemon] }]'))).toEqual([])
  expect(found(RULE, files('version: 1'))).toHaveLength(1)
})
