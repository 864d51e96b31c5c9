import type { FileLook } from '../io/scan.js'
import { factsOf, type RememberedFile } from '../library/remembered.js'
import type { CaseFile } from '../model/case.js'
import { NO_DISABLES } from '../rules/disables.js'
import type { Judgement } from '../rules/judge.js'

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

/** The record of a file that has just been judged. */
export function recordOf(
  file: CaseFile,
  judgement: Judgement,
  read: Pick<FileRecord, 'look' | 'hash' | 'plain'> | undefined,
): FileRecord {
  const { path, problems, case: found } = file
  return {
    path,
    problems,
    judgement,
    ...(found === undefined ? {} : { facts: factsOf(found) }),
    ...(read ?? { hash: '' }),
  }
}

/** Records in a form that is cheap to hand to another thread and to keep. */
export interface EncodedRecords {
  /** JSON; what is empty is left out. */
  readonly text: string
  /** What rules gathered as bytes, one after the other. */
  readonly bytes: Uint8Array
}

interface Written {
  readonly file: Omit<FileRecord, 'judgement' | 'problems'> & Partial<Pick<FileRecord, 'problems'>>
  readonly judgement?: Partial<Judgement>
  /** Rule → where its bytes begin and end. */
  readonly bytes?: Readonly<Record<string, readonly [start: number, end: number]>>
}

export function encodeRecords(records: readonly FileRecord[]): EncodedRecords {
  const chunks: Uint8Array[] = []
  let length = 0
  const place = (chunk: Uint8Array): readonly [number, number] => {
    chunks.push(chunk)
    length += chunk.length
    return [length - chunk.length, length]
  }
  const written = records.map(({ judgement, problems, ...file }): Written => {
    const { findings, disables } = judgement
    const { plain, bytes } = split(judgement.gathered, place)
    const kept = {
      ...(findings.length === 0 ? {} : { findings }),
      ...(disables.disables.length + disables.faults.length === 0 ? {} : { disables }),
      ...(plain === undefined ? {} : { gathered: plain }),
    }
    return {
      file: problems.length === 0 ? file : { ...file, problems },
      ...(Object.keys(kept).length === 0 ? {} : { judgement: kept }),
      ...(bytes === undefined ? {} : { bytes }),
    }
  })
  return { text: JSON.stringify(written), bytes: joined(chunks, length) }
}

export function decodeRecords({ text, bytes: all }: EncodedRecords): FileRecord[] {
  return (JSON.parse(text) as Written[]).map(({ file, judgement, bytes }) => {
    const gathered: Record<string, object> = { ...judgement?.gathered }
    for (const [rule, [start, end]] of Object.entries(bytes ?? {})) gathered[rule] = all.subarray(start, end)
    return {
      problems: [],
      ...file,
      judgement: {
        findings: judgement?.findings ?? [],
        disables: judgement?.disables ?? NO_DISABLES,
        gathered,
      },
    }
  })
}

/** What was gathered as bytes is kept as bytes. */
function split(
  gathered: Judgement['gathered'],
  place: (chunk: Uint8Array) => readonly [number, number],
): { plain?: Judgement['gathered']; bytes?: Written['bytes'] } {
  const plain: Record<string, object> = {}
  const bytes: Record<string, readonly [number, number]> = {}
  for (const [rule, value] of Object.entries(gathered)) {
    if (value instanceof Uint8Array) bytes[rule] = place(value)
    else plain[rule] = value
  }
  return {
    ...(Object.keys(plain).length === 0 ? {} : { plain }),
    ...(Object.keys(bytes).length === 0 ? {} : { bytes }),
  }
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
