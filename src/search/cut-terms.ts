import { SEARCH_FIELDS, type SearchField } from '../model/config.js'
import type { Taxonomy } from '../model/taxonomy.js'
import type { DocumentTerms, IndexDocument } from '../store/document.js'
import { type Cut, isStemmed, TextCutter, termsOf } from './cut-text.js'
import { fieldTexts } from './fields.js'
import { unitsOf } from './tokens.js'
import { cutWord } from './word.js'

/** Texts that many cases share: names of terms, tags, codes. */
const SHARED: ReadonlySet<SearchField> = new Set<SearchField>(['facets', 'error_codes'])
const MAX_SHARED = 20_000
const PLAIN_ID = /^[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*$/

/** Cuts the documents of one library into their terms, and remembers what they have in common. */
export class DocumentCutter {
  readonly #taxonomy: Taxonomy
  readonly #cutter = new TextCutter()
  readonly #shared = new Map<string, Cut>()

  constructor(taxonomy: Taxonomy) {
    this.#taxonomy = taxonomy
  }

  /** The terms of a document by field, exactly those that the tokenizer gives, without their places. */
  terms(document: IndexDocument): DocumentTerms {
    const words: string[] = []
    // The sections that say what went wrong are part of the body as well.
    const own = new Map<string, Cut>()
    const fields = SEARCH_FIELDS.map(field => {
      const terms: string[] = []
      const into = { terms, words }
      if (field === 'id') cutId(document.id, into)
      else {
        for (const text of fieldTexts(document, field, this.#taxonomy)) {
          if (SHARED.has(field)) append(this.#sharedCut(text), into)
          else if (field === 'symptoms' || own.has(text)) append(this.#once(text, own), into)
          else this.#cutter.cut(text, into)
        }
      }
      return terms
    })
    return { fields, words }
  }

  #sharedCut(text: string): Cut {
    if (this.#shared.size >= MAX_SHARED) this.#shared.clear()
    return this.#once(text, this.#shared)
  }

  #once(text: string, known: Map<string, Cut>): Cut {
    const found = known.get(text)
    if (found !== undefined) return found
    const cut: Cut = { terms: [], words: [] }
    this.#cutter.cut(text, cut)
    known.set(text, cut)
    return cut
  }
}

const CUTTERS = new WeakMap<Taxonomy, DocumentCutter>()

/** The terms of a document by field: `DocumentCutter` with a cutter for each taxonomy. */
export function documentTerms(document: IndexDocument, taxonomy: Taxonomy): DocumentTerms {
  const cutter = CUTTERS.get(taxonomy) ?? new DocumentCutter(taxonomy)
  CUTTERS.set(taxonomy, cutter)
  return cutter.terms(document)
}

/** All terms of an id but its prefix, which every id shares: `case` finds no case by its id. */
function cutId(id: string, { terms, words }: Cut): void {
  const folded = id.toLowerCase()
  const units = PLAIN_ID.test(id) ? [{ ...cutWord(folded), text: folded, end: folded.length }] : unitsOf(id)
  for (const unit of units) {
    const parts = unit.parts.filter(part => part.end === unit.end)
    terms.push(...termsOf({ exact: unit.exact, parts }))
    if (isStemmed(unit, unit.text)) words.push(unit.text)
  }
}

function append({ terms, words }: Cut, into: Cut): void {
  for (const term of terms) into.terms.push(term)
  for (const word of words) into.words.push(word)
}
