import { writeIndexFiles } from '../io/index-files.js'
import { takeStamp } from '../io/stamp.js'
import { buildIndex } from '../search/build.js'
import { documentsOf } from '../search/document.js'
import { decodeIndex, encodeIndex, type IndexContents } from '../search/store.js'
import { contentHash } from './content-hash.js'
import { INDEX_MARK, unmarkIndex } from './index-mark.js'
import { sha256 } from './sha256.js'
import type { Workspace } from './workspace.js'

/** What a build did. */
export interface IndexSummary {
  /** Cases in the index. */
  readonly count: number
  /** Files that are no sound case and so are not in the index. */
  readonly leftOut: number
  /** Bytes of the index's files. */
  readonly bytes: number
  /** How long it took, in milliseconds. */
  readonly ms: number
  /** Hash over settings and cases: equal for equal libraries. */
  readonly contentHash: string
  /** False when the folder could not be written to: nothing was saved. */
  readonly written: boolean
}

/**
 * Builds the index of a library and writes it to `.casectl/index`.
 * @throws CasectlError as `Workspace.open` does
 */
export async function indexLibrary(workspace: Workspace): Promise<IndexSummary> {
  return (await buildSearchIndex(workspace)).summary
}

/** The same, with the index at hand: for a search that found none, or cannot write one. */
export async function buildSearchIndex(
  workspace: Workspace,
): Promise<{ readonly summary: IndexSummary; readonly contents: IndexContents }> {
  const start = performance.now()
  const { root, config, configPath, taxonomy } = workspace
  await unmarkIndex(root).catch(() => undefined)
  // Before the cases are read: what changes meanwhile then shows as a difference.
  const stamp = await takeStamp(root, {
    files: [configPath, config.taxonomy, config.synonyms, INDEX_MARK],
    folders: [config.folders.cases, config.folders.archive],
  })
  const library = await workspace.library()
  const documents = documentsOf(library)
  const index = buildIndex(documents, taxonomy, config.search.boosts)
  const files = encodeIndex(
    index,
    documents,
    {
      contentHash: await contentHash(workspace, library.files),
      builtMs: Math.round(performance.now() - start),
      taxonomy: taxonomy.data,
      settings: { limit: config.search.limit, defaultAudience: config.defaultAudience },
      stamp,
    },
    sha256,
  )
  const written = await writeIndexFiles(root, files)
  const decoded = decodeIndex(files, sha256)
  if (!decoded.ok) throw new Error(`the index just built is ${decoded.reason}`)
  const { count, contentHash: hash, builtMs: ms } = decoded.value.header
  const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const leftOut = library.files.length - documents.length
  return { contents: decoded.value, summary: { count, leftOut, bytes, ms, contentHash: hash, written } }
}
