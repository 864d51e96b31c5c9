import { JOINER, kindAt, OTHER, RUN, SEPARATOR, WORD } from './cut-kinds.js'
import { unitsOf } from './tokens.js'
import { cutWord, type Word } from './word.js'

/** What texts say: their terms, and the English words whose stem is another word. */
export interface Cut {
  readonly terms: string[]
  readonly words: string[]
}

interface KnownWord {
  readonly terms: readonly string[]
  /** The folded word where its stem is another one. */
  readonly word: string | undefined
}

/** How many words are remembered; longer ones are hardly met again. */
const MAX_KNOWN = 40_000
const MAX_LENGTH = 64

/**
 * Cuts texts into the terms that `unitsOf` gives, without their places: runs of Han and Kana and
 * ASCII words straight from the text, whatever lies between two separators and holds anything else
 * by way of `unitsOf`. Linear in the text's length.
 */
export class TextCutter {
  readonly #known = new Map<string, KnownWord>()

  /** Adds what a text says. */
  cut(text: string, into: Cut): void {
    for (let at = 0; at < text.length; ) {
      const kind = kindAt(text, at)
      if (kind === SEPARATOR || kind === JOINER) {
        at++
        continue
      }
      const end = kind === RUN ? runEnd(text, at) : kind === WORD ? wordEnd(text, at) : -1
      if (end !== -1) {
        if (kind === RUN) cutRun(text, at, end, into.terms)
        else this.#word(text.slice(at, end), into)
        at = end
        continue
      }
      const stop = otherEnd(text, at)
      // What folds together with the character before it takes that with it.
      cutOther(text.slice(kind === OTHER && at > 0 ? at - 1 : at, stop), into)
      at = stop
    }
  }

  #word(chunk: string, { terms, words }: Cut): void {
    const known = this.#known.get(chunk) ?? this.#learn(chunk)
    for (const term of known.terms) terms.push(term)
    if (known.word !== undefined) words.push(known.word)
  }

  #learn(chunk: string): KnownWord {
    // A slice would keep the whole text that it was cut from.
    const own = [...chunk].join('')
    const folded = own.toLowerCase()
    const word = cutWord(folded)
    const known = { terms: termsOf(word), word: isStemmed(word, folded) ? folded : undefined }
    if (this.#known.size >= MAX_KNOWN) this.#known.clear()
    if (own.length <= MAX_LENGTH) this.#known.set(own, known)
    return known
  }
}

/** The terms of a word, the shared spelling and the parts alike. */
export function termsOf({ exact, parts }: Pick<Word, 'exact' | 'parts'>): string[] {
  return [...exact, ...parts].map(piece => piece.term)
}

/** True for a word that is found by another one: by its stem, or by a form without apostrophe. */
export function isStemmed(
  { kind, exact }: Pick<Word, 'exact'> & { readonly kind: string },
  text: string,
): boolean {
  return kind === 'word' && exact[0]?.term !== text
}

/** 设备停机 → 设备, 备停, 停机, 机, as the tokenizer cuts it. */
function cutRun(text: string, start: number, end: number, terms: string[]): void {
  for (let at = start; at < end - 1; at++) terms.push(text.slice(at, at + 2))
  terms.push(text.slice(end - 1, end))
}

function cutOther(text: string, { terms, words }: Cut): void {
  for (const unit of unitsOf(text)) {
    for (const { term } of unit.exact) terms.push(term)
    for (const { term } of unit.parts) terms.push(term)
    if (isStemmed(unit, unit.text)) words.push(unit.text)
  }
}

/** Where a run ends, or -1 where what follows might belong to it. */
function runEnd(text: string, start: number): number {
  let at = start + 1
  let kind = kindAt(text, at)
  while (kind === RUN) kind = kindAt(text, ++at)
  return kind === OTHER ? -1 : at
}

/** Where a chunk of letters and digits ends, or -1 where what follows might belong to it. */
function wordEnd(text: string, start: number): number {
  for (let at = start + 1; ; at++) {
    const kind = kindAt(text, at)
    if (kind === WORD) continue
    if (kind === OTHER) return -1
    if (kind !== JOINER) return at
    const next = kindAt(text, at + 1)
    if (next === OTHER) return -1
    if (next !== WORD) return at
  }
}

/** The next separator that nothing can fold together with. */
function otherEnd(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && (kindAt(text, at) !== SEPARATOR || kindAt(text, at + 1) === OTHER)) at++
  return at
}
