/** `CASE-7F3KQ`: prefix, hyphen, Crockford base-32 characters. */
export type CaseId = string

/** Crockford's base 32 (https://www.crockford.com/base32.html): no I, L, O, U. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Characters after the hyphen of a drawn id; ids that bulk writers derive from their source have nine. */
const DRAWN_LENGTH = 5

const FORM = /^[A-Z][A-Z0-9]{0,15}-(?:[0-9A-HJKMNP-TV-Z]{5}|[0-9A-HJKMNP-TV-Z]{9})$/

/** True for an id in its canonical form. */
export function isCaseId(text: string): boolean {
  return FORM.test(text)
}

/**
 * The canonical form of what a person typed: upper case, and in the random part the letters
 * that Crockford reads as digits (I and L as 1, O as 0). Undefined when it is no id.
 */
export function readCaseId(typed: string): CaseId | undefined {
  const text = typed.trim().normalize('NFKC').toUpperCase()
  const cut = text.lastIndexOf('-')
  if (cut === -1) return undefined
  const id = `${text.slice(0, cut)}-${text
    .slice(cut + 1)
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')}`
  return isCaseId(id) ? id : undefined
}

/**
 * Draws an id that `taken` does not know.
 * @param random gives `n` bytes from a secure source; 256 is a multiple of 32, so no value is favoured
 * @throws RangeError after 1000 collisions, which a library of a million cases does not reach by chance
 */
export function drawCaseId(
  prefix: string,
  taken: (id: CaseId) => boolean,
  random: (n: number) => Uint8Array,
): CaseId {
  for (let attempt = 0; attempt < 1000; attempt++) {
    const id = `${prefix}-${encode(random(DRAWN_LENGTH))}`
    if (!taken(id)) return id
  }
  throw new RangeError(`no free id with prefix ${prefix}`)
}

function encode(bytes: Uint8Array): string {
  let out = ''
  for (const byte of bytes) out += CROCKFORD[byte & 31]
  return out
}
