import { basename, resolve } from 'node:path'
import { folderOutside } from '../io/folder-outside.js'
import { findRepository } from '../io/git.js'
import { type Bundle, BundleError, type NotBundled, notBundled, writeBundle } from '../io/git-bundle.js'
import type { Host } from '../io/host.js'
import { writeError } from '../io/write-error.js'
import { CasectlError } from '../lib/errors.js'

/** A backup that was written, and what it does not hold. */
export interface Backup extends Bundle, Omit<NotBundled, 'shallow'> {}

/**
 * Writes the repository of a library into one verified file in a folder outside it.
 * @param target the folder; made where it is not there
 * @throws CasectlError `usage` for a folder inside the repository, `shallow` for a history that is cut
 *   off, `git`, `cannot-write`
 */
export async function backUp(
  root: string,
  target: string,
  host: Pick<Host, 'env' | 'cwd' | 'now'>,
): Promise<Backup> {
  const top = await findRepository(root)
  if (top === undefined) throw noRepository(root)
  const folder = await folderOutside(top, resolve(host.cwd, target))
  const { shallow, ...left } = await notBundled(top, host.env)
  if (shallow) throw cutOff()
  // No colons, which Windows refuses in names: 20261128T101500Z.
  const time = host
    .now()
    .toISOString()
    .replace(/\.\d+|[-:]/g, '')
  const name = `${basename(top)}-${time}.bundle`
  try {
    return { ...(await writeBundle(top, { target: folder, name }, host.env)), ...left }
  } catch (error) {
    if (error instanceof BundleError) throw unlike(error.ref)
    throw writeError(folder, error)
  }
}

function noRepository(root: string): CasectlError {
  return new CasectlError(
    'git',
    { en: `${root} is in no git repository.`, zh: `${root} 不在 git 仓库中。` },
    { en: 'Make one with `git init` and commit the cases.', zh: '请用 `git init` 建立仓库并提交案例。' },
  )
}

function cutOff(): CasectlError {
  return new CasectlError(
    'shallow',
    {
      en: 'This clone is shallow: a backup of it would lack the history before.',
      zh: '这是浅克隆：由它生成的备份缺少此前的历史。',
    },
    { en: 'Fetch the rest with `git fetch --unshallow`.', zh: '请用 `git fetch --unshallow` 补全历史。' },
  )
}

function unlike(ref: string): CasectlError {
  return new CasectlError(
    'git',
    {
      en: `${ref} did not come out of the backup as it went in; nothing was kept.`,
      zh: `${ref} 从备份中读出的内容与写入时不同；未保留任何文件。`,
    },
    { en: 'Run `git fsck`, then the backup again.', zh: '请先运行 `git fsck`，再重新备份。' },
  )
}
