import { accepted, type Recogniser } from './recogniser.js'

const QQ =
  /(?<![A-Za-z\d])(?:QQ|企鹅|扣扣)(?:号码|账号|帐号|群号?|号| ?(?:no|number|id))?[ \t]*(?:[:=是为|]|加)?[ \t"'`*]{0,4}([1-9]\d{4,10})(?![\d.A-Za-z])/gi

/** QQ numbers behind the word. */
export const qq: Recogniser = {
  type: 'qq',
  words: { anyCase: ['qq', '企鹅', '扣扣'] },
  find: text => accepted(QQ, text, match => tail(match)),
}

function tail(match: RegExpExecArray): { start: number; end: number } {
  const end = match.index + match[0].length
  return { start: end - (match[1]?.length ?? 0), end }
}
