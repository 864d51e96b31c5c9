import { backUp } from '../workspace/backup.js'
import { type Command, envelope } from './context.js'

export interface BackupOptions {
  readonly target: string
  readonly json?: boolean
}

/** `casectl backup`: the whole repository in one file that was read back. */
export const backup: Command<BackupOptions> = async (context, { target, json = false }) => {
  const { terminal, host } = context
  const { root } = await context.openWorkspace()
  const { lfs, uncommitted, ...bundle } = await backUp(root, target, host)
  if (json) {
    terminal.json(envelope('backup', { ...bundle, uncommitted, lfs }))
    return 0
  }
  terminal.out(bundle.file)
  terminal.say(DONE, { ...bundle, megabytes: (bundle.size / 1e6).toFixed(1) })
  if (uncommitted > 0) terminal.say(UNCOMMITTED, { count: uncommitted })
  if (lfs) terminal.say(LFS)
  return 0
}

const DONE = {
  en: 'Written and read back: {commits} commits, {refs} refs, {megabytes} MB, SHA-256 beside it. Restore with `git clone {file}`.',
  zh: '已写入并读回核对：{commits} 个提交，{refs} 个引用，{megabytes} MB，旁附 SHA-256。恢复：`git clone {file}`。',
} as const
const UNCOMMITTED = {
  en: 'Not in it: {count} files that are not committed as they are.',
  zh: '未包含：{count} 个尚未提交的文件。',
} as const
const LFS = {
  en: 'Not in it: the contents of files in Git LFS. Keep a copy of .git/lfs, or of the LFS server.',
  zh: '未包含：Git LFS 中文件的内容。请另行备份 .git/lfs 或 LFS 服务器。',
} as const
