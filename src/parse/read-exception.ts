import type { ExceptionFile, ExceptionRecord } from '../model/exception.js'
import { fixedCheck } from './fixed-check.js'
import type { CaseInput } from './parse-case.js'
import { readRecord } from './read-record.js'

const KNOWN = ['version', 'case', 'kind', 'roles', 'audience', 'approver', 'day', 'until', 'reason']

/** Bytes of an exception → its record. Never throws: whatever is wrong is a problem of the file. */
export function readException(input: CaseInput): ExceptionFile {
  return readRecord<ExceptionRecord>(input, {
    validate: fixedCheck('exception'),
    known: KNOWN,
    name: '(exception)',
  })
}
