/** The last tag that was looked at: most cases of a library have the same. */
let last = { text: '', good: false }

/** True for a well-formed BCP 47 tag. */
export function isLanguageTag(text: string): boolean {
  if (last.text !== text) last = { text, good: isWellFormed(text) }
  return last.good
}

function isWellFormed(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}
