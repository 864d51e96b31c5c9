import type { Range } from './range.js'

export type BlockType =
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'item'
  | 'table'
  | 'code'
  | 'quote'
  | 'html'
  | 'break'

/** The fence of a code block. */
export interface Fence {
  /** As it is written: three or more backticks or tildes. */
  readonly marker: string
  /** The first word behind it, '' where there is none. */
  readonly language: string
  /** False where the block ends with what it stands in. */
  readonly closed: boolean
}

/** A block of Markdown (CommonMark 0.31, GFM tables), in the order of their starts. */
export interface Block {
  readonly type: BlockType
  readonly at: Range
  /** Index of the block that it stands in, among all blocks of the body; -1 at the top. */
  readonly parent: number
  /** Headings: 1 to 6. */
  readonly depth?: number
  /** Lists: the first number of an ordered one; undefined for bullets. */
  readonly first?: number
  /** Code: undefined where it is marked by indentation. */
  readonly fence?: Fence
  /** Tables: cells of each row that is written, the delimiter row left out. */
  readonly rows?: readonly number[]
}

/** A piece of prose exactly as the file has it from `start` on: no escape, no markup within. */
export interface Run {
  readonly text: string
  readonly start: number
}

/**
 * What people read in one heading, paragraph or table cell. Code, bare addresses, HTML and
 * alternative texts are not among the runs; where something was left out or marked up between two
 * runs, their places in the file do not touch.
 */
export interface Prose {
  /** Index among the blocks of the body; the table for a cell. */
  readonly block: number
  readonly runs: readonly Run[]
}

/** The blocks of a body and the prose in them. */
export interface Outline {
  readonly blocks: readonly Block[]
  readonly prose: readonly Prose[]
}
