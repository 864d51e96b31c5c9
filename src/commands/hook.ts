import { relative } from 'node:path'
import { findRoot } from '../io/find-root.js'
import { hookPlace, removeHook, writeHook } from '../io/hooks.js'
import { CasectlError } from '../lib/errors.js'
import { HOOK_COMMAND, hookScript, isOwnHook } from '../scaffold/hook-script.js'
import type { Command } from './context.js'

/** `casectl hook install`: a pre-commit hook that lints what is staged, never over another's. */
export const hookInstall: Command<object> = async ({ terminal, host, config }) => {
  const { root } = findRoot(host.cwd, config)
  const { file, folder, text, own } = await hookPlace(root, host.env)
  if (!own || (text !== undefined && !isOwnHook(text))) throw foreign(file, own, folder)
  const script = hookScript(folder)
  if (text === script) {
    terminal.say({ en: '{file} is there already.', zh: '{file} 已安装。' }, { file: shown(file, host.cwd) })
    return 0
  }
  await writeHook(file, script)
  terminal.say(
    {
      en: 'Wrote {file}. From now on a commit is refused when a staged case has an error.',
      zh: '已写入 {file}。今后暂存的案例有错误时将拒绝提交。',
    },
    { file: shown(file, host.cwd) },
  )
  return 0
}

/** `casectl hook uninstall`: removes the hook, if it is ours. */
export const hookUninstall: Command<object> = async ({ terminal, host, config }) => {
  const { root } = findRoot(host.cwd, config)
  const { file, text } = await hookPlace(root, host.env)
  if (text === undefined) {
    terminal.say({ en: 'There is no pre-commit hook.', zh: '没有 pre-commit 钩子。' })
    return 0
  }
  if (!isOwnHook(text)) {
    throw new CasectlError('hook', {
      en: `${file} was not written by casectl. It was left as it is.`,
      zh: `${file} 不是 casectl 写入的，保持不变。`,
    })
  }
  await removeHook(file)
  terminal.say({ en: 'Removed {file}.', zh: '已删除 {file}。' }, { file: shown(file, host.cwd) })
  return 0
}

function shown(file: string, cwd: string): string {
  const path = relative(cwd, file)
  return path.startsWith('..') ? file : path
}

function foreign(file: string, own: boolean, folder: string): CasectlError {
  const line = folder === '' ? HOOK_COMMAND : `(cd "${folder}" && ${HOOK_COMMAND})`
  const text = own
    ? {
        en: `${file} is a hook of somebody else's. It was left as it is.`,
        zh: `${file} 是其他工具的钩子，保持不变。`,
      }
    : {
        en: `core.hooksPath leads out of this repository, to ${file}: what stands there is run for others too. Nothing was written.`,
        zh: `core.hooksPath 指向本仓库之外的 ${file}，那里的钩子也用于其他仓库，未写入。`,
      }
  return new CasectlError('hook', text, {
    en: `Add this line to it: ${line} || exit 1`,
    zh: `请在其中加入一行：${line} || exit 1`,
  })
}
