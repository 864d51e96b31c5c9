import type { ReadResult } from '../io/read-files.js'
import { MAX_FILE_BYTES } from '../parse/decode.js'
import type { CaseInput } from '../parse/parse-case.js'
import { problem } from '../parse/problem.js'

/**
 * What reading a file came to, as parsers take it.
 * @param limit bytes that it was read up to
 */
export function toInput(result: ReadResult, limit: number = MAX_FILE_BYTES): CaseInput {
  if ('bytes' in result) return result
  const { path } = result
  if ('tooLarge' in result) return { path, problem: problem('tooLarge', { size: result.tooLarge, limit }) }
  if ('failed' in result) return { path, problem: problem('unreadable', { reason: result.failed }) }
  return { path, problem: problem('notAFile', WORDS[result.refused]) }
}

const WORDS = {
  symlink: { what: 'a symbolic link', whatZh: '符号链接' },
  folder: { what: 'a folder', whatZh: '文件夹' },
  special: { what: 'a special file (pipe, socket or device)', whatZh: '特殊文件（管道、套接字或设备）' },
} as const
