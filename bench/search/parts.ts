/** What the measurements take from casectl: its reading and cutting, and its searching in one process. */
import { fileStorage } from '../../src/io/index-storage.js'
import { FileReader } from '../../src/io/read-now.js'
import { SEARCH_FIELDS } from '../../src/model/config.js'
import { MAX_FILE_BYTES } from '../../src/parse/decode.js'
import { documentTerms } from '../../src/search/cut-terms.js'
import type { LoweredClause, LoweredQuery } from '../../src/search/lowered.js'
import { openVocabulary } from '../../src/search/open-vocabulary.js'
import { OpenedIndex } from '../../src/search/opened.js'
import { lowerQuery, queryTerms } from '../../src/search/query-lower.js'
import { parseQuery } from '../../src/search/query-parse.js'
import { type SearchResult, search } from '../../src/search/search.js'
import type { IndexDocument } from '../../src/store/document.js'
import { documentReader } from '../../src/workspace/case-documents.js'
import { seenCases } from '../../src/workspace/index-files.js'
import { readIndexManifest } from '../../src/workspace/index-manifest.js'
import { Workspace } from '../../src/workspace/workspace.js'

/** Gives each document of a library with its terms by field: what `casectl index --full` reads and cuts. */
export async function eachDocument(
  root: string,
  take: (document: IndexDocument, fields: readonly (readonly string[])[]) => void,
): Promise<void> {
  const workspace = await Workspace.open(root)
  const reader = new FileReader(workspace.root, MAX_FILE_BYTES)
  const read = await documentReader(workspace)
  for (const { path } of seenCases(workspace)) {
    const file = reader.read(path)
    const document = file === undefined ? undefined : await read(path, file.bytes)
    if (document !== undefined) take(document, documentTerms(document, workspace.taxonomy).fields)
  }
}

/** An index in this process, as `casectl search` opens it. */
export class WarmIndex {
  readonly #opened: OpenedIndex

  /** @throws Error when the library has no index */
  constructor(root: string) {
    const manifest = readIndexManifest(root)
    if (!manifest.ok) throw new Error(`${root}: the index is ${manifest.reason}`)
    this.#opened = new OpenedIndex(fileStorage(root), manifest.value)
  }

  search(text: string): Promise<SearchResult> {
    return search(this.#opened, { text })
  }

  /** What was typed, as terms: without expansions and corrections. */
  async typed(text: string): Promise<LoweredClause[]> {
    const [reader, expansions] = [await this.#opened.living(), await this.#opened.expansions()]
    const parsed = parseQuery(text)
    const vocabulary = await openVocabulary(reader, queryTerms(parsed, expansions))
    return typedClauses(await lowerQuery(parsed, vocabulary, expansions))
  }
}

function typedClauses({ clauses }: LoweredQuery): LoweredClause[] {
  return clauses.filter(({ origin }) => origin === 'typed' || origin === 'part')
}

/**
 * Clauses as an FTS5 MATCH expression over the same terms. An optional term beside a required one
 * only adds to the score, which FTS5 says as `required AND (required OR optional)`. '' for a query
 * that it cannot answer.
 */
export function toMatch(clauses: readonly LoweredClause[]): string {
  const of = (presence: LoweredClause['presence']): string[] => [
    ...new Set(clauses.filter(clause => clause.presence === presence).map(expression)),
  ]
  const [required, optional, prohibited] = [of('required'), of('optional'), of('prohibited')]
  const any = [...required, ...optional].join(' OR ')
  if (any === '') return ''
  const wanted = required.length === 0 ? `(${any})` : `${required.join(' AND ')} AND (${any})`
  return prohibited.length === 0 ? wanted : `(${wanted}) NOT (${prohibited.join(' OR ')})`
}

function expression({ term, fields }: LoweredClause): string {
  const quoted = `"${term.replaceAll('"', '""').replace(/\*+$/, '')}"${term.endsWith('*') ? '*' : ''}`
  return fields.length === SEARCH_FIELDS.length ? `(${quoted})` : `({${fields.join(' ')}} : ${quoted})`
}
