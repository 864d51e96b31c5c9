import { readFiles } from '../io/read-files.js'
import { listFiles } from '../io/scan.js'
import type { CaseId } from '../model/case-id.js'
import type { ExceptionFile } from '../model/exception.js'
import { readException } from '../parse/read-exception.js'
import { MAX_RECORD_BYTES } from '../parse/read-record.js'
import { EXCEPTIONS, idOfException } from '../review/exceptions.js'
import { toInput } from './case-input.js'

/**
 * Reads the exceptions of a library, by path. Whatever is wrong with one is a problem of that one.
 * @param ids only those of these cases; all where left out
 */
export async function readExceptions(root: string, ids?: ReadonlySet<CaseId>): Promise<ExceptionFile[]> {
  const paths = listFiles(root, [EXCEPTIONS], /\.yml$/i)
  const wanted = ids === undefined ? paths : paths.filter(path => ids.has(idOfException(path) ?? ''))
  const read = await readFiles(root, wanted, MAX_RECORD_BYTES)
  return read.map(result => readException(toInput(result, MAX_RECORD_BYTES)))
}
