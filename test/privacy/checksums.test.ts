import { expect, test } from 'vitest'
import { luhn, mod31, mod112, organisationCheck } from '../../src/privacy/checksums.js'
import { cardNumber, creditCode, residentId } from './made.js'

test('ISO 7064 MOD 11-2 gives the check character of the table in GB 11643', () => {
  // The example of the standard's annex.
  expect(mod112('11010519491231002')).toBe('X')
  expect(mod112('44052418800101001')).toBe('4')
  for (let order = 100; order < 160; order++) {
    const id = residentId('330106', '19870615', String(order))
    expect(mod112(id.slice(0, 17))).toBe(id[17])
  }
})

test('GB 32100 gives the check character, and GB 11714 the one of the organisation within', () => {
  // The example of GB 32100-2015, annex A.
  expect(mod31('91350100M000100Y4')).toBe('3')
  for (const part of ['12310000425006117', '51500000500020148', '9133010079965806X']) {
    expect(mod31(part)).toBe(creditCode(part)[17])
  }
  // The example of GB 11714-1997: D2143569-X.
  expect(organisationCheck('D2143569')).toBe('X')
})

test("Luhn's check takes a number and refuses each of its neighbours", () => {
  // The example of ISO/IEC 7812-1, annex B.
  expect(luhn('4992739871' + '6')).toBe(true)
  const card = cardNumber('622848123456789012')
  expect(luhn(card)).toBe(true)
  for (let i = 0; i < card.length; i++) {
    const changed = card.slice(0, i) + String((Number(card[i]) + 1) % 10) + card.slice(i + 1)
    expect(luhn(changed)).toBe(false)
  }
})
