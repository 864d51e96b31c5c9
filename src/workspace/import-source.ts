import { basename, dirname } from 'node:path'
import { csvRows, delimiterOf } from '../import/csv-rows.js'
import { decoded, EncodingWatch } from '../import/encoding.js'
import { type Format, formatOf, isText, type ReadOptions } from '../import/format.js'
import { jsonLinesRows, jsonRows } from '../import/json-rows.js'
import type { ReadRow } from '../import/row.js'
import type { ImportSource } from '../import/source.js'
import { suspicionOf } from '../import/suspicion.js'
import { xlsxRows } from '../import/xlsx-rows.js'
import { chunksOf, exportKind, surveyFile, wholeFile } from '../io/export-file.js'
import { checkZip } from '../io/zip-check.js'
import { CasectlError } from '../lib/errors.js'
import { unreadableArchive } from './import-errors.js'
import { openFolder } from './import-folder.js'

/** Largest workbook that is opened: it is held in memory. */
const MAX_WORKBOOK = 128 * 1024 * 1024
/** Text at the beginning from which delimiter and oddities are judged. */
const HEAD = 256 * 1024

/**
 * Opens an export: looks through all of its bytes once and finds out what it is.
 * @throws CasectlError `unreadable-root`; `export` for a format that is not known, bytes that are no
 *   text, and an archive that could do harm
 */
export async function openSource(full: string, options: ReadOptions = {}): Promise<ImportSource> {
  const kind = exportKind(full)
  const format = options.format ?? (kind === 'folder' ? 'folder' : formatOf(full))
  if (format === undefined) throw unknownFormat(full)
  if (format === 'folder') return openFolder(full, kind)
  return isText(format) ? openText(full, format, options) : openWorkbook(full, options)
}

async function openText(full: string, format: Format, options: ReadOptions): Promise<ImportSource> {
  const watch = new EncodingWatch()
  const { size, sha256 } = await surveyFile(full, bytes => watch.add(bytes))
  const guess = watch.guess()
  if (options.encoding === undefined && !guess.sure) throw noText(full)
  const encoding = options.encoding ?? guess.encoding
  const chunks = (told?: (bytes: number) => void): AsyncIterable<string> =>
    decoded(chunksOf(full, told), encoding)
  const plain = encoding === 'utf-8' && guess.encoding === 'utf-8' && !guess.bom
  const head = await headOf(chunks())
  const suspicion = suspicionOf(head)
  const cut = format === 'tsv' ? '\t' : delimiterOf(head)
  const delimiter = format === 'csv' || format === 'tsv' ? (options.delimiter ?? cut) : undefined
  return {
    full,
    name: basename(full),
    format,
    encoding,
    bom: guess.bom,
    size,
    sha256,
    files: [basename(full)],
    root: dirname(full),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(suspicion === undefined ? {} : { suspicion }),
    rows: told => {
      if (delimiter !== undefined) {
        return csvRows(plain ? chunksOf(full, told) : chunks(told), delimiter)
      }
      return format === 'json' ? jsonRows(chunks(told)) : jsonLinesRows(chunks(told))
    },
  }
}

async function headOf(chunks: AsyncIterable<string>): Promise<string> {
  let head = ''
  for await (const chunk of chunks) {
    head += chunk
    if (head.length >= HEAD) break
  }
  return head.slice(0, HEAD)
}

async function openWorkbook(full: string, { sheet }: ReadOptions): Promise<ImportSource> {
  const bytes = wholeFile(full, MAX_WORKBOOK)
  const fault = await checkZip(bytes)
  if (fault !== undefined) throw unreadableArchive(full, fault)
  const { size, sha256 } = await surveyFile(full)
  return {
    full,
    name: basename(full),
    format: 'xlsx',
    size,
    sha256,
    files: [basename(full)],
    root: dirname(full),
    rows: () => readable(full, xlsxRows(bytes, sheet)),
  }
}

/** Rows of a workbook whose reader may refuse it on the way. */
async function* readable(full: string, rows: AsyncIterable<ReadRow>): AsyncIterable<ReadRow> {
  try {
    yield* rows
  } catch (error) {
    if (error instanceof CasectlError) throw error
    throw unreadableArchive(full, 'no-zip')
  }
}

function unknownFormat(full: string): CasectlError {
  const name = basename(full)
  return new CasectlError(
    'export',
    { en: `The format of ${name} is not known by its name.`, zh: `无法从文件名判断 ${name} 的格式。` },
    {
      en: 'Give --format csv, tsv, json, jsonl or xlsx; an old .xls must be saved as .xlsx first.',
      zh: '请用 --format 指定 csv、tsv、json、jsonl 或 xlsx；旧的 .xls 请先另存为 .xlsx。',
    },
  )
}

function noText(full: string): CasectlError {
  const name = basename(full)
  return new CasectlError(
    'export',
    {
      en: `${name} is neither UTF-8 nor GB18030 text.`,
      zh: `${name} 既不是 UTF-8 文本，也不是 GB18030 文本。`,
    },
    {
      en: 'Name the encoding with --encoding, or export it again.',
      zh: '请用 --encoding 指定编码，或重新导出。',
    },
  )
}
