import type { FileLook } from '../io/scan.js'
import { type RememberedCase, type RememberedFile, rememberedCase } from '../library/remembered.js'
import type { CaseFile } from '../model/case.js'
import { NO_DISABLES } from '../rules/disables.js'
import { isQuiet, type Judgement } from '../rules/judge.js'

/** What lint keeps of a file: what it came to, and what the judgement of the others asks of it. */
export interface FileRecord extends RememberedFile {
  /** What the file looked like when it was read; missing where it could not be. */
  readonly look?: FileLook
  /** `shortHash` of its bytes; '' for what could not be read, which is tried again each time, and where nothing is kept. */
  readonly hash: string
  /** True where the fast parser can read it again. */
  readonly plain?: boolean
  readonly judgement: Judgement
}

/**
 * The record of a file that has just been judged.
 * @param seldomToo whether it keeps what is seldom asked of a case
 */
export function recordOf(
  file: CaseFile,
  judgement: Judgement,
  read: Pick<FileRecord, 'look' | 'hash' | 'plain'> | undefined,
  seldomToo: boolean,
): FileRecord {
  const { path, problems, case: found } = file
  const { look, hash, plain } = read ?? NOT_READ
  return {
    path,
    problems,
    judgement,
    hash,
    ...(found === undefined ? {} : { kept: rememberedCase(found, seldomToo) }),
    ...(look === undefined ? {} : { look }),
    ...(plain === undefined ? {} : { plain }),
  }
}

const NOT_READ: Pick<FileRecord, 'look' | 'hash' | 'plain'> = { hash: '' }

/** The path and the case's id of records of which there is nothing more to say, in turn. */
export type QuietRecords = readonly string[]

/** True for a plain, sound case of which nothing was found or kept beyond its id. */
export function isQuietRecord(record: FileRecord): boolean {
  const { kept, judgement, problems, hash, plain, look } = record
  if (kept === undefined || !kept.sound || kept.seldom !== '' || kept.attachments.length > 0) return false
  return plain === true && hash === '' && look === undefined && problems.length === 0 && isQuiet(judgement)
}

export function quietRecords(quiet: QuietRecords): FileRecord[] {
  const records: FileRecord[] = []
  for (let i = 0; i < quiet.length; i += 2) {
    const [path = '', id = ''] = [quiet[i], quiet[i + 1]]
    const kept = { id, sound: true, attachments: NONE, seldom: '' }
    records.push({ path, problems: NONE, judgement: SOUND, hash: '', kept, plain: true })
  }
  return records
}

/** Records in a form that is cheap to hand to another thread and to keep. */
export interface EncodedRecords {
  /**
   * JSON of all but what is seldom asked of cases, on one line; what is empty is left out. Then a line
   * for each record with the rest: that is not read before somebody asks.
   */
  readonly text: string
  /** What rules gathered as bytes, one after the other. */
  readonly bytes: Uint8Array
}

interface Written extends Partial<Pick<FileRecord, 'look' | 'hash' | 'plain' | 'problems'>> {
  readonly path: string
  readonly case?: Partial<Omit<RememberedCase, 'seldom'>> | undefined
  readonly judgement?: Partial<Judgement> | undefined
  /** Rule → where its bytes begin and end. */
  readonly bytes?: Readonly<Record<string, readonly [start: number, end: number]>> | undefined
}

export function encodeRecords(records: readonly FileRecord[]): EncodedRecords {
  const chunks: Uint8Array[] = []
  let length = 0
  const place = (chunk: Uint8Array): readonly [number, number] => {
    chunks.push(chunk)
    length += chunk.length
    return [length - chunk.length, length]
  }
  const written = records.map(record => writtenOf(record, place))
  const lines = [JSON.stringify(written), ...records.map(({ kept }) => kept?.seldom ?? '')]
  return { text: lines.join('\n'), bytes: joined(chunks, length) }
}

/** Fields without a value are left out of JSON. */
function writtenOf(
  { path, look, hash, plain, problems, kept, judgement }: FileRecord,
  place: (chunk: Uint8Array) => readonly [number, number],
): Written {
  const { plain: gathered, bytes } = split(judgement.gathered, place)
  return {
    path,
    ...(look === undefined ? {} : { look }),
    ...(hash === '' ? {} : { hash }),
    ...(plain === undefined ? {} : { plain }),
    ...(problems.length === 0 ? {} : { problems }),
    case: kept && writtenCase(kept),
    judgement: writtenJudgement(judgement, gathered),
    bytes,
  }
}

function writtenCase({ id, sound, attachments }: RememberedCase): Written['case'] {
  if (sound && attachments.length === 0) return { id }
  return attachments.length === 0 ? { id, sound } : { id, sound, attachments }
}

function writtenJudgement(
  { findings, disables }: Judgement,
  gathered: Judgement['gathered'] | undefined,
): Written['judgement'] {
  const disabled = disables.disables.length + disables.faults.length > 0
  if (findings.length === 0 && !disabled && gathered === undefined) return undefined
  return {
    ...(findings.length === 0 ? {} : { findings }),
    ...(disabled ? { disables } : {}),
    ...(gathered === undefined ? {} : { gathered }),
  }
}

export function decodeRecords({ text, bytes: all }: EncodedRecords): FileRecord[] {
  let end = text.indexOf('\n')
  if (end === -1) end = text.length
  const written: readonly Written[] = JSON.parse(text.slice(0, end))
  return written.map(({ path, look, hash = '', plain, problems = NONE, case: found, judgement, bytes }) => {
    const start = end + 1
    const next = text.indexOf('\n', start)
    end = next === -1 ? text.length : next
    const seldom = text.slice(start, end)
    return {
      path,
      hash,
      problems,
      ...(found === undefined ? {} : { kept: { id: '', sound: true, attachments: NONE, ...found, seldom } }),
      ...(look === undefined ? {} : { look }),
      ...(plain === undefined ? {} : { plain }),
      judgement: readJudgement(judgement, bytes, all),
    }
  })
}

const NONE: readonly never[] = []
const SOUND: Judgement = { findings: NONE, disables: NO_DISABLES, gathered: {} }

function readJudgement(judgement: Written['judgement'], bytes: Written['bytes'], all: Uint8Array): Judgement {
  if (judgement === undefined && bytes === undefined) return SOUND
  const gathered: Record<string, object> = { ...judgement?.gathered }
  for (const rule in bytes) {
    const [start, end] = bytes[rule] ?? [0, 0]
    gathered[rule] = all.subarray(start, end)
  }
  return {
    findings: judgement?.findings ?? NONE,
    disables: judgement?.disables ?? NO_DISABLES,
    gathered,
  }
}

/** What was gathered as bytes is kept as bytes. */
function split(
  gathered: Judgement['gathered'],
  place: (chunk: Uint8Array) => readonly [number, number],
): { plain: Judgement['gathered'] | undefined; bytes: Written['bytes'] } {
  let plain: Record<string, object> | undefined
  let bytes: Record<string, readonly [number, number]> | undefined
  for (const rule in gathered) {
    const value = gathered[rule]
    if (value instanceof Uint8Array) {
      bytes ??= {}
      bytes[rule] = place(value)
    } else if (value !== undefined) {
      plain ??= {}
      plain[rule] = value
    }
  }
  return { plain, bytes }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
