import type { Day } from '../lib/day.js'
import type { RepoPath } from './case.js'
import type { ReadChoices } from './import-mapping.js'

/** How far an import is. */
export type ImportPhase = 'staging' | 'publishing' | 'done' | 'rolled-back'

/** What an import was asked to do: enough to go on with it. */
export interface ImportPlan {
  readonly version: 1
  readonly id: string
  readonly day: Day
  readonly source: {
    readonly full: string
    readonly sha256: string
    readonly size: number
  }
  /** Text of the mapping, and where it came from. */
  readonly mapping: string
  readonly mappingName: string
  readonly read: ReadChoices
  readonly mask: boolean
  readonly batch: number
  readonly commit: boolean
  readonly order?: string
  /** Share of the rows, 0 to 1, that are taken. */
  readonly top?: number
  readonly allowBelowGate: boolean
}

/** How far it is, written whenever that changes. */
export interface ImportState {
  readonly phase: ImportPhase
  /** Folders that it made, the deepest last. */
  readonly folders: readonly RepoPath[]
}

/** A file that an import writes. */
export interface ImportedFile {
  readonly path: RepoPath
  /** Hexadecimal. */
  readonly sha256: string
}

/** One row in the journal; without files where it became no case. */
export interface JournalRow {
  readonly row: number
  readonly outcome: string
  readonly files?: readonly ImportedFile[]
}
