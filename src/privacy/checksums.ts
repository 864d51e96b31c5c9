/** Luhn's check (ISO/IEC 7812-1, annex B) over a text of digits. */
export function luhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const weighted = i % 2 === 0 ? digit : digit * 2
    sum += weighted > 9 ? weighted - 9 : weighted
  }
  return sum % 10 === 0
}

/** The check character of 17 digits: ISO 7064 MOD 11-2, as GB 11643-1999 writes it. */
export function mod112(digits: string): string {
  let rest = 0
  for (const digit of digits) rest = ((rest + Number(digit)) * 2) % 11
  return '0123456789X'[(12 - rest) % 11] ?? ''
}

/** The characters of a unified social credit code in the order of their values (GB 32100-2015, 4.2). */
export const CREDIT_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The check character of the first 17 of a unified social credit code: MOD 31, weights 3^i. */
export function mod31(code: string): string {
  let sum = 0
  let weight = 1
  for (const character of code) {
    sum += CREDIT_CHARACTERS.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return CREDIT_CHARACTERS[(31 - (sum % 31)) % 31] ?? ''
}

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** The check character of the 8 characters of an organisation code (GB 11714-1997): MOD 11. */
export function organisationCheck(code: string): string {
  let sum = 0
  for (const [i, weight] of ORGANISATION_WEIGHTS.entries()) {
    sum += Number.parseInt(code[i] ?? '0', 36) * weight
  }
  return '0123456789X'[(11 - (sum % 11)) % 11] ?? ''
}
