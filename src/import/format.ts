import type { Encoding } from '../model/import-encodings.js'

/** The formats that are read. `folder` is one of Markdown, HTML and Word documents. */
export const FORMATS = ['csv', 'tsv', 'json', 'jsonl', 'xlsx', 'folder'] as const
export type Format = (typeof FORMATS)[number]

/** What a user says of an export, where it is not to be guessed. */
export interface ReadOptions {
  readonly format?: Format | undefined
  readonly encoding?: Encoding | undefined
  readonly delimiter?: string | undefined
  /** Name of the sheet of a workbook. */
  readonly sheet?: string | undefined
}

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  csv: 'csv',
  txt: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
}

/** Documents that are read out of a folder, or alone. */
export const DOCUMENTS = /\.(?:md|markdown|html?|docx)$/i

/** The format that a file's name says; undefined where it says none. */
export function formatOf(name: string): Format | undefined {
  if (DOCUMENTS.test(name)) return 'folder'
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase()
  return extension !== undefined && Object.hasOwn(BY_EXTENSION, extension)
    ? BY_EXTENSION[extension]
    : undefined
}

/** True for the formats that are text in an encoding. */
export function isText(format: Format): boolean {
  return format !== 'xlsx' && format !== 'folder'
}
