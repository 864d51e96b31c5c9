import { writeIndexFiles } from '../io/index-files.js'
import { takeStamp } from '../io/stamp.js'
import { buildIndex } from '../search/build.js'
import { documentsOf } from '../search/document.js'
import { decodeIndex, encodeIndex, type IndexContents } from '../search/store.js'
import { contentHash } from './content-hash.js'
import { INDEX_MARK, unmarkIndex } from './index-mark.js'
import { sha256 } from './sha256.js'
import type { Workspace } from './workspace.js'

export interface BuiltIndex {
  readonly contents: IndexContents
  /** Bytes of the index's files. */
  readonly bytes: number
  /** False when the folder could not be written to; the index then lives for this run only. */
  readonly written: boolean
  /** Files that are no sound case and so are not in the index. */
  readonly leftOut: number
}

/**
 * Builds the index of a library and writes it to `.casectl/index`.
 * @param elapsed milliseconds since some fixed point; a slow build is not repeated by a search
 */
export async function buildSearchIndex(
  workspace: Workspace,
  elapsed: () => number = () => performance.now(),
): Promise<BuiltIndex> {
  const start = elapsed()
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
      builtMs: Math.round(elapsed() - start),
      taxonomy: taxonomy.data,
      settings: { limit: config.search.limit, defaultAudience: config.defaultAudience },
      stamp,
    },
    sha256,
  )
  const written = await writeIndexFiles(root, files)
  const decoded = decodeIndex(files, sha256)
  if (!decoded.ok) throw new Error(`the index just built is ${decoded.reason}`)
  const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  return { contents: decoded.value, bytes, written, leftOut: library.files.length - documents.length }
}
