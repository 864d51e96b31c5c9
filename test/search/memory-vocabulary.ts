import { byCodeUnit } from '../../src/lib/text.js'
import { within } from '../../src/search/near.js'
import { unitsOf } from '../../src/search/tokens.js'
import type { Vocabulary } from '../../src/search/vocabulary.js'

/** The vocabulary of a library whose cases say these texts. Edits count as in Lunr; the order is that of code units. */
export function vocabularyOf(...texts: readonly string[]): Vocabulary {
  const counts = new Map<string, number>()
  const words = new Set<string>()
  for (const text of texts) {
    const units = unitsOf(text)
    for (const { kind, text: word, exact } of units)
      if (kind === 'word' && exact[0]?.term !== word) words.add(word)
    const terms = units.flatMap(unit => [...unit.exact, ...unit.parts].map(({ term }) => term))
    for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  const known = [...counts.keys()].sort(byCodeUnit)
  const spelled = [...words].sort(byCodeUnit)
  const answers = new Map<string, string[]>()
  const once = (asked: string, answer: () => string[]): string[] => {
    const found = answers.get(asked) ?? answer()
    answers.set(asked, found)
    return found
  }
  return {
    documents: texts.length,
    count: async term => counts.get(term) ?? 0,
    near: async (word, edits) => once(`near ${word}~${edits}`, () => within(known, word, edits)),
    wordsNear: async (word, edits) => once(`words ${word}~${edits}`, () => within(spelled, word, edits)),
    like: async pattern => {
      const stretches = pattern.split('*')
      return once(`like ${pattern}`, () => known.filter(term => fits(term, stretches)))
    },
  }
}

export interface WatchedVocabulary extends Vocabulary {
  /** What was asked, in order: `count E-1203`, `near temprature~1`. */
  readonly asked: readonly string[]
}

export function watched(vocabulary: Vocabulary): WatchedVocabulary {
  const asked: string[] = []
  const note = <T>(what: string, answer: T): T => {
    asked.push(what)
    return answer
  }
  return {
    asked,
    documents: vocabulary.documents,
    count: term => note(`count ${term}`, vocabulary.count(term)),
    near: (word, edits) => note(`near ${word}~${edits}`, vocabulary.near(word, edits)),
    wordsNear: (word, edits) => note(`words ${word}~${edits}`, vocabulary.wordsNear(word, edits)),
    like: pattern => note(`like ${pattern}`, vocabulary.like(pattern)),
  }
}

function fits(term: string, [first = '', ...rest]: readonly string[]): boolean {
  if (!term.startsWith(first)) return false
  let at = first.length
  for (const [i, stretch] of rest.entries()) {
    const last = i === rest.length - 1
    const found = last ? term.length - stretch.length : term.indexOf(stretch, at)
    if (found < at || !term.endsWith(last ? stretch : '')) return false
    at = found + stretch.length
  }
  return true
}
