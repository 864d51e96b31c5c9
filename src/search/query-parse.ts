import type { SearchField } from '../model/config.js'
import { readField } from './fields.js'
import { type Note, note } from './notes.js'

/** What a query may ask: each bound is checked before Lunr sees the query, which knows none. */
export const QUERY_LIMITS = { characters: 200, clauses: 16, wildcards: 2, edits: 2 } as const
const BOOST = { least: 0.1, most: 100 } as const

/** One part of a query, between spaces or quotation marks. */
export interface Clause {
  /** The words as typed (NFKC), without operators; `*` is kept where `wildcard` says so. */
  readonly text: string
  readonly phrase: boolean
  readonly presence: 'optional' | 'required' | 'excluded'
  readonly field?: SearchField
  readonly boost: number
  readonly edits: 0 | 1 | 2
  readonly wildcard: boolean
}

export interface ParsedQuery {
  /** The text that was searched, after NFKC and the cut. */
  readonly text: string
  readonly clauses: readonly Clause[]
  readonly notes: readonly Note[]
}

/**
 * Reads our query language: Lunr's operators, within bounds, and quoted phrases.
 *
 *     word  "a phrase"  field:word  +required  -excluded  word~1  word^2  wild*
 *
 * Never throws: what is no operator is plain text, and a note says so. Full-width operators and
 * quotation marks count as theirs. Linear, as the query is cut first.
 */
export function parseQuery(typed: string): ParsedQuery {
  const { text, cut } = bounded(typed)
  const notes: Note[] = cut ? [note('cutQuery', { limit: QUERY_LIMITS.characters })] : []
  const clauses: Clause[] = []
  let wildcards = 0
  for (const match of text.matchAll(CHUNK)) {
    const read = readChunk(match, notes)
    if (read === undefined) continue
    if (clauses.length === QUERY_LIMITS.clauses) {
      notes.push(note('tooManyClauses', { limit: QUERY_LIMITS.clauses }))
      break
    }
    const stars = read.wildcard ? read.text.split('*').length - 1 : 0
    wildcards += stars
    if (stars > 0 && wildcards > QUERY_LIMITS.wildcards) {
      notes.push(note('wildcards', { limit: QUERY_LIMITS.wildcards, text: match[0] }))
      clauses.push({ ...read, text: read.text.replaceAll('*', ' ').trim(), wildcard: false })
    } else clauses.push(read)
  }
  // A full-width colon after a word is Chinese punctuation, not a field that we lack.
  const meant = ({ code, args }: Note): boolean =>
    code !== 'unknownField' || !typed.includes(`${args['field']}：`)
  return { text, clauses, notes: notes.filter(meant) }
}

/** NFKC may lengthen a text eighteenfold, so it is cut before and after. */
function bounded(typed: string): { text: string; cut: boolean } {
  const { characters } = QUERY_LIMITS
  const head = [...typed.slice(0, 2 * characters + 2)]
  const normal = [...head.slice(0, characters).join('').normalize('NFKC').replace(/[“”„]/g, '"')]
  const text = normal.slice(0, characters).join('').trim()
  return { text, cut: head.length > characters || normal.length > characters }
}

// A quoted phrase with its sign, field and suffixes, or whatever stands between spaces.
const CHUNK = /([+-]?)(?:([A-Za-z_]+):)?"([^"]*)"((?:[~^]\d+(?:\.\d+)?)*)(?!\S)|\S+/g
const BARE = /^([+-]?)(?:([A-Za-z_]+):)?(.*?)((?:~\d+|\^\d+(?:\.\d+)?)*)$/
const WORD = /[\p{L}\p{N}]/u

function readChunk(match: RegExpExecArray, notes: Note[]): Clause | undefined {
  const [chunk, sign = '', field, phrase, suffix = ''] = match
  if (phrase !== undefined && WORD.test(phrase)) {
    const known = field === undefined ? undefined : readField(field)
    if (field === undefined || known !== undefined) {
      const presence = sign === '-' ? 'excluded' : 'required'
      return finish({ text: phrase.trim(), phrase: true, presence, suffix, field: known, chunk }, notes)
    }
  }
  const plain = chunk.replaceAll('"', ' ').trim()
  if (!WORD.test(plain)) {
    notes.push(note('plainText', { text: chunk }))
    return undefined
  }
  return readBare(plain, chunk, notes)
}

function readBare(plain: string, chunk: string, notes: Note[]): Clause | undefined {
  const [, sign = '', name, rest = '', operators = ''] = BARE.exec(plain) ?? []
  const field = name === undefined ? undefined : readField(name)
  const wordless = name !== undefined && !WORD.test(rest)
  const whole = name === undefined ? rest : `${name}:${rest}`
  if (name !== undefined && !wordless && field === undefined && !/^[\\/]/.test(rest)) {
    notes.push(note('unknownField', { field: name, text: chunk }))
  }
  let text = wordless ? whole.replaceAll('*', ' ') : field === undefined ? whole : rest
  let suffix = operators
  // 18~25 is a range, not a misspelt 18.
  if (/~/.test(suffix) && /^[\d.]+$/.test(text)) {
    text += suffix
    suffix = ''
  }
  if (!WORD.test(text)) {
    notes.push(note('plainText', { text: chunk }))
    return undefined
  }
  const signed = sign !== '' && /^[\p{L}\p{N}*]/u.test(text)
  if ((sign !== '' && !signed) || /[~^]$/.test(text) || wordless)
    notes.push(note('plainText', { text: chunk }))
  const presence = !signed ? 'optional' : sign === '+' ? 'required' : 'excluded'
  return finish({ text, phrase: false, presence, suffix, field: wordless ? undefined : field, chunk }, notes)
}

interface Draft {
  readonly text: string
  readonly phrase: boolean
  readonly presence: Clause['presence']
  readonly suffix: string
  readonly field: SearchField | undefined
  readonly chunk: string
}

/** Applies `~n` and `^n`, each within its bounds. */
function finish({ field, suffix, chunk, ...draft }: Draft, notes: Note[]): Clause {
  const text = draft.text.replace(/\*+/g, '*')
  const wildcard = !draft.phrase && text.includes('*')
  let edits: Clause['edits'] = 0
  let boost = 1
  for (const [, operator, digits = ''] of suffix.matchAll(/([~^])([\d.]+)/g)) {
    const value = Number(digits)
    if (operator === '^') {
      boost = Math.min(BOOST.most, Math.max(BOOST.least, value))
      if (boost !== value) notes.push(note('boost', { text: chunk, ...BOOST, used: boost }))
    } else {
      edits = value >= 2 ? 2 : value === 1 ? 1 : 0
      if (value > 2) notes.push(note('editDistance', { text: chunk, limit: QUERY_LIMITS.edits }))
    }
  }
  return {
    text: wildcard || draft.phrase ? text : text.replaceAll('*', ' '),
    phrase: draft.phrase,
    presence: draft.presence,
    ...(field === undefined ? {} : { field }),
    boost,
    edits: wildcard || draft.phrase ? 0 : edits,
    wildcard,
  }
}
