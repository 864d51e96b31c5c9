import { CasectlError, systemCode } from '../lib/errors.js'
import { maskSecrets } from '../lib/mask-secrets.js'

/**
 * What a git call threw, as an expected failure; passwords in addresses are masked.
 * @returns code `no-git` where git could not be started, else `git`
 */
export function gitFailed(error: unknown): CasectlError {
  if (error instanceof CasectlError) return error
  const text = error instanceof Error ? error.message : String(error)
  if (systemCode(error) === 'ENOENT' || text.includes('spawn git ENOENT')) return noGit()
  // simple-git tells of a process that did not start with its stack.
  const reason = maskSecrets(text.replace(/\n {4}at [\s\S]*/, '').trim())
  return new CasectlError('git', { en: `git failed: ${reason}`, zh: `git 执行失败：${reason}` })
}

/** git is not there. */
export function noGit(): CasectlError {
  return new CasectlError(
    'no-git',
    { en: 'git cannot be started.', zh: '无法运行 git。' },
    { en: 'Install git, or put it on the PATH.', zh: '请安装 git，或把它加入 PATH。' },
  )
}
