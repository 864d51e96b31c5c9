import type { BlockType } from '../model/markdown.js'

/** A block as the scanner met it. Offsets are of the scanned text. */
export class BlockMark {
  readonly type: BlockType
  start: number
  end: number
  /** Index among the marks; -1 at the top. */
  readonly parent: number
  /** Headings: 1 to 6. Lists: the first number of an ordered one. */
  readonly number: number | undefined
  /** Fenced code: its info string. */
  readonly info: string | undefined
  /** Tables: the cells of each row. */
  readonly rows: number[] | undefined

  constructor(
    type: BlockType,
    start: number,
    end: number,
    parent: number,
    { number, info, rows }: { number?: number | undefined; info?: string; rows?: number[] } = NOTHING,
  ) {
    this.type = type
    this.start = start
    this.end = end
    this.parent = parent
    this.number = number
    this.info = info
    this.rows = rows
  }
}

const NOTHING = {}

/** A link or an image in the source of one piece of prose. Offsets are of that source. */
export interface LinkMark {
  readonly kind: 'link' | 'image'
  readonly start: number
  end: number
  readonly to: string
  readonly alt?: string
  /** Where the target stands, -1 where it does not stand there as it is read. */
  readonly target: number
}

/** The markup in one piece of prose. Offsets are of its source, see `ProseMark`. */
export class InlineMarks {
  /** What is no text, as start and end in turn, ascending. */
  readonly cuts: number[] = []
  /** Backslashes that are not read. */
  readonly escapes: number[] = []
  readonly links: LinkMark[] = []
  /** Brackets that make no link, as start and end in turn. */
  readonly brackets: number[] = []
}

/** The source of one heading, paragraph or cell: its lines without the spaces around them. */
export interface ProseMark {
  /** Index among the marks of blocks. */
  readonly block: number
  readonly source: string
  /** Where the source starts in the scanned text. */
  readonly start: number
  /** Further lines: where each starts in the source and in the text, in turn. */
  readonly lines?: readonly number[] | undefined
  /** Where lines end with a break that is to be seen. */
  readonly breaks?: readonly number[] | undefined
  /** Behind the box of a task. */
  readonly isTask?: boolean
  /** Undefined where nothing in the source could be markup. */
  marks?: InlineMarks
}

/** Where the blocks of a body and the prose in them stand, in the order of their starts. */
export class Places {
  readonly blocks: BlockMark[] = []
  readonly prose: ProseMark[] = []

  /** Adds a block. Returns its index. */
  block(mark: BlockMark): number {
    return this.blocks.push(mark) - 1
  }
}
