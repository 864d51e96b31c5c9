import type { BuiltIndex } from './build.js'
import type { IndexDocument } from './document.js'
import {
  DOCUMENTS_FILE,
  HEADER_FILE,
  INDEX_FILE,
  INDEX_FORMAT,
  INDEX_VERSION,
  type IndexFacts,
  type IndexHeader,
} from './index-format.js'
import { type PackedIndex, packIndex, unpackIndex } from './pack.js'
import { TOKENIZER } from './tokens.js'

/** Text → hexadecimal SHA-256 of its UTF-8 bytes. */
export type Hash = (text: string) => string

/**
 * What became of reading: `missing`: no such file; `damaged`: not what was written; `foreign`:
 * another program's file or a later version's; `older`: an earlier version's, or cut by another
 * tokenizer. Whatever the reason, the answer is to build anew.
 */
export type Decoded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: 'missing' | 'damaged' | 'foreign' | 'older' }

export interface IndexContents {
  readonly header: IndexHeader
  readonly documents: readonly IndexDocument[]
  readonly index: BuiltIndex
}

/** Turns an index into its files, name → text, the header last. Equal input gives equal bytes. */
export function encodeIndex(
  index: BuiltIndex,
  documents: readonly IndexDocument[],
  facts: IndexFacts,
  hash: Hash,
): Map<string, string> {
  const refs = documents.map(document => document.id)
  const files = new Map([
    [INDEX_FILE, JSON.stringify(packIndex(index, refs))],
    [DOCUMENTS_FILE, JSON.stringify(documents)],
  ])
  const header: IndexHeader = {
    format: INDEX_FORMAT,
    version: INDEX_VERSION,
    tokenizer: TOKENIZER,
    count: documents.length,
    contentHash: facts.contentHash,
    builtMs: facts.builtMs,
    settings: facts.settings,
    taxonomy: facts.taxonomy,
    stamp: facts.stamp,
    files: Object.fromEntries([...files].map(([name, text]) => [name, hash(text)])),
  }
  return files.set(HEADER_FILE, seal(JSON.stringify(header), hash))
}

/** Reads the header alone. Never throws. */
export function decodeHeader(text: string | undefined, hash: Hash): Decoded<IndexHeader> {
  if (text === undefined) return { ok: false, reason: 'missing' }
  const header = parse(text)
  if (!isRecord(header)) return { ok: false, reason: 'damaged' }
  if (header['format'] !== INDEX_FORMAT) return { ok: false, reason: 'foreign' }
  const version = header['version']
  if (typeof version !== 'number') return { ok: false, reason: 'damaged' }
  if (version !== INDEX_VERSION) return { ok: false, reason: version < INDEX_VERSION ? 'older' : 'foreign' }
  if (!sealHolds(text, hash)) return { ok: false, reason: 'damaged' }
  // The seal holds, so this is what `encodeIndex` wrote.
  if (header['tokenizer'] !== TOKENIZER) return { ok: false, reason: 'older' }
  return { ok: true, value: header as unknown as IndexHeader }
}

/** Reads the documents that a header belongs to. Never throws. */
export function decodeDocuments(
  header: IndexHeader,
  text: string | undefined,
  hash: Hash,
): Decoded<readonly IndexDocument[]> {
  return decodeFile(header, DOCUMENTS_FILE, text, hash, value => value as readonly IndexDocument[])
}

/** Reads the Lunr index that a header belongs to. Never throws. */
export function decodeLunr(header: IndexHeader, text: string | undefined, hash: Hash): Decoded<BuiltIndex> {
  return decodeFile(header, INDEX_FILE, text, hash, value => unpackIndex(value as PackedIndex))
}

/** Reads a whole index. Never throws. */
export function decodeIndex(files: ReadonlyMap<string, string>, hash: Hash): Decoded<IndexContents> {
  const header = decodeHeader(files.get(HEADER_FILE), hash)
  if (!header.ok) return header
  const documents = decodeDocuments(header.value, files.get(DOCUMENTS_FILE), hash)
  if (!documents.ok) return documents
  const index = decodeLunr(header.value, files.get(INDEX_FILE), hash)
  if (!index.ok) return index
  return { ok: true, value: { header: header.value, documents: documents.value, index: index.value } }
}

function decodeFile<T>(
  header: IndexHeader,
  name: string,
  text: string | undefined,
  hash: Hash,
  read: (value: unknown) => T,
): Decoded<T> {
  if (text === undefined) return { ok: false, reason: 'missing' }
  if (header.files[name] !== hash(text)) return { ok: false, reason: 'damaged' }
  try {
    return { ok: true, value: read(JSON.parse(text)) }
  } catch {
    return { ok: false, reason: 'damaged' }
  }
}

const SEAL = ',"checksum":"'

/** Puts the checksum of an object's text in as its last member. */
function seal(object: string, hash: Hash): string {
  return `${object.slice(0, -1)}${SEAL}${hash(object)}"}`
}

function sealHolds(text: string, hash: Hash): boolean {
  const at = text.lastIndexOf(SEAL)
  return at !== -1 && text === seal(`${text.slice(0, at)}}`, hash)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
