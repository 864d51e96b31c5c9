import { askProtection, protectedBranch } from '../../io/branch-protection.js'
import { listRemotes } from '../../io/git-setup.js'
import { type Check, symptom } from './check.js'

/** The branch that reviews lead to cannot be pushed past them, as far as the forge tells. */
export const protection: Check = {
  name: 'protection',
  async look({ host, top }) {
    if (top === undefined) return []
    const [remote] = await listRemotes(top, host.env)
    const forge = remote === undefined ? undefined : protectedBranch(remote.url, host.env)
    if (remote === undefined || forge === undefined) return [symptom('protection', 'note', UNKNOWN)]
    const { token, variable, branch } = forge
    if (token === undefined) return [symptom('protection', 'note', NOT_ASKED, { variable })]
    const answer = await askProtection(forge)
    if (answer === true) return [symptom('protection', 'ok', OK, { branch })]
    if (answer === false) return [symptom('protection', 'warning', OPEN, { branch }, PROTECT)]
    return [symptom('protection', 'note', SILENT, { branch, reason: answer })]
  },
}

const OK = { en: 'The forge protects the branch {branch}.', zh: '平台已保护分支 {branch}。' }
const OPEN = { en: 'The forge does not protect the branch {branch}.', zh: '平台没有保护分支 {branch}。' }
const PROTECT = {
  en: 'Protect it: no direct pushes, no force pushes, `casectl review check` required.',
  zh: '请设置保护：禁止直接推送和强制推送，并要求通过 `casectl review check`。',
}
const UNKNOWN = {
  en: 'Whether the branch is protected was not asked: no forge that casectl knows.',
  zh: '未查询分支保护：不是 casectl 认识的平台。',
}
const NOT_ASKED = {
  en: 'Whether the branch is protected was not asked: {variable} is not set.',
  zh: '未查询分支保护：没有设置 {variable}。',
}
const SILENT = {
  en: 'The forge did not say whether {branch} is protected ({reason}).',
  zh: '平台未说明 {branch} 是否受保护（{reason}）。',
}
