import type { CaseFile } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { digestOf } from './case-digest.js'

/**
 * Tells which case says what a digest stands for. Digests of a whole library take long, so they are
 * worked out when somebody asks for the first time.
 */
export function digestIndex(files: () => readonly CaseFile[]): (digest: string) => CaseId | undefined {
  let known: Map<string, CaseId> | undefined
  return digest => {
    known ??= new Map(
      files().flatMap((file): [string, CaseId][] => {
        const own = digestOf(file)
        return own === undefined || file.case === undefined ? [] : [[own, file.case.id]]
      }),
    )
    return known.get(digest)
  }
}
