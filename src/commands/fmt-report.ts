import type { FormatRun } from '../workspace/format.js'
import type { Context } from './context.js'

/** What became of the files, for `--json`. */
export function fmtJson(run: FormatRun, changed: readonly string[], halfStaged: readonly string[]): object {
  const left = run.left.map(({ path, code, message }) => ({ path, code, message: message.en }))
  return { files: run.files, changed, left, unread: run.unread, halfStaged }
}

/** Says what was left as it is, and why. */
export function sayLeft({ terminal }: Context, { left, unread }: FormatRun): void {
  for (const { path, message } of left) {
    terminal.say({ en: `{path}: ${message.en}`, zh: `{path}：${message.zh}` }, { path })
  }
  if (unread.length > 0) terminal.say(UNREAD, { paths: unread.join(', ') })
}

export const FORMATTED = {
  en: 'Cases formatted: {changed} of {files}.',
  zh: '共 {files} 个案例，已整理 {changed} 个。',
}
export const WOULD_FORMAT = {
  en: 'Cases that `casectl fmt` would change: {changed} of {files}.',
  zh: '共 {files} 个案例，`casectl fmt` 会改动其中 {changed} 个。',
}
export const HALF_STAGED = {
  en: 'Half staged in git, so left as they are: {paths}. Stage all of them (`git add`) or put the rest aside (`git stash --keep-index`), then run again.',
  zh: '以下文件在 git 中只暂存了一部分，保持原样：{paths}。请全部暂存（`git add`），或先收起其余改动（`git stash --keep-index`），再重新运行。',
}
const UNREAD = {
  en: 'Not readable as cases, so left as they are: {paths}. `casectl lint` says why.',
  zh: '以下文件无法作为案例读取，保持原样：{paths}。运行 `casectl lint` 可查看原因。',
}
