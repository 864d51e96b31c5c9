import { byCodeUnit } from '../lib/text.js'
import { SEARCH_FIELDS } from '../model/config.js'
import type { IndexDocument } from '../store/document.js'
import type { FieldPostings, IndexReader } from '../store/reader.js'
import { foldPrefix, matchPrefix, squeeze } from './prefix.js'
import { stem } from './stem.js'
import { count, type SuggestContext, type Suggestion } from './suggestion.js'
import { unitsOf } from './tokens.js'

/** Terms that one prefix stands for at most: the shortest, which are the commonest. */
const MAX_TERMS = 48
/** Documents that are read to see how a title or a code is written. */
const MAX_READ = 40
/** Shortest stem that is tried for a word that is being typed. */
const LEAST_STEM = 3

const TITLE = SEARCH_FIELDS.indexOf('title')
const CODES = SEARCH_FIELDS.indexOf('error_codes')

/** Error codes that begin with a prefix, or whose digits do: `e12`, `E-12` and `12` find E-1203. */
export async function suggestCodes(reader: IndexReader, context: SuggestContext): Promise<Suggestion[]> {
  const { prefix, shown } = context
  const squeezed = squeeze(prefix)
  if (!/^[a-z0-9]/.test(squeezed)) return []
  const terms = new Set([...(await reader.terms(prefix)), ...(await reader.terms(squeezed))])
  const codes = [...terms]
    .filter(term => /[\d_]/.test(term))
    .sort(byLength)
    .slice(0, MAX_TERMS)
  // `verify` is a word of FW_VERIFY_FAILED.
  codes.push(...(await termsFrom(reader, prefix)))
  const postings = await Promise.all(codes.map(term => reader.postings(term)))
  const firsts = postings.flatMap(found => found?.fields[CODES]?.documents.find(shown) ?? [])
  const documents = await reader.documents([...new Set(firsts)].slice(0, MAX_READ))
  const found = new Map<string, Suggestion>()
  for (const code of documents.flatMap(({ errorCodes }) => errorCodes)) {
    const match = squeeze(code).startsWith(squeezed) ? 'name' : matchPrefix(foldPrefix(code), prefix)
    if (match === undefined || found.has(squeeze(code))) continue
    const having = await casesWith(reader, code)
    found.set(squeeze(code), { kind: 'code', text: code, match, cases: count(having?.documents, shown) })
  }
  return [...found.values()]
}

async function casesWith(reader: IndexReader, code: string): Promise<FieldPostings | undefined> {
  const term = unitsOf(code)[0]?.exact.at(-1)?.term
  return term === undefined ? undefined : (await reader.postings(term))?.fields[CODES]
}

/** Titles that hold a prefix at the start of a word; of many the most used, then the newest. */
export async function suggestTitles(reader: IndexReader, context: SuggestContext): Promise<Suggestion[]> {
  const documents = await titlesWith(reader, context.prefix)
  const [uses, updated] = await Promise.all([reader.uses(), reader.updated()])
  const chosen = documents
    .filter(context.shown)
    .sort((a, b) => (uses[b] ?? 0) - (uses[a] ?? 0) || (updated[b] ?? 0) - (updated[a] ?? 0) || a - b)
    .slice(0, MAX_READ)
  return (await reader.documents(chosen)).flatMap(document => titleSuggestion(document, context.prefix))
}

function titleSuggestion({ id, title }: IndexDocument, prefix: string): Suggestion[] {
  const match = matchPrefix(foldPrefix(title), prefix)
  return match === undefined ? [] : [{ kind: 'title', text: title, match, id, cases: 1 }]
}

/** The documents whose title has every finished word of a prefix, and one that begins like the last. */
async function titlesWith(reader: IndexReader, prefix: string): Promise<number[]> {
  const units = unitsOf(prefix)
  const last = units.pop()
  if (last === undefined) return []
  const finished = units.flatMap(unit => unit.exact.at(-1)?.term ?? [])
  const isLong = last.kind === 'run' && last.parts.length > 0
  const open = isLong ? [] : [await termsFrom(reader, last.text)]
  const every = [...finished, ...(isLong ? last.exact.map(({ term }) => term) : [])].map(term => [term])
  const lists = await Promise.all([...every, ...open].map(terms => titlesWithAny(reader, terms)))
  const [first, ...others] = lists
  return [...(first ?? [])].filter(document => others.every(other => other.has(document)))
}

/** The terms that a word being typed may become: dro, drop, dropp and dropped all lead to `drop`. */
async function termsFrom(reader: IndexReader, typed: string): Promise<string[]> {
  const longer = [...(await reader.terms(typed))].sort(byLength).slice(0, MAX_TERMS)
  const stems = [...typed].map((_, i) => typed.slice(0, i)).filter(start => start.length >= LEAST_STEM)
  return [...new Set([...longer, ...(/^[a-z]+$/.test(typed) ? [stem(typed), ...stems] : [])])]
}

async function titlesWithAny(reader: IndexReader, terms: readonly string[]): Promise<Set<number>> {
  const postings = await Promise.all(terms.map(term => reader.postings(term)))
  const found = new Set<number>()
  for (const own of postings) for (const document of own?.fields[TITLE]?.documents ?? []) found.add(document)
  return found
}

function byLength(a: string, b: string): number {
  return a.length - b.length || byCodeUnit(a, b)
}
