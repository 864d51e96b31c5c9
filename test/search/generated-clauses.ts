import { SEARCH_FIELDS, type SearchField } from '../../src/model/config.js'
import type { LoweredClause } from '../../src/search/lowered.js'
import type { Random } from './random.js'

const BOOSTS = [1, 1, 1, 2, 10, 0.5, 1.7, 0]
const LETTERS = ['a', 'e', 'n', '1', '0', '-', '压', '𠮷']

type Asked = Pick<LoweredClause, 'term' | 'edits'>

/** What queries are made of. */
export interface Vocabulary {
  /** Terms, each as often as documents have it: common ones come up often. */
  readonly common: readonly string[]
  /** Every term once. */
  readonly all: readonly string[]
}

/**
 * A query of any form: words, required, optional and prohibited, in some fields or in all, boosted,
 * with wildcards, with edits, asked for again, or unknown.
 */
export function generateClauses(random: Random, vocabulary: Vocabulary): LoweredClause[] {
  const excluding = random.chance(0.03)
  const clauses: LoweredClause[] = []
  for (let left = random.int(1, 7); left > 0; left--) {
    const again = clauses.length > 0 && random.chance(0.1) ? random.pick(clauses) : undefined
    const made = again === undefined ? asked(random, vocabulary) : { term: again.term, edits: again.edits }
    clauses.push({
      ...made,
      fields: fields(random),
      boost: random.pick(BOOSTS),
      presence: excluding ? 'prohibited' : presence(random, made),
      origin: 'typed',
      unit: -1,
    })
  }
  return clauses
}

function presence(random: Random, { term }: Asked): LoweredClause['presence'] {
  const kind = random.next()
  // What stands for thousands of terms: Lunr joins their sets of documents one by one, in minutes.
  const wide = term.includes('*') && term.replaceAll('*', '').length < 3 && !random.chance(0.05)
  if (kind < 0.74 || wide) return 'optional'
  return kind < 0.87 ? 'required' : 'prohibited'
}

/** Lunr goes through the fields of a clause in the order in which they are given. */
function fields(random: Random): SearchField[] {
  if (random.chance(0.6)) return [...SEARCH_FIELDS]
  return random.times(random.int(1, 3), () => random.pick(SEARCH_FIELDS))
}

function asked(random: Random, { common, all }: Vocabulary): Asked {
  const term = random.pick(random.chance(0.5) ? common : all)
  const kind = random.next()
  if (kind < 0.7) return { term, edits: 0 }
  if (kind < 0.74) return { term: `${term}~unknown`, edits: 0 }
  if (kind < 0.85) return { term: pattern(random, term), edits: 0 }
  // An edit turns a short term into nearly any other, which takes Lunr a second.
  if (term.length < 3 && random.chance(0.95)) return { term, edits: 0 }
  return { term: misspelt(random, term), edits: random.chance(0.4) && term.length > 5 ? 2 : 1 }
}

function pattern(random: Random, term: string): string {
  const at = random.int(0, term.length)
  const to = random.int(at, term.length)
  const [start, middle, end] = [term.slice(0, at), term.slice(at, to), term.slice(to)]
  const made = random.pick([`${start}*`, `*${end}`, `${start}*${end}`, `*${middle}*`, `${start}**${end}`])
  return /^\*+$/.test(made) ? `${term}*` : made
}

function misspelt(random: Random, term: string): string {
  const at = random.int(0, Math.max(0, term.length - 1))
  const [start, own, rest] = [term.slice(0, at), term.charAt(at), term.slice(at + 1)]
  return random.pick([
    term,
    start + rest,
    start + random.pick(LETTERS) + rest,
    start + own + random.pick(LETTERS) + rest,
    start + rest.charAt(0) + own + rest.slice(1),
  ])
}
