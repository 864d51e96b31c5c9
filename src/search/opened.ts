import type lunr from 'lunr'
import type { CaseId } from '../model/case-id.js'
import { SEARCH_FIELDS } from '../model/config.js'
import { Taxonomy } from '../model/taxonomy.js'
import type { IndexDocument } from './document.js'
import { fieldTexts } from './fields.js'
import type { IndexHeader } from './index-format.js'
import { type Posting, partsOf } from './lunr-internals.js'
import type { IndexContents } from './store.js'
import { tokenize } from './tokens.js'

/** An index ready to be asked. */
export class OpenedIndex {
  readonly header: IndexHeader
  readonly documents: readonly IndexDocument[]
  readonly lunr: lunr.Index
  /** `BuiltIndex.words`. */
  readonly words: readonly string[]
  readonly #byId = new Map<CaseId, IndexDocument>()
  #taxonomy: Taxonomy | undefined

  constructor({ header, documents, index }: IndexContents) {
    this.header = header
    this.documents = documents
    this.lunr = index.lunr
    this.words = index.words
    for (const document of documents) this.#byId.set(document.id.toUpperCase(), document)
  }

  /** The taxonomy as it was when the index was built. */
  get taxonomy(): Taxonomy {
    this.#taxonomy ??= new Taxonomy(this.header.taxonomy)
    return this.#taxonomy
  }

  find(id: CaseId): IndexDocument | undefined {
    return this.#byId.get(id.toUpperCase())
  }

  /**
   * How much a term tells: `ln(1 + N/n)` of the cases that have it in any field, so that a word of
   * every other case counts a little and a code a lot.
   */
  weightOf(term: string): number {
    const posting = this.#posting(term)
    if (posting === undefined) return 0
    const cases = new Set(SEARCH_FIELDS.flatMap(field => Object.keys(posting[field])))
    return Math.log(1 + this.documents.length / cases.size)
  }

  /** A word of the library that the term stands for: `temperatur` → `temperature`. */
  surfaceOf(term: string): string {
    const posting = this.#posting(term)
    for (const field of SEARCH_FIELDS) {
      const ref = posting === undefined ? undefined : Object.keys(posting[field])[0]
      const document = ref === undefined ? undefined : this.find(ref)
      if (document === undefined) continue
      for (const text of fieldTexts(document, field, this.taxonomy)) {
        const token = tokenize(text).find(found => found.term === term)
        if (token !== undefined) return text.slice(token.start, token.end)
      }
    }
    return term
  }

  #posting(term: string): Posting | undefined {
    return partsOf(this.lunr).invertedIndex[term]
  }
}
