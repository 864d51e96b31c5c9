/** Dotted numbers, with or without a leading `v`, then what may follow them: `3.2`, `v2.10.1-rc.2`, `1.0.2k`. */
const FORM = /^v?(\d+(?:\.\d+)*)(.*)$/i

/** True for a text that begins like a version. */
export function isVersion(text: string): boolean {
  return FORM.test(text.trim())
}

/**
 * The order of two versions, below 0 where `a` is older. Numbers compare as numbers of any length, and
 * one that is missing is 0: `3.2` is `3.2.0`, and older than `3.10`. What follows a hyphen is a
 * pre-release and older than the release, piece by piece as in Semantic Versioning 2.0.0 (section 11);
 * what follows a plus says nothing; anything else, as in `1.0.2k`, is newer than the number alone.
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)]
  for (let i = 0; i < Math.max(left.numbers.length, right.numbers.length); i++) {
    const order = byNumber(left.numbers[i] ?? '0', right.numbers[i] ?? '0')
    if (order !== 0) return order
  }
  return byRest(left.rest, right.rest)
}

function partsOf(version: string): { numbers: readonly string[]; rest: string } {
  const [, numbers = '', rest = ''] = FORM.exec(version.trim()) ?? []
  return { numbers: numbers.split('.'), rest: rest.replace(/\+.*$/s, '').trim().toLowerCase() }
}

function byNumber(a: string, b: string): number {
  const [left, right] = [a.replace(/^0+(?=\d)/, ''), b.replace(/^0+(?=\d)/, '')]
  return left.length - right.length || (left < right ? -1 : left > right ? 1 : 0)
}

/** Where a rest stands: before the release, at it, behind it. */
function rankOf(rest: string): number {
  if (rest === '') return 0
  return rest.startsWith('-') ? -1 : 1
}

function byRest(a: string, b: string): number {
  const order = rankOf(a) - rankOf(b)
  if (order !== 0) return order
  const [left, right] = [a.replace(/^-/, '').split('.'), b.replace(/^-/, '').split('.')]
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [one, other] = [left[i], right[i]]
    if (one === undefined) return -1
    if (other === undefined) return 1
    const pieces = byPiece(one, other)
    if (pieces !== 0) return pieces
  }
  return 0
}

/** Numbers come before words. */
function byPiece(a: string, b: string): number {
  const [left, right] = [/^\d+$/.test(a), /^\d+$/.test(b)]
  if (left && right) return byNumber(a, b)
  if (left !== right) return left ? -1 : 1
  return a < b ? -1 : a > b ? 1 : 0
}
