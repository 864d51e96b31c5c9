import type { Vocabulary } from './vocabulary.js'

/** What the index says to the terms of one query, asked in one round: from here on nothing waits. */
export class Answers {
  readonly #documents: number
  readonly #counts: ReadonlyMap<string, number>

  private constructor(documents: number, counts: ReadonlyMap<string, number>) {
    this.#documents = documents
    this.#counts = counts
  }

  /** @param asked terms, and patterns with a `*`, which count the terms that they fit */
  static async ask(vocabulary: Vocabulary, asked: Iterable<string>): Promise<Answers> {
    const counts = await Promise.all(
      [...new Set(asked)].map(async (term): Promise<[string, number]> => {
        const count = term.includes('*') ? (await vocabulary.like(term)).length : await vocabulary.count(term)
        return [term, count]
      }),
    )
    return new Answers(vocabulary.documents, new Map(counts))
  }

  knows(term: string): boolean {
    return this.count(term) > 0
  }

  count(term: string): number {
    return this.#counts.get(term) ?? 0
  }

  /** How telling a term is: Lunr's idf, but over documents where Lunr sums the fields. */
  weight(term: string): number {
    const count = this.count(term)
    return Math.log(1 + Math.abs((this.#documents - count + 0.5) / (count + 0.5)))
  }
}
