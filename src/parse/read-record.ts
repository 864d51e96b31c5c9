import { fill } from '../lib/message.js'
import type { FieldPlace, Pointer, Problem, RepoPath } from '../model/case.js'
import { decodeCase } from './decode.js'
import type { CaseInput } from './parse-case.js'
import type { SchemaError } from './schema.js'
import { readSettings } from './settings.js'

/** Largest record that is read, in bytes: ten thousand characters of comment are 30 KB. */
export const MAX_RECORD_BYTES: number = 64 * 1024

/** A form of record: its schema, its keys for suggestions, and how messages call it. */
export interface RecordForm {
  validate(values: unknown): readonly SchemaError[]
  readonly known: readonly string[]
  readonly name: string
}

/** A file that holds one record, as far as it could be read, and its problems. */
export interface RecordFile<T> {
  readonly path: RepoPath
  readonly text: string
  readonly record?: T
  readonly fields: ReadonlyMap<Pointer, FieldPlace>
  readonly problems: readonly Problem[]
}

/** Bytes of a file → its record. Never throws: whatever is wrong is a problem of the file. */
export function readRecord<T>(input: CaseInput, form: RecordForm): RecordFile<T> {
  const { path } = input
  if ('problem' in input) return unread(path, '', [input.problem])
  const decoded = decodeCase(input.bytes)
  if (decoded.problem !== undefined) return unread(path, '', [decoded.problem])
  return readRecordText(path, decoded.text, form)
}

/** The same from text. */
export function readRecordText<T>(path: RepoPath, text: string, form: RecordForm): RecordFile<T> {
  const read = readSettings<T>(text, form.validate, form.known)
  if (!('fields' in read)) return unread(path, text, read.problems.map(worded(form.name)))
  return { path, text, record: read.value, fields: read.fields, problems: [] }
}

function unread<T>(path: RepoPath, text: string, problems: readonly Problem[]): RecordFile<T> {
  return { path, text, fields: new Map(), problems }
}

// The words of front matter, which a record has none of.
function worded(name: string): (found: Problem) => Problem {
  return found => {
    const args = { ...found.args }
    for (const [key, value] of Object.entries(args)) if (value === '(front matter)') args[key] = name
    return { ...found, message: fill(found.message, args), args }
  }
}
