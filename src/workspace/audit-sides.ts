import { addTo } from '../lib/groups.js'
import type { RepoPath } from '../model/case.js'
import { type CaseId, readCaseId } from '../model/case-id.js'
import type { CaseVersion } from '../review/case-version.js'

/** A case before and after a commit; one side is missing where it is new or gone. */
export interface CaseSides {
  before?: CaseVersion | undefined
  after?: CaseVersion | undefined
  /** The text of the case after the commit. */
  text?: string | undefined
}

/** What a commit made of one file. */
export interface FileSides extends CaseSides {
  readonly path: RepoPath
}

/** The cases by id; of a file that holds another case than before, both. */
export function sidesById(files: readonly FileSides[]): Map<CaseId, CaseSides[]> {
  const byId = new Map<CaseId, CaseSides[]>()
  for (const { path, before, after, text } of files) {
    const ids = [before?.id, after?.id].map(id => (id === undefined || id === '' ? undefined : id))
    const [old = ids[1] ?? idIn(path), now = ids[0] ?? idIn(path)] = ids
    if (before !== undefined && after !== undefined && old === now) {
      addSide(byId, old, { before, after, text })
    } else {
      if (before !== undefined) addSide(byId, old, { before })
      if (after !== undefined) addSide(byId, now, { after, text })
    }
  }
  return byId
}

/** The id that a file's name begins with. */
function idIn(path: RepoPath): CaseId {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return readCaseId(name.split('-').slice(0, 2).join('-')) ?? ''
}

/** Puts a side beside its other half: a case that one file lost and another got has moved. */
function addSide(byId: Map<CaseId, CaseSides[]>, id: CaseId, side: CaseSides): void {
  const half = byId.get(id)?.find(other => isOtherHalf(other, side))
  if (half === undefined) addTo(byId, id, side)
  else Object.assign(half, side)
}

function isOtherHalf(a: CaseSides, b: CaseSides): boolean {
  return (
    (a.before === undefined) === (b.after === undefined) &&
    (a.after === undefined) === (b.before === undefined)
  )
}
