import { hookPlace } from '../../io/hooks.js'
import { type Check, symptom } from './check.js'

/** The staged cases are linted before each commit. */
export const hooks: Check = {
  name: 'hooks',
  async look({ root, host, top, hook }) {
    if (top === undefined) return []
    const { file, folder, text } = await hookPlace(root, host.env)
    if (text === undefined) return [symptom('hooks', 'note', NONE, {}, INSTALL)]
    if (!hook.isOwn(text)) {
      const runs = text.includes('casectl')
      return [symptom('hooks', runs ? 'ok' : 'note', runs ? RUNS : FOREIGN, { file })]
    }
    const current = text === hook.script(folder)
    return [
      symptom(
        'hooks',
        current ? 'ok' : 'warning',
        current ? OK : OLD,
        { file },
        current ? undefined : REPAIR,
      ),
    ]
  },
}

const OK = { en: 'The pre-commit hook is the current one.', zh: 'pre-commit 钩子为当前版本。' }
const RUNS = {
  en: '{file} is a hook of your own that names casectl.',
  zh: '{file} 是自有钩子，其中用到 casectl。',
}
const NONE = { en: 'No pre-commit hook lints staged cases.', zh: '没有在提交前检查案例的钩子。' }
const INSTALL = { en: '`casectl hook install` writes one.', zh: '可用 `casectl hook install` 安装。' }
const FOREIGN = { en: '{file} does not run casectl.', zh: '{file} 没有运行 casectl。' }
const OLD = { en: '{file} is of another version of casectl.', zh: '{file} 属于其他版本的 casectl。' }
const REPAIR = {
  en: '`casectl doctor --fix hooks` writes the current one.',
  zh: '可用 `casectl doctor --fix hooks` 更新。',
}
