import { type CaseId, readCaseId } from '../model/case-id.js'
import type { Workspace } from '../workspace/workspace.js'
import type { Context } from './context.js'

/** Says that the answer comes from an index older than the library. */
export function sayOutdated({ terminal }: Context, outdated: boolean): void {
  if (!outdated) return
  terminal.say({
    en: 'The library has changed since its index was built; the answer may be out of date. `casectl index` brings it up to date.',
    zh: '案例库在建立索引后有改动，结果可能已过期。可用 `casectl index` 更新索引。',
  })
}

/** The id that was typed, in any letter case, with the prefix of the library or without it. */
export function typedId({ config }: Workspace, typed: string): CaseId {
  return readCaseId(typed) ?? readCaseId(`${config.idPrefix}-${typed}`) ?? typed
}

/** Says that the index has no such case. */
export function sayUnknownCase({ terminal }: Context, id: CaseId): void {
  terminal.say(
    {
      en: 'The index has no case {id}; `casectl show {id}` says more.',
      zh: '索引中没有案例 {id}；可用 `casectl show {id}` 了解详情。',
    },
    { id },
  )
}
