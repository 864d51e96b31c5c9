import type { SeenFile } from '../io/scan.js'
import type { RepoPath, Status } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { CachedSettings } from './settings-cache.js'

/** What the index knows of a case file. */
export interface Source extends SeenFile {
  /** `shortHash` of its bytes; '' for what could not be read. */
  readonly hash: string
  /** '' for a file that is no sound case. */
  readonly id: CaseId
  /** Missing with the id. */
  readonly status?: Status
}

/** What the index was made of: what the next build holds against the disk. */
export interface Sources {
  readonly settings: CachedSettings
  /** Of the settings that documents and their terms depend on. */
  readonly documentSettings: string
  /** Of what the expansions are made of. */
  readonly expansionSettings: string
  /** When the files were looked at, by the clock of their file system, in milliseconds since 1970. */
  readonly lookedAt: number
  /** What the feedback files looked like. */
  readonly feedback: string
  /** Case → how often it was used, as the feedback says; those never used are missing. */
  readonly uses: ReadonlyMap<string, number>
  /** The packs of the manifest before, which a reader may still be reading. */
  readonly former: readonly string[]
  /** By path. */
  readonly files: readonly Source[]
}

/** The part of an index that a case belongs to: archived cases have statistics of their own. */
export type PartitionName = 'living' | 'archive'

/** A superseded case in the archive still leads to its successor, so it lives. */
export function partitionOf(path: RepoPath, status: Status, archiveFolder: string): PartitionName {
  const stored = path.startsWith(`${archiveFolder}/`) && status !== 'superseded'
  return status === 'archived' || stored ? 'archive' : 'living'
}

/** The key on which ids count as equal. */
export function idKey(id: CaseId): string {
  return id.toUpperCase()
}
