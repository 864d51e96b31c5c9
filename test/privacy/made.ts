// Numbers made for the tests, of nobody: their check digits are worked out here in another way than
// the recognisers do, from the tables of the standards.

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const CODE_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A resident identity number: six digits of region, eight of birth, three of order. */
export function residentId(region: string, born: string, order: string): string {
  const digits = region + born + order
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0)
  return digits + '10X98765432'.charAt(sum % 11)
}

/** A card number: what is given, and the digit that Luhn's check asks for. */
export function cardNumber(payload: string): string {
  const sum = [...payload]
    .reverse()
    .map((digit, i) => (i % 2 === 0 ? String(Number(digit) * 2) : digit))
    .join('')
  const total = [...sum].reduce((whole, digit) => whole + Number(digit), 0)
  return payload + String((10 - (total % 10)) % 10)
}

/** A unified social credit code of 17 characters and its check character. */
export function creditCode(payload: string): string {
  const sum = CODE_WEIGHTS.reduce(
    (total, weight, i) => total + weight * CODE_CHARACTERS.indexOf(payload.charAt(i)),
    0,
  )
  return payload + CODE_CHARACTERS.charAt((31 - (sum % 31)) % 31)
}
