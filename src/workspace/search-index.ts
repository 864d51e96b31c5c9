import { relative } from 'node:path'
import { findRoot } from '../io/find-root.js'
import { readIndexFile } from '../io/index-files.js'
import { type Stamp, stampHolds } from '../io/stamp.js'
import { DOCUMENTS_FILE, HEADER_FILE, INDEX_FILE, type IndexHeader } from '../search/index-format.js'
import { decodeDocuments, decodeHeader, decodeLunr, type IndexContents } from '../search/store.js'
import { sha256 } from './sha256.js'
import type { OpenOptions } from './workspace.js'

/** A build that took longer is not repeated by a search, in milliseconds. */
const QUICK_BUILD = 2000

export interface OpenSearchOptions extends OpenOptions {
  /** Compare every file with the index first, and rebuild it if one differs. */
  readonly fresh?: boolean
}

export interface SearchIndex {
  readonly root: string
  readonly contents: IndexContents
  /** The library looks changed and rebuilding would take long: the answer may be out of date. */
  readonly outdated: boolean
}

/**
 * Opens the search index of the library that a folder belongs to, without walking its cases. A
 * missing, damaged or foreign index is built; one that differs from the library's stamp is rebuilt
 * where the last build was quick.
 * @throws CasectlError as `Workspace.open` does
 */
export async function openSearchIndex(cwd: string, options: OpenSearchOptions = {}): Promise<SearchIndex> {
  const found = await findRoot(cwd, options.config)
  const { root } = found
  const header = decodeHeader(await readIndexFile(root, HEADER_FILE), sha256)
  if (!header.ok) return rebuild(cwd, options)
  const same = await holds(root, header.value, relative(root, found.config))
  const fresh = options.fresh === true ? await matchesDisk(cwd, options, header.value) : same
  if (!fresh && (options.fresh === true || header.value.builtMs <= QUICK_BUILD)) return rebuild(cwd, options)
  const contents = await readContents(root, header.value)
  return contents === undefined ? rebuild(cwd, options) : { root, contents, outdated: !fresh }
}

async function holds(root: string, header: IndexHeader, configPath: string): Promise<boolean> {
  const stamp = header.stamp as Stamp
  return configPath in stamp.entries && stampHolds(root, stamp)
}

async function readContents(root: string, header: IndexHeader): Promise<IndexContents | undefined> {
  const [documentsText, indexText] = await Promise.all([
    readIndexFile(root, DOCUMENTS_FILE),
    readIndexFile(root, INDEX_FILE),
  ])
  const documents = decodeDocuments(header, documentsText, sha256)
  const index = decodeLunr(header, indexText, sha256)
  return documents.ok && index.ok ? { header, documents: documents.value, index: index.value } : undefined
}

// The parsers are loaded only now.
async function rebuild(cwd: string, options: OpenOptions): Promise<SearchIndex> {
  const [{ Workspace }, { buildSearchIndex }] = await Promise.all([
    import('./workspace.js'),
    import('./build-index.js'),
  ])
  const workspace = await Workspace.open(cwd, options)
  const { contents } = await buildSearchIndex(workspace)
  return { root: workspace.root, contents, outdated: false }
}

async function matchesDisk(cwd: string, options: OpenOptions, header: IndexHeader): Promise<boolean> {
  const [{ Workspace }, { contentHashOnDisk }] = await Promise.all([
    import('./workspace.js'),
    import('./content-hash.js'),
  ])
  return (await contentHashOnDisk(await Workspace.open(cwd, options))) === header.contentHash
}
