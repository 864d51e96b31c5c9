import { FileReader } from '../io/read-now.js'
import type { CaseFile } from '../model/case.js'
import { decodeCase, MAX_FILE_BYTES } from '../parse/decode.js'
import { writtenStanding } from '../parse/written-standing.js'
import { CaseReader } from './case-reader.js'
import type { Workspace } from './workspace.js'

/** What tells whether a case has to be read: as written, undefined where only the parser can tell. */
export type Wanted = (id: string, status: string) => boolean

/**
 * The files of a library that review has to look at, by path, as `workspace.readCases` gives them. Of
 * the others no more is read than id and status.
 */
export async function readReviewed(workspace: Workspace, wanted: Wanted): Promise<CaseFile[]> {
  const bytes = new FileReader(workspace.root, MAX_FILE_BYTES)
  const reader = await CaseReader.open(workspace)
  const files: CaseFile[] = []
  for (const path of workspace.casePaths()) {
    const read = bytes.read(path)?.bytes
    if (read === undefined) files.push(...(await workspace.readCases([path])))
    else if (isWanted(read, wanted)) files.push((await reader.read({ path, bytes: read })).file)
  }
  return files
}

function isWanted(bytes: Uint8Array, wanted: Wanted): boolean {
  const { text } = decodeCase(bytes)
  const found = text === undefined ? undefined : writtenStanding(text)
  return found === undefined || wanted(found.id, found.status)
}
