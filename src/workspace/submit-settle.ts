import { join } from 'node:path'
import { readText } from '../io/apply.js'
import { below } from '../io/git.js'
import type { GitBranches } from '../io/git-branches.js'
import { halfStaged } from '../io/half-staged.js'
import type { Host } from '../io/host.js'
import { CasectlError } from '../lib/errors.js'
import type { RepoPath } from '../model/case.js'
import type { Placed } from './submit-branch.js'
import type { SubmittedCase } from './submit-case.js'
import type { Workspace } from './workspace.js'

/**
 * Refuses to go to the branch where somebody keeps two versions of a file apart.
 * @throws CasectlError `half-staged`
 */
export async function refuseHalfStaged(
  { root }: Workspace,
  { case: found, others }: SubmittedCase,
  env: Host['env'],
): Promise<void> {
  const kept = await halfStaged(root, env)
  const path = [found.path, ...others].find(one => kept.has(one))
  if (path === undefined) return
  throw new CasectlError(
    'half-staged',
    {
      en: `${path} is staged in one version and changed in another. Nothing was submitted.`,
      zh: `${path} 的暂存版本与工作区版本不同。没有提交任何内容。`,
    },
    { en: 'Stage it or restore it first, or leave --switch out.', zh: '请先暂存或还原，或不使用 --switch。' },
  )
}

/**
 * Brings the working tree to the branch of a case: the case takes the status that it was submitted with,
 * its files are staged as they were committed, and git changes the branch, which keeps whatever else is
 * not committed. Where the tree is on the branch already, this is what makes its index agree.
 * @throws CasectlError `git` where git keeps something else that would be lost; the branch is there then
 */
export async function goToBranch(
  workspace: Workspace,
  branches: GitBranches,
  { file, text, others }: SubmittedCase,
  { branch, files }: Placed,
): Promise<void> {
  const on = (await branches.current()) === branch
  // A text that is the branch's own already is not written again by a stale status of this tree.
  const written = files.includes(file.path)
  if (written && (await readText(join(workspace.root, file.path))) === file.text && file.text !== text) {
    await workspace.apply([{ path: file.path, before: file.text, after: text }])
  }
  const prefix = below(branches.top, workspace.root)
  const full = (path: RepoPath): string => [prefix, path].filter(part => part !== '').join('/')
  if (written || others.length > 0) {
    await branches.stage([...(written ? [file.path] : []), ...others].map(full))
  }
  if (!on) await branches.switchTo(branch)
}
