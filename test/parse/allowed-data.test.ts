import { expect, test } from 'vitest'
import { CasectlError } from '../../src/lib/errors.js'
import { resolveConfig } from '../../src/model/resolve-config.js'
import { allowedData } from '../../src/parse/allowed-data.js'
import { checkConfig, readConfig } from '../../src/parse/read-config.js'
import { briefly } from './parsing.js'

function allowed(privacy: string) {
  const read = readConfig(`privacy: ${privacy}`)
  if (read.value === undefined) throw new Error(JSON.stringify(read.problems))
  const config = resolveConfig(read.value)
  expect(checkConfig(config)).toEqual([])
  return allowedData(config.privacy)
}

test('a value, a pattern and a type are allowed, each as far as it says', () => {
  const value = allowed('{ allow: [{ value: Ops@Example.com, reason: our own }] }')
  expect(value('email', 'ops@example.com')).toBe(true)
  expect(value('email', 'dev.ops@example.com')).toBe(false)
  const pattern = allowed("{ allow: [{ type: email, pattern: '@example\\.com$', reason: our own }] }")
  expect(pattern('email', 'ops@example.com')).toBe(true)
  expect(pattern('email', 'ops@example.com.cn')).toBe(false)
  expect(pattern('wechat', 'ops@example.com')).toBe(false)
  const type = allowed('{ allow: [{ type: ip, reason: public servers only }] }')
  expect(type('ip', '203.0.113.9')).toBe(true)
  expect(type('phone', '203.0.113.9')).toBe(false)
})

test('a number in YAML is taken as the text that it is written as', () => {
  expect(allowed('{ allow: [{ value: 02162345678, reason: hotline }] }')('cn_landline', '02162345678')).toBe(
    true,
  )
})

test('the texts that a library masks with are allowed', () => {
  expect(allowed('{ mask: { cn_mobile: "13800000000" } }')('cn_mobile', '13800000000')).toBe(true)
})

test('a pattern that would take exponential time elsewhere is answered at once', () => {
  const slow = allowed("{ allow: [{ pattern: '^(a|a)*$', reason: test }] }")
  expect(slow('secret', `${'a'.repeat(60)}b`)).toBe(false)
})

test('a pattern that is none is refused with its place', () => {
  expect(() => allowed("{ allow: [{ type: ip, reason: a }, { pattern: '(', reason: b }] }")).toThrow(
    CasectlError,
  )
  expect(() => allowed("{ allow: [{ type: ip, reason: a }, { pattern: '(', reason: b }] }")).toThrow(
    /privacy\.allow\[1\]\.pattern/,
  )
})

test.each([
  ['{ allow: [{ value: a }] }', ['missingField 1:20', 'limit 1:20']],
  ['{ allow: [{ reason: because }] }', ['limit 1:20']],
  ['{ allow: [{ type: iban, reason: because }] }', ['choice 1:28']],
  ['{ mask: { iban: "[iban]" } }', ['unknownKey 1:20']],
])('%s is refused', (text, problems) => {
  expect(briefly(readConfig(`privacy: ${text}`).problems).sort()).toEqual([...problems].sort())
})
