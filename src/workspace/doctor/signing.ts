import { readGitSetting } from '../../io/git-setup.js'
import { type Check, symptom } from './check.js'

/** Reviews can be signed here, where the library asks for it. */
export const signing: Check = {
  name: 'signing',
  async look({ host, top, workspace }) {
    if (top === undefined) return []
    const signs = (await readGitSetting(top, 'commit.gpgsign', host.env)) === 'true'
    if (signs) return [symptom('signing', 'ok', OK)]
    const asked = workspace?.config.review.identity === 'signed'
    return [symptom('signing', asked ? 'warning' : 'note', asked ? ASKED : NOT, {}, asked ? SET : undefined)]
  },
}

const OK = { en: 'Commits are signed.', zh: '提交会被签名。' }
const NOT = {
  en: "Commits are not signed: a commit's author is a claim, a signature a proof.",
  zh: '提交未签名：提交作者只是自称，签名才是证明。',
}
const ASKED = {
  en: 'review.identity is `signed`, but commits here are not signed.',
  zh: 'review.identity 为 `signed`，但此处的提交不会签名。',
}
const SET = {
  en: 'Set `commit.gpgsign true`, `gpg.format ssh` and `user.signingKey`.',
  zh: '请设置 `commit.gpgsign true`、`gpg.format ssh` 和 `user.signingKey`。',
}
