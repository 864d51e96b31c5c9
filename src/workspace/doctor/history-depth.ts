import { GitHistory } from '../../io/git-history.js'
import { hasGrafts, listRefs } from '../../io/git-refs.js'
import { type Check, symptom } from './check.js'

/** The whole history is here, as it was. */
export const history: Check = {
  name: 'history',
  async look({ root, host, top }) {
    if (top === undefined) return []
    if (await (await GitHistory.open(root, host.env)).isShallow()) {
      return [symptom('history', 'warning', SHALLOW, {}, FETCH)]
    }
    const replaced =
      (await listRefs(top, 'refs/replace', host.env)).length > 0 || (await hasGrafts(top, host.env))
    return [
      symptom(
        'history',
        replaced ? 'warning' : 'ok',
        replaced ? REPLACED : OK,
        {},
        replaced ? REMOVE : undefined,
      ),
    ]
  },
}

const OK = { en: 'The whole history is here.', zh: '历史完整。' }
const SHALLOW = {
  en: 'This clone is shallow: authors and audits see its end only.',
  zh: '这是浅克隆：作者判断和审计只能看到末段。',
}
const FETCH = { en: 'Run `git fetch --unshallow`.', zh: '请运行 `git fetch --unshallow`。' }
const REPLACED = {
  en: 'Commits are shown as something else (refs/replace or grafts).',
  zh: '部分提交被替换显示（refs/replace 或 grafts）。',
}
const REMOVE = {
  en: 'Remove them (`git replace -d`) before an audit.',
  zh: '审计前请移除（`git replace -d`）。',
}
