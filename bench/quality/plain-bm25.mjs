const K1 = 1.2
const B = 0.75

/**
 * The yardstick: BM25 of title and body, each a field of its own, added up; every occurrence of a
 * term in the query counts.
 */
export class PlainBm25 {
  #count
  #fields = []
  #frequency = new Map()

  constructor(documents, termsOf) {
    this.#count = documents.length
    for (const field of ['title', 'body']) {
      const postings = new Map()
      const lengths = documents.map((document, i) => {
        const terms = termsOf(document[field])
        for (const term of terms) {
          if (!postings.has(term)) postings.set(term, new Map())
          const list = postings.get(term)
          list.set(i, (list.get(i) ?? 0) + 1)
        }
        return terms.length
      })
      this.#fields.push({ postings, lengths, average: lengths.reduce((a, b) => a + b, 0) / lengths.length })
    }
    for (const { postings } of this.#fields) {
      for (const [term, list] of postings) {
        if (!this.#frequency.has(term)) this.#frequency.set(term, new Set())
        for (const i of list.keys()) this.#frequency.get(term).add(i)
      }
    }
  }

  /** Positions of the best documents. */
  search(terms, limit) {
    const scores = new Map()
    for (const term of terms) {
      const n = this.#frequency.get(term)?.size ?? 0
      if (n === 0) continue
      const idf = Math.log(1 + (this.#count - n + 0.5) / (n + 0.5))
      for (const { postings, lengths, average } of this.#fields) {
        for (const [i, tf] of postings.get(term) ?? []) {
          const weight = ((K1 + 1) * tf) / (K1 * (1 - B + (B * lengths[i]) / average) + tf)
          scores.set(i, (scores.get(i) ?? 0) + idf * weight)
        }
      }
    }
    return [...scores]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, limit)
      .map(([i]) => i)
  }
}
