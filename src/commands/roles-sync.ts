import { dayOf } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import type { OwnerFormat } from '../report/codeowners.js'
import { openPolicy } from '../review/policy.js'
import { isCurrent, type RoleFile, writeRoleFile } from '../workspace/role-files.js'
import { type Command, type Context, envelope } from './context.js'
import { roleFiles } from './role-files.js'

export interface RolesSyncOptions {
  /** Writes nothing; exit 1 where a file is out of date. */
  readonly check?: boolean
  readonly format?: OwnerFormat
  readonly json?: boolean
}

/** `casectl roles sync`: the code owners and the table of who does what, from the roles. */
export const rolesSync: Command<RolesSyncOptions> = async (context, { check = false, format, json }) => {
  const workspace = await context.openWorkspace()
  if (workspace.config.review.roles.size === 0) throw noRoles()
  // A facet or a term that nobody knows is refused here, as the gate does.
  openPolicy(workspace.config, workspace.taxonomy)
  const files = await roleFiles(workspace, dayOf(context.host.now()), format)
  const stale = files.filter(file => !isCurrent(file))
  if (!check) for (const file of stale) await writeRoleFile(workspace, file)
  tell(context, files, check, json === true)
  return check && stale.length > 0 ? 1 : 0
}

const STALE = {
  en: '{path}: error: does not say what the roles say; `casectl roles sync` writes it.',
  zh: '{path}：错误：与角色设置不一致；可用 `casectl roles sync` 更新。',
} as const

function tell({ terminal }: Context, files: readonly RoleFile[], check: boolean, json: boolean): void {
  const shown = files.map(file => ({ path: file.change.path, current: isCurrent(file) }))
  if (json) {
    terminal.json(envelope('roles sync', { check, files: shown }))
    return
  }
  const stale = shown.filter(({ current }) => !current)
  for (const { path } of stale) terminal.out(check ? terminal.text(STALE, { path }) : path)
  if (stale.length === 0) {
    terminal.say({ en: 'Code owners and roles are up to date.', zh: '代码所有者与职责表均为最新。' })
  }
}

function noRoles(): CasectlError {
  return new CasectlError(
    'review',
    { en: 'The library names no roles.', zh: '案例库没有设置角色。' },
    {
      en: 'Set review.roles in casectl.config.yml, or roles in roles.yml.',
      zh: '请在 casectl.config.yml 的 review.roles 或 roles.yml 的 roles 中设置。',
    },
  )
}
