import { type Note, note } from './notes.js'
import { CHUNK, type Clause, QUERY_LIMITS, readChunk } from './query-chunk.js'

export { type Clause, QUERY_LIMITS }

export interface ParsedQuery {
  /** A query in our language, or a text longer than that: a message, a ticket, a log. */
  readonly form: 'query' | 'text'
  /** What was read, after NFKC and the cut; of a text, as it was typed. */
  readonly text: string
  /** Of a text, one. */
  readonly clauses: readonly Clause[]
  readonly notes: readonly Note[]
}

/**
 * Reads our query language: Lunr's operators, within bounds, and quoted phrases.
 *
 *     word  "a phrase"  field:word  +required  -excluded  word~1  word^2  wild*
 *
 * Never throws: what is no operator is plain text, and a note says so. Full-width operators and
 * quotation marks count as theirs. What is longer than a query may be and has no operators is read
 * as a text, and so is a sentence that quotes something: it does not ask for cases that quote it too,
 * nor does "error -18" ask for those without an 18. Linear, as the query is cut first.
 */
export function parseQuery(typed: string): ParsedQuery {
  const bounds = bounded(typed)
  const read = readClauses(bounds.text)
  const long = bounds.cut || read.clauses.length > QUERY_LIMITS.clauses
  const plain = !read.clauses.some(hasOperator)
  if (long && (plain || isPasted(typed))) return parseText(typed)
  if (!long && plain && isSentence(bounds.text, read.clauses)) {
    return { ...parseText(typed), notes: [note('sentence')] }
  }
  const notes = bounds.cut ? [note('cutQuery', { limit: QUERY_LIMITS.characters })] : []
  if (read.clauses.length > QUERY_LIMITS.clauses) {
    read.notes.push(note('tooManyClauses', { limit: QUERY_LIMITS.clauses }))
  }
  // A full-width colon after a word is Chinese punctuation, not a field that we lack.
  const meant = ({ code, args }: Note): boolean =>
    code !== 'unknownField' || !typed.includes(`${args['field']}：`)
  return {
    form: 'query',
    text: bounds.text,
    clauses: read.clauses.slice(0, QUERY_LIMITS.clauses),
    notes: [...notes, ...read.notes.filter(meant)],
  }
}

/** Reads a text in which nothing is an operator: all of it counts, up to the limit. */
export function parseText(typed: string): ParsedQuery {
  const limit = QUERY_LIMITS.textCharacters
  const head = [...typed.slice(0, 2 * limit + 2)]
  const read = head.slice(0, limit).join('')
  // The tokenizer folds by itself; only what grows beyond the limit is cut in its folded form.
  const normal = [...read.normalize('NFKC')]
  const text = (normal.length > limit ? normal.slice(0, limit).join('') : read).trim()
  const cut = head.length > limit || normal.length > limit
  const clause: Clause = { text, phrase: false, presence: 'optional', boost: 1, edits: 0, wildcard: false }
  return {
    form: 'text',
    text,
    clauses: text === '' ? [] : [clause],
    notes: cut ? [note('cutText', { limit })] : [],
  }
}

/** Nobody types lines, or twice as much as a query may have. */
function isPasted(typed: string): boolean {
  const most = 2 * QUERY_LIMITS.characters
  return /\S[^\S\n]*\n\s*\S/.test(typed.slice(0, most)) || [...typed.slice(0, 2 * most + 2)].length > most
}

/** Words around what is quoted, from which on they make a sentence. */
const SENTENCE_WORDS = 6

/** True for prose in which a quotation or a negative number would be read as an operator. */
function isSentence(text: string, clauses: readonly Clause[]): boolean {
  if (clauses.every(({ presence }) => presence === 'optional')) return false
  const around = text.replace(/"[^"]*"/g, ' ')
  const words = around.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length >= SENTENCE_WORDS || /[,;。、]|[?!.:]\s*$/u.test(around)
}

/** True for what no prose has: "no paper" stands in quotation marks there too, and -18 is a number. */
function hasOperator({ text, phrase, presence, field, boost, edits }: Clause): boolean {
  const signed = presence === 'excluded' || (presence === 'required' && !phrase)
  return (signed && !/^\d/.test(text)) || field !== undefined || boost !== 1 || edits > 0
}

interface ReadClauses {
  readonly clauses: readonly Clause[]
  readonly notes: Note[]
}

/** The clauses of a text of bounded length, one more than a query may have at most. */
function readClauses(text: string): ReadClauses {
  const notes: Note[] = []
  const clauses: Clause[] = []
  let wildcards = 0
  for (const match of text.matchAll(CHUNK)) {
    const read = readChunk(match, notes)
    if (read === undefined) continue
    const stars = read.wildcard ? read.text.split('*').length - 1 : 0
    wildcards += stars
    if (stars > 0 && wildcards > QUERY_LIMITS.wildcards) {
      notes.push(note('wildcards', { limit: QUERY_LIMITS.wildcards, text: match[0] }))
      clauses.push({ ...read, text: read.text.replaceAll('*', ' ').trim(), wildcard: false })
    } else clauses.push(read)
  }
  return { clauses, notes }
}

/** NFKC may lengthen a text eighteenfold, so it is cut before and after. */
function bounded(typed: string): { text: string; cut: boolean } {
  const { characters } = QUERY_LIMITS
  const head = [...typed.slice(0, 2 * characters + 2)]
  const normal = [...head.slice(0, characters).join('').normalize('NFKC').replace(/[“”„]/g, '"')]
  const text = normal.slice(0, characters).join('').trim()
  return { text, cut: head.length > characters || normal.length > characters }
}
