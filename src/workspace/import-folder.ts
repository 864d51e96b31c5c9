import { basename, dirname, join } from 'node:path'
import { bomOf, decoded, EncodingWatch } from '../import/encoding.js'
import { DOCUMENTS } from '../import/format.js'
import type { ReadRow } from '../import/row.js'
import type { ImportSource } from '../import/source.js'
import { type ExportKind, surveyFile, wholeFile } from '../io/export-file.js'
import { listDocuments } from '../io/list-documents.js'
import { checkZip } from '../io/zip-check.js'
import { CasectlError } from '../lib/errors.js'

import { sha256 } from './sha256.js'

/** Largest document, in bytes; a Word file with its pictures. */
const MAX_DOCUMENT = 64 * 1024 * 1024

/**
 * Opens a folder of documents, or one document alone. Each is a row.
 * @throws CasectlError `export` for a folder without any, `unreadable-root`
 */
export async function openFolder(full: string, kind: ExportKind): Promise<ImportSource> {
  const root = kind === 'folder' ? full : dirname(full)
  const files = kind === 'folder' ? listDocuments(full, DOCUMENTS) : [basename(full)]
  if (files.length === 0) throw noDocuments(full)
  let size = 0
  const ends: number[] = []
  const hashes: string[] = []
  for (const file of files) {
    const survey = await surveyFile(join(root, file))
    size += survey.size
    ends.push(size)
    hashes.push(`${file}\0${survey.sha256}\n`)
  }
  return {
    full,
    name: basename(full),
    format: 'folder',
    size,
    sha256: sha256(hashes.join('')),
    files,
    root,
    rows: told => documentRows(root, files, i => told?.(ends[i] ?? size)),
  }
}

async function* documentRows(
  root: string,
  files: readonly string[],
  onRead: (i: number) => void,
): AsyncIterable<ReadRow> {
  for (const [i, path] of files.entries()) {
    const row = await documentRow(root, { number: i + 1, path })
    onRead(i)
    yield row
  }
}

async function documentRow(root: string, place: { number: number; path: string }): Promise<ReadRow> {
  const bad: ReadRow = { number: place.number, place: place.path, fault: 'document' }
  try {
    const bytes = wholeFile(join(root, place.path), MAX_DOCUMENT)
    if (/\.docx$/i.test(place.path)) {
      if ((await checkZip(bytes)) !== undefined) return bad
      const { docxRow } = await import('../import/docx-row.js')
      return await docxRow(bytes, place)
    }
    const text = await textOf(bytes)
    if (text === undefined) return bad
    const { htmlRow, markdownRow } = await import('../import/markdown-row.js')
    return /\.html?$/i.test(place.path) ? htmlRow(text, place) : markdownRow(text, place)
  } catch (error) {
    if (error instanceof CasectlError) return bad
    throw error
  }
}

async function textOf(bytes: Uint8Array): Promise<string | undefined> {
  const watch = new EncodingWatch()
  watch.add(bytes)
  const { encoding, sure } = watch.guess()
  if (!sure && bomOf(bytes) === undefined) return undefined
  let text = ''
  for await (const piece of decoded(once(bytes), encoding)) text += piece
  return text
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

function noDocuments(full: string): CasectlError {
  return new CasectlError('export', {
    en: `${full} holds no Markdown, HTML or Word document.`,
    zh: `${full} 中没有 Markdown、HTML 或 Word 文档。`,
  })
}
