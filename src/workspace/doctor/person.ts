import { gitPerson } from '../../io/git-person.js'
import { type Check, symptom } from './check.js'

/** Git knows who commits here. */
export const person: Check = {
  name: 'person',
  async look({ root, host, top }) {
    if (top === undefined) return []
    const found = await gitPerson(root, host.env)
    if (found === undefined) return [symptom('person', 'warning', NOBODY, {}, SET)]
    const { name = '–', email } = found
    return [symptom('person', 'ok', OK, { name, email })]
  },
}

const OK = { en: 'Commits are by {name} <{email}>.', zh: '提交者为 {name} <{email}>。' }
const NOBODY = { en: 'git does not know who you are.', zh: 'git 不知道你是谁。' }
const SET = {
  en: 'Run `git config user.name "…"` and `git config user.email …`: a review is known by its commit.',
  zh: '请运行 `git config user.name "…"` 和 `git config user.email …`：评审凭提交确认身份。',
}
