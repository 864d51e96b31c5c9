import lunr from 'lunr'
import { SEARCH_FIELDS, type SearchField } from '../model/config.js'

/**
 * What Lunr 2.3.9 is made of and its type declarations leave out: everything that `Index.query`
 * reads. The only file that knows it.
 */
export interface IndexParts {
  readonly invertedIndex: Readonly<Record<string, Posting>>
  /** `field/ref` → the weights of that field, as `[term index, weight, …]` in ascending order. */
  readonly fieldVectors: Readonly<Record<string, { readonly elements: readonly number[] }>>
  readonly tokenSet: Vocabulary
}

/** The documents of a term by field, in the order of the documents. */
export type Posting = { readonly _index: number } & {
  readonly [F in SearchField]: Readonly<Record<string, object>>
}

/** A finite automaton over terms; `intersect` is all that a query asks of the index's. */
interface TokenSet {
  readonly edges: Readonly<Record<string, TokenSet>>
  intersect(other: TokenSet): TokenSet
  toArray(): string[]
}

interface Vocabulary {
  intersect(terms: TokenSet): Pick<TokenSet, 'toArray'>
}

interface TokenSets {
  fromFuzzyString(text: string, edits: number): TokenSet
  fromString(text: string): TokenSet
  readonly Builder: new () => { insert(term: string): void; finish(): void; readonly root: TokenSet }
}

const tokenSets = lunr.TokenSet as unknown as TokenSets

export function partsOf(index: lunr.Index): IndexParts {
  return index as unknown as IndexParts
}

/** A Lunr index out of its parts, without a pipeline. */
export function indexOf(
  terms: readonly string[],
  invertedIndex: IndexParts['invertedIndex'],
  vectors: ReadonlyMap<string, number[]>,
): lunr.Index {
  const fieldVectors: Record<string, lunr.Vector> = Object.create(null)
  for (const [ref, elements] of vectors) fieldVectors[ref] = new lunr.Vector(elements)
  const attributes = {
    invertedIndex,
    fieldVectors,
    tokenSet: new LazyVocabulary(terms, invertedIndex),
    fields: [...SEARCH_FIELDS],
    pipeline: new lunr.Pipeline(),
  }
  return new lunr.Index(attributes as unknown as lunr.Index.Attributes)
}

export function isKnown(index: lunr.Index, term: string): boolean {
  return partsOf(index).invertedIndex[term] !== undefined
}

/** The terms of the index within `edits` edits of a word; a swap of two neighbours is one edit. */
export function termsNear(index: lunr.Index, word: string, edits: number): string[] {
  return partsOf(index).tokenSet.intersect(tokenSets.fromFuzzyString(word, edits)).toArray()
}

/** Those of the words, ascending, that are within `edits` edits of a word. */
export function nearIn(words: readonly string[], word: string, edits: number): string[] {
  return automatonOf(words).intersect(tokenSets.fromFuzzyString(word, edits)).toArray()
}

/** The terms of the index that a pattern with `*` fits. */
export function termsLike(index: lunr.Index, pattern: string): string[] {
  return partsOf(index).tokenSet.intersect(tokenSets.fromString(pattern)).toArray()
}

/**
 * The vocabulary as Lunr asks it. A plain term is looked up; the automaton, which takes longer to
 * build than everything else that opening an index does, is built for the first fuzzy word or
 * wildcard.
 */
class LazyVocabulary implements Vocabulary {
  readonly #terms: readonly string[]
  readonly #known: Readonly<Record<string, unknown>>
  #automaton: TokenSet | undefined

  /** @param terms in ascending order of code units */
  constructor(terms: readonly string[], known: Readonly<Record<string, unknown>>) {
    this.#terms = terms
    this.#known = known
  }

  intersect(terms: TokenSet): Pick<TokenSet, 'toArray'> {
    const plain = plainTerm(terms)
    if (plain === undefined) return this.#build().intersect(terms)
    return { toArray: () => (plain in this.#known ? [plain] : []) }
  }

  #build(): TokenSet {
    this.#automaton ??= automatonOf(this.#terms)
    return this.#automaton
  }
}

function automatonOf(terms: readonly string[]): TokenSet {
  const builder = new tokenSets.Builder()
  for (const term of terms) builder.insert(term)
  builder.finish()
  return builder.root
}

/** The one term of a set that is a plain chain of letters, or undefined. */
function plainTerm(terms: TokenSet): string | undefined {
  let term = ''
  let node = terms
  for (;;) {
    const letters = Object.keys(node.edges)
    const letter = letters[0]
    if (letter === undefined) return term
    const next = node.edges[letter]
    if (letters.length > 1 || letter === '*' || next === undefined) return undefined
    term += letter
    node = next
  }
}
