import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { ImportPlan, ImportState, JournalRow } from '../model/import-record.js'
import { STATE_FOLDER } from './apply.js'
import { writeAtomic } from './atomic-write.js'
import { makeFoldersNow } from './make-folders.js'
import { refuseUnsafe } from './safe-path.js'

/** Where imports keep their journals, relative to the library's root. */
export const IMPORTS = `${STATE_FOLDER}/journal/imports`
const LINE_FEED = 0x0a
const CLOSE = 0x7d
/** Bytes of a line in which the number of its row stands. */
const ROW_HEAD = 32
/** Rows after which the journal is made durable. */
const SYNC_EVERY = 1000

/** The names of the imports of a library, in the order in which they were begun. */
export function importIds(root: string): string[] {
  const folder = join(root, IMPORTS)
  return existsSync(folder)
    ? readdirSync(folder)
        .filter(name => /^\d{8}-\d{6}-[0-9a-f]{6}$/.test(name))
        .sort()
    : []
}

/**
 * The journal of one import: its plan, how far it is, and a line a row. Lines are appended and made
 * durable every 1,000 rows; what was cut off by a crash is left out when it is read again.
 */
export class ImportJournal {
  readonly folder: string
  readonly id: string
  #descriptor: number | undefined
  #lines: string[] = []

  constructor(root: string, id: string) {
    refuseUnsafe(root, `${IMPORTS}/${id}/plan.json`)
    this.id = id
    this.folder = join(root, IMPORTS, id)
  }

  async begin(plan: ImportPlan, state: ImportState): Promise<void> {
    makeFoldersNow(this.folder)
    await writeAtomic(join(this.folder, 'plan.json'), `${JSON.stringify(plan, undefined, 2)}\n`)
    await this.setState(state)
  }

  /** Undefined for an import that was killed before its plan was written: there is nothing of it. */
  plan(): ImportPlan | undefined {
    return this.#read<ImportPlan>('plan.json')
  }

  state(): ImportState | undefined {
    return this.#read<ImportState>('state.json')
  }

  async setState(state: ImportState): Promise<void> {
    await writeAtomic(join(this.folder, 'state.json'), `${JSON.stringify(state)}\n`)
  }

  /** What the import found, as it was kept before anything was published. */
  report<T>(): T | undefined {
    return this.#read<T>('report.json')
  }

  async setReport(report: object): Promise<void> {
    await writeAtomic(join(this.folder, 'report.json'), `${JSON.stringify(report)}\n`)
  }

  /** Begins the rows anew. */
  open(): void {
    this.#descriptor = openSync(join(this.folder, 'rows.jsonl'), 'w')
  }

  add(row: JournalRow): void {
    this.#lines.push(JSON.stringify(row))
    if (this.#lines.length >= SYNC_EVERY) this.sync()
  }

  sync(): void {
    if (this.#descriptor === undefined) return
    if (this.#lines.length > 0) writeAll(this.#descriptor, `${this.#lines.join('\n')}\n`)
    this.#lines = []
    fsyncSync(this.#descriptor)
  }

  close(): void {
    this.sync()
    if (this.#descriptor !== undefined) closeSync(this.#descriptor)
    this.#descriptor = undefined
  }

  /**
   * The rows that are whole, by their numbers; of a row that was written twice the last. Each is read
   * again when its turn comes: 100,000 of them take three times the memory of their file.
   */
  *rows(): Iterable<JournalRow> {
    const full = join(this.folder, 'rows.jsonl')
    if (!existsSync(full)) return
    const bytes = readFileSync(full)
    const lines = new Map<number, number>()
    for (let at = 0; at < bytes.length; at = endOf(bytes, at) + 1) {
      const row = rowOfLine(bytes, at)
      if (row !== undefined) lines.set(row, at)
    }
    for (const [, at] of [...lines].sort(([a], [b]) => a - b)) {
      const row = readLine(bytes, at)
      if (row !== undefined) yield row
    }
  }

  #read<T>(name: string): T | undefined {
    try {
      return JSON.parse(readFileSync(join(this.folder, name), 'utf8')) as T
    } catch {
      return undefined
    }
  }

  /** Removes what is only needed while an import goes on. */
  clear(): void {
    rmSync(join(this.folder, 'staging'), { recursive: true, force: true })
  }
}

function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at)
}

function endOf(bytes: Buffer, at: number): number {
  const found = bytes.indexOf(LINE_FEED, at)
  return found === -1 ? bytes.length : found
}

/** The number of the row that a line is about, if the line is whole: `{"row":12,…}` and its end. */
function rowOfLine(bytes: Buffer, at: number): number | undefined {
  const end = endOf(bytes, at)
  if (bytes[end - 1] !== CLOSE || bytes[end] !== LINE_FEED) return undefined
  const head = bytes.toString('latin1', at, Math.min(end, at + ROW_HEAD))
  const [, number] = /^\{"row":(\d+)[,}]/.exec(head) ?? []
  return number === undefined ? undefined : Number(number)
}

function readLine(bytes: Buffer, at: number): JournalRow | undefined {
  const line = bytes.toString('utf8', at, endOf(bytes, at))
  if (line === '') return undefined
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && 'row' in value ? (value as JournalRow) : undefined
  } catch {
    return undefined
  }
}
