import { readCaseId } from '../model/case-id.js'
import type { Workspace } from '../workspace/workspace.js'

/** An id as typed, in its one form; the prefix may be left out. What is no id stays as it is. */
export function typedId({ config }: Pick<Workspace, 'config'>, typed: string): string {
  return readCaseId(typed) ?? readCaseId(`${config.idPrefix}-${typed}`) ?? typed
}
