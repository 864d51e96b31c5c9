import { CasectlError } from '../lib/errors.js'
import { foldKey } from '../lib/text.js'
import type { Allowed, AllowedDatum, DatumType, PrivacyConfig } from '../model/personal-data.js'
import { linearRegExp } from './linear-regexp.js'

const made = new WeakMap<PrivacyConfig, Allowed>()

/**
 * What a library does not count as personal: its allow list, and the texts that it masks with.
 * @throws CasectlError `settings` for a pattern that does not compile
 */
export function allowedData(privacy: PrivacyConfig): Allowed {
  const known = made.get(privacy)
  if (known !== undefined) return known
  const masks = new Set(Object.values(privacy.mask).map(foldKey))
  const tests = privacy.allow.map(testOf)
  const allowed: Allowed = (type, value) => masks.has(foldKey(value)) || tests.some(test => test(type, value))
  made.set(privacy, allowed)
  return allowed
}

function testOf({ type, value, pattern }: AllowedDatum, index: number): Allowed {
  const key = value === undefined ? undefined : foldKey(value)
  const expression = pattern === undefined ? undefined : compile(pattern, index)
  return (found: DatumType, text: string) =>
    (type === undefined || type === found) &&
    (key === undefined || key === foldKey(text)) &&
    (expression === undefined || expression.test(text))
}

function compile(pattern: string, index: number): { test(text: string): boolean } {
  try {
    return linearRegExp(pattern, '')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const key = `privacy.allow[${index}].pattern`
    throw new CasectlError('settings', {
      en: `${key} is no regular expression: ${reason}`,
      zh: `${key} 不是有效的正则表达式：${reason}`,
    })
  }
}
