import type { RepoPath } from '../model/case.js'
import type { FilePieces } from '../model/file-pieces.js'

/** What stands at a path of the library, without following links. */
export type EntryKind = 'file' | 'folder' | 'symlink' | 'other'

/** A look into the library's folder, for rules that ask whether a link's target is there. */
export type Tree = (path: RepoPath) => EntryKind | undefined

/** A file, folder or link below the library's folder. */
export interface TreeEntry {
  readonly path: RepoPath
  readonly kind: EntryKind
}

/** What rules ask of the library's folder beyond its cases. Answers come when they are asked for. */
export interface Disk {
  /**
   * Everything below the library's folder, by path, without following links. What is inside of `.git`
   * or `node_modules` is left out, and so is, outside the library's own folders, what its
   * `.gitignore` names.
   */
  entries(): readonly TreeEntry[]
  /** Bytes of a regular file that is not reached through a link, else undefined. */
  size(path: RepoPath): number | undefined
  /** Hexadecimal SHA-256 of such a file. */
  sha256(path: RepoPath): string | undefined
  /** The text of such a file of at most 64 KiB. */
  text(path: RepoPath): string | undefined
  /** What `use` makes of the bytes of such a file, which is open as long as it runs. */
  read<T>(path: RepoPath, use: (file: FilePieces) => T): T | undefined
}

/** A library that stands on no disk. */
export const NO_DISK: Disk = {
  entries: () => [],
  size: () => undefined,
  sha256: () => undefined,
  text: () => undefined,
  read: () => undefined,
}
