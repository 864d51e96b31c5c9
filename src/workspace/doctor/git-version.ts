import { gitVersion } from '../../io/git-setup.js'
import { type Check, symptom } from './check.js'

/** The first git that filters by day without ending at an earlier one (`--since-as-filter`). */
const NEEDED = [2, 37]

/** Git is there, and new enough for every command. */
export const git: Check = {
  name: 'git',
  async look({ root, host, top }) {
    const version = await gitVersion(root, host.env)
    if (version === undefined) return [symptom('git', 'error', MISSING, {}, INSTALL)]
    if (top === undefined) return [symptom('git', 'error', OUTSIDE, { root }, INIT)]
    const [major = 0, minor = 0] = version.split('.').map(Number)
    const [needed = 0, least = 0] = NEEDED
    const old = major < needed || (major === needed && minor < least)
    return [symptom('git', old ? 'warning' : 'ok', old ? OLD : OK, { version }, old ? UPDATE : undefined)]
  },
}

const OK = { en: 'git {version}.', zh: 'git {version}。' }
const OLD = {
  en: 'git {version}: `casectl audit --after` needs 2.37.',
  zh: 'git {version}：`casectl audit --after` 需要 2.37。',
}
const UPDATE = { en: 'Update git.', zh: '请更新 git。' }
const MISSING = { en: 'git cannot be started.', zh: '无法运行 git。' }
const INSTALL = { en: 'Install git.', zh: '请安装 git。' }
const OUTSIDE = { en: '{root} is in no git repository.', zh: '{root} 不在 git 仓库中。' }
const INIT = {
  en: 'Run `git init` and commit: reviews and the audit live in git.',
  zh: '请运行 `git init` 并提交：评审和审计依赖 git。',
}
