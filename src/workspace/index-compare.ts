import type { FileReader } from '../io/read-now.js'
import { isUntouched, type SeenFile } from '../io/scan.js'
import type { RepoPath } from '../model/case.js'
import type { IndexDocument } from '../store/document.js'
import { shortHash } from './sha256.js'
import { idKey, type Source, type Sources } from './sources.js'

/** A case file's bytes → its document; undefined for a file that is no sound case. */
export type ReadDocument = (path: RepoPath, bytes: Uint8Array) => Promise<IndexDocument | undefined>

export interface Comparison {
  /** What the files are now, by path. */
  readonly files: readonly Source[]
  /** The documents of the files that were parsed. */
  readonly parsed: ReadonlyMap<RepoPath, IndexDocument>
  /** Keys of the ids that stood or stand in a file that is new, gone or changed. */
  readonly touched: ReadonlySet<string>
}

/**
 * Holds what is on the disk against what the index knows. Files whose look differs are read, and of
 * these only those with new contents are parsed: not those that were only touched or renamed.
 * @param parser asked for when the first file has to be parsed
 * @returns undefined when more than `most` files had to be parsed
 */
export async function compareFiles(
  known: Pick<Sources, 'files' | 'lookedAt'>,
  seen: readonly SeenFile[],
  reader: FileReader,
  parser: () => Promise<ReadDocument>,
  most: number,
): Promise<Comparison | undefined> {
  const { pairs, gone } = pairByPath(known.files, seen)
  const goneByHash = new Map(gone.map(source => [source.hash, source]))
  const touched = new Set(gone.map(source => idKey(source.id)))
  const parsed = new Map<RepoPath, IndexDocument>()
  const lookInto = async (now: SeenFile, before: Source | undefined): Promise<Source> => {
    const file = reader.read(now.path)
    if (file === undefined) return { ...now, hash: '', id: '' }
    const hash = shortHash(file.bytes)
    const look = { ...now, ...file.look }
    const twin = before?.hash === hash ? before : goneByHash.get(hash)
    if (twin !== undefined) return { ...twin, ...look }
    const read = await parser()
    const document = await read(now.path, file.bytes)
    if (document !== undefined) parsed.set(now.path, document)
    return { ...look, hash, ...sourceOf(document) }
  }
  const files: Source[] = []
  for (const { before, now } of pairs) {
    const same = before !== undefined && isSame(before, now, known.lookedAt)
    const after = same ? before : await lookInto(now, before)
    files.push(after)
    if (after.hash !== before?.hash) touched.add(idKey(after.id)).add(idKey(before?.id ?? ''))
    if (parsed.size > most) return undefined
  }
  touched.delete('')
  return { files, parsed, touched }
}

/** What a build remembers of a document beside the look of its file. */
export function sourceOf(document: IndexDocument | undefined): Pick<Source, 'id' | 'status'> {
  return document === undefined ? { id: '' } : { id: document.id, status: document.status }
}

// What could not be read is tried again: the obstacle may lie in a folder above.
function isSame(before: Source, now: SeenFile, lookedAt: number): boolean {
  return before.hash !== '' && isUntouched(before, now, lookedAt)
}

interface Pair {
  readonly before: Source | undefined
  readonly now: SeenFile
}

/** Joins two lists that are sorted by path. */
function pairByPath(
  known: readonly Source[],
  seen: readonly SeenFile[],
): { pairs: readonly Pair[]; gone: readonly Source[] } {
  const pairs: Pair[] = []
  const gone: Source[] = []
  let i = 0
  for (const now of seen) {
    let before = known[i]
    while (before !== undefined && before.path < now.path) {
      gone.push(before)
      before = known[++i]
    }
    if (before?.path === now.path) i++
    else before = undefined
    pairs.push({ before, now })
  }
  return { pairs, gone: [...gone, ...known.slice(i)] }
}
