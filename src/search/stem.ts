import lunr from 'lunr'

const ENGLISH = /^[a-z]{3,}$/

/**
 * The stem of an English word, by the Porter stemmer that Lunr carries (M. F. Porter, "An algorithm
 * for suffix stripping", 1980); any other word as it is. The word is folded already.
 */
export function stem(word: string): string {
  return ENGLISH.test(word) ? lunr.stemmer(new lunr.Token(word, {})).toString() : word
}

/** True for the English function words of Lunr's own list: the, of, how … The word is folded already. */
export function isStopWord(word: string): boolean {
  // Lunr's filter gives undefined for a word to drop, though its types promise a token.
  return (lunr.stopWordFilter(new lunr.Token(word, {})) as lunr.Token | undefined) === undefined
}

/** The version of the stemmer: stems of another one would not meet those of an index. */
export const STEMMER: string = `lunr-${lunr.version}`
