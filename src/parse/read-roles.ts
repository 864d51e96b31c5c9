import type { FieldPlace, Pointer, Problem } from '../model/case.js'
import type { WrittenReview } from '../model/review.js'
import { fixedCheck } from './fixed-check.js'
import { readSettings, type SettingsResult } from './settings.js'

/** What `roles.yml` says. */
export interface WrittenRoles {
  readonly version?: number
  readonly roles: NonNullable<WrittenReview['roles']>
}

/**
 * Text of `roles.yml` → who reviews, checked. Roles stand in one place: those of the configuration as
 * well are a problem.
 * @param config where the keys of the configuration stand
 */
export function readRoles(
  text: string,
  config: ReadonlyMap<Pointer, FieldPlace>,
): SettingsResult<WrittenRoles> {
  const read = readSettings<WrittenRoles>(text, fixedCheck('roles'), ['version', 'roles'])
  const other = config.get('/review/roles')
  if (read.value === undefined || other === undefined) return read
  const at = read.fields.get('/roles')
  const problem: Problem = {
    ...{ rule: 'config', code: 'rolesTwice', message: TWICE, pointer: '/roles' },
    args: { line: (other.key ?? other.value).line },
    ...(at === undefined ? {} : { at: at.key ?? at.value }),
  }
  return { problems: [problem] }
}

const TWICE = {
  en: 'The configuration has `review.roles` as well (line {line}). Keep the roles in one of the two files.',
  zh: '配置文件第 {line} 行也有 `review.roles`。请只在其中一个文件中保留角色。',
} as const
