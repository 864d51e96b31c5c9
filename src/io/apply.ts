import { type FileHandle, open, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CasectlError, systemCode } from '../lib/errors.js'
import type { RepoPath } from '../model/case.js'
import type { FileChange, FileMove } from '../model/change.js'
import { sweep, syncFolder, writeAtomic } from './atomic-write.js'
import { type Journal, readJournal } from './journal.js'
import { type LockState, lockState, withLock } from './lock.js'
import { makeFolders } from './make-folders.js'
import { READ_IN_PLACE } from './open-flags.js'
import { refuseUnsafe } from './safe-path.js'
import { unreadableRoot } from './scan.js'
import { treeOf } from './tree.js'
import { writeError } from './write-error.js'

/** Where casectl keeps what git ignores, relative to the library's root. */
export const STATE_FOLDER = '.casectl'
const JOURNAL = `${STATE_FOLDER}/journal/apply.json`
const LOCK = `${STATE_FOLDER}/lock`
/** Breaking a lock takes a moment; whoever is alive is not waited for, in milliseconds. */
const RECOVERY_PATIENCE = 2000

/**
 * Applies a set of changes as a whole: under the library's lock, only if every file still holds
 * what the changes were worked out from, with a journal from which an interrupted run is rolled
 * back by the next one.
 * @param moves files that go elsewhere as they are; where they go there must be none
 * @throws CasectlError `changed`, `unsafe-path` (nothing was written), `locked`, `journal` or
 *   `cannot-write`
 */
export async function applyChanges(
  root: string,
  changes: readonly FileChange[],
  moves: readonly FileMove[] = [],
): Promise<void> {
  if (changes.length + moves.length === 0) return
  for (const path of [LOCK, JOURNAL]) refuseUnsafe(root, path)
  try {
    await withLock(join(root, LOCK), () => applyLocked(root, { changes, moves }))
  } catch (error) {
    throw writeError(root, error)
  }
}

async function applyLocked(root: string, { changes, moves }: Journal): Promise<void> {
  await rollBack(root)
  for (const change of changes) await check(root, change)
  for (const move of moves) checkMove(root, move)
  await sweepFolders(root, changes)
  const isWhole = changes.length + moves.length > 1
  if (isWhole) await writeAtomic(join(root, JOURNAL), JSON.stringify({ changes, moves }))
  try {
    for (const { from, path } of moves) await move(root, from, path)
    for (const change of changes) await put(root, change.path, change.after)
  } catch (error) {
    await rollBack(root)
    throw error
  }
  if (isWhole) await removeFile(join(root, JOURNAL))
}

/**
 * The files that an interrupted run left half changed or moved; undefined where none did.
 * @throws CasectlError `journal`
 */
export async function interruptedFiles(root: string): Promise<RepoPath[] | undefined> {
  refuseUnsafe(root, JOURNAL)
  const journal = await readText(join(root, JOURNAL))
  if (journal === null) return undefined
  const { changes, moves } = readJournal(journal, JOURNAL)
  return [...changes, ...moves].map(({ path }) => path)
}

/**
 * Undoes what an interrupted run left half done, as the next change would. Breaks the lock of a
 * process that is gone and removes what such ones left of theirs.
 * @throws CasectlError `locked`, `journal`, `unsafe-path`, `cannot-write`
 */
export async function undoInterrupted(root: string): Promise<void> {
  for (const path of [LOCK, JOURNAL]) refuseUnsafe(root, path)
  try {
    await withLock(join(root, LOCK), () => rollBack(root), RECOVERY_PATIENCE)
  } catch (error) {
    throw writeError(root, error)
  }
}

/** Who holds the library's lock. */
export function libraryLock(root: string): Promise<LockState> {
  return lockState(join(root, LOCK))
}

/** Undoes what an interrupted run left half done. A file that somebody changed since is kept. */
async function rollBack(root: string): Promise<void> {
  const journal = await readText(join(root, JOURNAL))
  if (journal === null) return
  // A journal may have come with a clone: its paths are no safer than any stranger's.
  const { changes, moves } = readJournal(journal, JOURNAL)
  for (const { path } of changes) refuseUnsafe(root, path)
  for (const { from, path } of moves) for (const end of [from, path]) refuseUnsafe(root, end)
  for (const { path, before, after } of changes) {
    if ((await readText(join(root, path))) === after) await put(root, path, before)
  }
  const tree = treeOf(root)
  for (const { from, path } of moves) {
    if (tree(path) === 'file' && tree(from) === undefined) await move(root, path, from)
  }
  await sweepFolders(root, changes)
  await removeFile(join(root, JOURNAL))
}

async function sweepFolders(root: string, changes: readonly FileChange[]): Promise<void> {
  for (const folder of new Set(changes.map(({ path }) => dirname(join(root, path))))) await sweep(folder)
}

async function check(root: string, change: FileChange): Promise<void> {
  refuseUnsafe(root, change.path)
  if ((await readText(join(root, change.path))) === change.before) return
  throw new CasectlError(
    'changed',
    {
      en: `${change.path} was changed by someone else meanwhile. Nothing was written.`,
      zh: `${change.path} 已被其他程序修改。没有写入任何内容。`,
    },
    { en: 'Run the command again.', zh: '请重新运行该命令。' },
  )
}

function checkMove(root: string, { from, path }: FileMove): void {
  for (const end of [from, path]) refuseUnsafe(root, end)
  const tree = treeOf(root)
  if (tree(from) === 'file' && tree(path) === undefined) return
  throw new CasectlError('changed', {
    en: `${from} cannot move to ${path}: it is not there, or something stands there. Nothing was written.`,
    zh: `${from} 无法移到 ${path}：文件不存在，或目标已被占用。没有写入任何内容。`,
  })
}

async function move(root: string, from: RepoPath, path: RepoPath): Promise<void> {
  await makeFolders(dirname(join(root, path)))
  await rename(join(root, from), join(root, path))
  for (const end of [from, path]) await syncFolder(dirname(join(root, end)))
}

async function put(root: string, path: RepoPath, content: string | null): Promise<void> {
  const full = join(root, path)
  if (content === null) await removeFile(full)
  else {
    await makeFolders(dirname(full))
    await writeAtomic(full, content)
  }
}

/** Removes a file, durably; one that is not there is fine. */
export async function removeFile(full: string): Promise<void> {
  try {
    await unlink(full)
  } catch (error) {
    if (isMissing(error)) return
    throw error
  }
  await syncFolder(dirname(full))
}

/**
 * The text of a regular file, or null where there is none.
 * @throws CasectlError `unreadable-root` for a file that may not be read, a link, a pipe, a device
 */
export async function readText(full: string): Promise<string | null> {
  let handle: FileHandle | undefined
  try {
    handle = await open(full, READ_IN_PLACE)
    const stat = await handle.stat()
    if (!stat.isFile()) throw unreadableRoot(full, 'not a regular file')
    return await handle.readFile('utf8')
  } catch (error) {
    if (isMissing(error)) return null
    throw error instanceof CasectlError ? error : unreadableRoot(full, systemCode(error) ?? 'unknown')
  } finally {
    await handle?.close()
  }
}

function isMissing(error: unknown): boolean {
  return systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR'
}
