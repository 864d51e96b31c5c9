import type { SearchField } from '../model/config.js'
import { readField } from './fields.js'
import { type Note, note } from './notes.js'

/** What a query may ask: each bound is checked before Lunr sees the query, which knows none. */
export const QUERY_LIMITS = {
  characters: 200,
  clauses: 16,
  wildcards: 2,
  edits: 2,
  /** Of a text that is longer than a query. */
  textCharacters: 10_000,
} as const
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

/** A quoted phrase with its sign, field and suffixes, or whatever stands between spaces. */
export const CHUNK = /([+-]?)(?:([A-Za-z_]+):)?"([^"]*)"((?:[~^]\d+(?:\.\d+)?)*)(?!\S)|\S+/g
const BARE = /^([+-]?)(?:([A-Za-z_]+):)?(.*?)((?:~\d+|\^\d+(?:\.\d+)?)*)$/

/** Whether a letter or digit is there; plain ones are seen without the tables of Unicode. */
function hasWord(text: string): boolean {
  return /[0-9A-Za-z\u4e00-\u9fff]/.test(text) || /[\p{L}\p{N}]/u.test(text)
}

/** Reads one match of CHUNK; undefined where it holds no word. */
export function readChunk(match: RegExpExecArray, notes: Note[]): Clause | undefined {
  const [chunk, sign = '', field, phrase, suffix = ''] = match
  if (phrase !== undefined && hasWord(phrase)) {
    const known = field === undefined ? undefined : readField(field)
    if (field === undefined || known !== undefined) {
      const presence = sign === '-' ? 'excluded' : 'required'
      return finish({ text: phrase.trim(), phrase: true, presence, suffix, field: known, chunk }, notes)
    }
  }
  const plain = chunk.replaceAll('"', ' ').trim()
  if (!hasWord(plain)) {
    notes.push(note('plainText', { text: chunk }))
    return undefined
  }
  return readBare(plain, chunk, notes)
}

function readBare(plain: string, chunk: string, notes: Note[]): Clause | undefined {
  const [, sign = '', name, rest = '', operators = ''] = BARE.exec(plain) ?? []
  const field = name === undefined ? undefined : readField(name)
  const wordless = name !== undefined && !hasWord(rest)
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
  if (!hasWord(text)) {
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
