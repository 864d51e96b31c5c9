import { hookPlace, writeHook } from '../../io/hooks.js'
import type { Message } from '../../lib/message.js'
import { type EarlyRepair, NOTHING } from './repair.js'

/** Brings a pre-commit hook of ours up to date; another's is left alone, and none is put where none was. */
export const hooks: EarlyRepair = {
  needs: 'nothing',
  name: 'hooks',
  summary: { en: 'bring our pre-commit hook up to date', zh: '更新 casectl 的 pre-commit 钩子' },
  async plan({ root, top, host, hook }) {
    if (top === undefined) return NOTHING
    const { file, folder, text, own } = await hookPlace(root, host.env)
    if (text === undefined) return { ...NOTHING, left: [NONE] }
    if (!own || !hook.isOwn(text))
      return text.includes('casectl') ? NOTHING : { ...NOTHING, left: [foreign(file)] }
    const script = hook.script(folder)
    if (text === script) return NOTHING
    const step = { en: `Write the current hook: ${file}.`, zh: `写入当前版本的钩子：${file}。` }
    return { changes: [], steps: [step], left: [], act: () => writeHook(file, script) }
  },
}

const NONE: Message = {
  en: 'There is no pre-commit hook: whether commits are checked here is for you to say (`casectl hook install`).',
  zh: '没有 pre-commit 钩子：是否在此检查提交由你决定（`casectl hook install`）。',
}

function foreign(file: string): Message {
  return {
    en: `${file} is somebody else's and does not run casectl: add \`casectl lint --staged || exit 1\`.`,
    zh: `${file} 属于其他工具且没有运行 casectl：请加入 \`casectl lint --staged || exit 1\`。`,
  }
}
