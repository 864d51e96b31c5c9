import { readFiles } from '../io/read-files.js'
import { listFiles } from '../io/scan.js'
import type { RepoPath } from '../model/case.js'
import type { ExceptionFile } from '../model/exception.js'
import { readException } from '../parse/read-exception.js'
import { MAX_RECORD_BYTES } from '../parse/read-record.js'
import { EXCEPTIONS } from '../review/exceptions.js'
import { toInput } from './case-input.js'

/** Reads the exceptions of a library, by path. Whatever is wrong with one is a problem of that one. */
export async function readExceptions(root: string): Promise<ExceptionFile[]> {
  const paths: RepoPath[] = listFiles(root, [EXCEPTIONS], /\.yml$/i)
  const read = await readFiles(root, paths, MAX_RECORD_BYTES)
  return read.map(result => readException(toInput(result, MAX_RECORD_BYTES)))
}
