import { sep } from 'node:path'
import { CasectlError } from '../lib/errors.js'
import type { RepoPath } from '../model/case.js'
import { isGitName } from '../model/file-name.js'
import { treeOf } from './tree.js'

/**
 * Refuses a path that casectl must not write: writing through a link would overwrite its target,
 * anywhere on the disk, and what stands in `.git` can run code.
 * @throws CasectlError `unsafe-path`
 */
export function refuseUnsafe(root: string, path: RepoPath): void {
  const parts = path.split('/')
  const tree = treeOf(root)
  const plain = parts.every(isPlain)
  const linked = plain && parts.some((_, i) => tree(parts.slice(0, i + 1).join('/')) === 'symlink')
  if (plain && !linked && ['file', undefined].includes(tree(path))) return
  throw new CasectlError('unsafe-path', {
    en: `${path} leads through a link, into .git or out of the library, or is no regular file. It was not written.`,
    zh: `${path} 经过了符号链接、指向 .git 或案例库之外，或者不是普通文件，未写入。`,
  })
}

function isPlain(part: string): boolean {
  if (part === '' || part === '.' || part === '..' || part.includes(sep)) return false
  return !isGitName(part)
}
