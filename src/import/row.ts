/** A cell as text; a list where the export says that it is one (a JSON array). */
export type Cell = string | readonly string[]

/** One record of an export. */
export interface Row {
  /** 1 for the first record, headers not counted; records that cannot be read count as well. */
  readonly number: number
  /** Line of the file on which it begins, or the file's path in a folder of documents. */
  readonly place: string
  /** Column → cell, in the order of the columns. Empty cells are left out. */
  readonly cells: ReadonlyMap<string, Cell>
  /** Pictures that a document holds in itself, by the name under which its text refers to them. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>
  /** Links that could not be taken over: pictures written into a page, scripts as targets. */
  readonly lostLinks?: number
}

/** Why a record could not be read. No fault carries a word of the record: it may hold personal data. */
export const ROW_FAULTS = {
  cut: {
    en: 'the record ends too soon; the export is cut off here',
    zh: '记录不完整，导出文件在此处被截断',
  },
  cells: {
    en: 'the record has another number of cells than the header',
    zh: '记录的单元格数与表头不一致',
  },
  json: { en: 'this is no JSON object', zh: '不是有效的 JSON 对象' },
  large: { en: 'the record is larger than 1 MiB', zh: '记录超过 1 MiB' },
  document: { en: 'the document cannot be read', zh: '文档无法读取' },
} as const
export type RowFault = keyof typeof ROW_FAULTS

/** A record that could not be read. */
export interface BadRow {
  readonly number: number
  readonly place: string
  readonly fault: RowFault
}

export type ReadRow = Row | BadRow

export function isBad(row: ReadRow): row is BadRow {
  return 'fault' in row
}

/** Largest record, in bytes; a case file may have a quarter of it. */
export const MAX_RECORD = 1024 * 1024

/** A cell as one text; the items of a list on lines of their own. */
export function textOfCell(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  return typeof cell === 'string' ? cell : cell.join('\n')
}
