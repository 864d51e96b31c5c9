import { readGitSetting } from '../../io/git-setup.js'
import { missingAttributes } from '../repairs/attributes.js'
import { type Check, symptom } from './check.js'

/** Line ends are the same in every checkout, so that places and hashes agree. */
export const lineEnds: Check = {
  name: 'line-ends',
  async look({ root, host, top, attributes }) {
    if (top === undefined) return []
    const missing = await missingAttributes(root, attributes)
    if (missing.length === 0) return [symptom('line-ends', 'ok', OK)]
    const autocrlf = await readGitSetting(top, 'core.autocrlf', host.env)
    const args = { lines: missing.join(', '), autocrlf: autocrlf ?? '' }
    return [symptom('line-ends', 'warning', autocrlf === 'true' ? CHANGING : LACKING, args, REPAIR)]
  },
}

const OK = { en: '.gitattributes sets the line ends of cases.', zh: '.gitattributes 已规定案例的行尾。' }
const LACKING = { en: '.gitattributes lacks: {lines}', zh: '.gitattributes 缺少：{lines}' }
const CHANGING = {
  en: 'core.autocrlf is {autocrlf}, so line ends differ between checkouts; .gitattributes lacks: {lines}',
  zh: 'core.autocrlf 为 {autocrlf}，各检出的行尾会不同；.gitattributes 缺少：{lines}',
}
const REPAIR = {
  en: '`casectl doctor --fix attributes` adds it.',
  zh: '可用 `casectl doctor --fix attributes` 补上。',
}
