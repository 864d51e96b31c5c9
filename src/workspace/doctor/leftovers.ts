import { lostWorktrees } from '../../io/git-setup.js'
import { temporaryFiles } from '../../io/leftovers.js'
import { type Check, type Symptom, symptom } from './check.js'

/** Nothing lies about that an interrupted run would have removed. */
export const leftovers: Check = {
  name: 'leftovers',
  async look({ root, host, top, workspace }) {
    const found: Symptom[] = []
    const worktrees = top === undefined ? [] : await lostWorktrees(top, host.env)
    for (const path of worktrees) found.push(symptom('leftovers', 'warning', WORKTREE, { path }, PRUNE))
    const folders = workspace?.config.folders
    const places = folders === undefined ? ['reviews'] : [folders.cases, folders.archive, 'reviews']
    for (const path of await temporaryFiles(root, places)) {
      found.push(symptom('leftovers', 'warning', FILE, { path }, REMOVE))
    }
    return found.length > 0 ? found : [symptom('leftovers', 'ok', OK)]
  },
}

const OK = { en: 'Nothing was left lying about.', zh: '没有遗留的临时内容。' }
const WORKTREE = {
  en: 'git knows a worktree at {path} that is gone.',
  zh: 'git 记录了已不存在的工作树 {path}。',
}
const PRUNE = { en: 'Run `git worktree prune`.', zh: '请运行 `git worktree prune`。' }
const FILE = { en: '{path} was left by a run that was killed.', zh: '{path} 是被终止的运行留下的。' }
const REMOVE = { en: 'Remove it, when no casectl is running.', zh: '确认没有 casectl 在运行后删除。' }
