import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { ReadOptions } from '../../src/import/format.js'
import { isBad, type ReadRow } from '../../src/import/row.js'
import { openSource } from '../../src/workspace/import-source.js'

/** A temporary folder that is removed after the tests of a file. */
export function exportsFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'casectl-import-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Rows of an export, as plain data. */
export async function rowsOf(full: string, options: ReadOptions = {}): Promise<ReadRow[]> {
  const rows: ReadRow[] = []
  for await (const row of (await openSource(full, options)).rows()) rows.push(row)
  return rows
}

export async function rowsOfText(
  folder: string,
  name: string,
  content: string | Uint8Array,
  options: ReadOptions = {},
) {
  const full = join(folder, name)
  writeFileSync(full, content)
  return (await rowsOf(full, options)).map(row =>
    isBad(row) ? `${row.number}@${row.place} ${row.fault}` : Object.fromEntries(row.cells),
  )
}

// Node writes no GB18030. Its decoder read backwards gives the two bytes of every character in use.
let table: ReadonlyMap<string, readonly number[]> | undefined
/** A text in GB18030, of characters that take one or two bytes there. */
export function gb18030(text: string): Uint8Array {
  table ??= gbTable()
  const bytes = [...text].flatMap(char => {
    const code = char.codePointAt(0) ?? 0
    const found = code < 0x80 ? [code] : table?.get(char)
    if (found === undefined) throw new Error(`no two bytes for ${char}`)
    return [...found]
  })
  return Uint8Array.from(bytes)
}

function gbTable(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030')
  const found = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail))
      if (trail !== 0x7f && [...char].length === 1 && char !== '\ufffd') found.set(char, [lead, trail])
    }
  }
  return found
}

/** A text in UTF-16LE with byte order mark, as Excel writes "Unicode text". */
export function utf16le(text: string): Uint8Array {
  return Buffer.from(`\ufeff${text}`, 'utf16le')
}
