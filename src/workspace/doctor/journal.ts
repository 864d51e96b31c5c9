import { interruptedFiles } from '../../io/apply.js'
import { CasectlError } from '../../lib/errors.js'
import { type Check, symptom } from './check.js'

/** No change was interrupted half way. */
export const journal: Check = {
  name: 'journal',
  async look({ root }) {
    try {
      const files = await interruptedFiles(root)
      if (files === undefined) return [symptom('journal', 'ok', OK)]
      return [symptom('journal', 'warning', LEFT, { count: files.length }, REPAIR)]
    } catch (error) {
      if (!(error instanceof CasectlError)) throw error
      return [symptom('journal', 'error', error.text, {}, error.hint)]
    }
  },
}

const OK = { en: 'No change was interrupted.', zh: '没有中断的修改。' }
const LEFT = { en: 'A change of {count} files was interrupted.', zh: '一次涉及 {count} 个文件的修改被中断。' }
const REPAIR = {
  en: '`casectl doctor --fix journal` undoes it; so does the next change.',
  zh: '可用 `casectl doctor --fix journal` 撤销；下次写入也会撤销。',
}
