import { accepted, type Recogniser } from './recogniser.js'

// A WeChat id: a letter and 5 to 19 letters, digits, `_`, `-`; or the number of a QQ account.
const ID = '[A-Za-z][-_A-Za-z0-9]{5,19}'
const MARK = String.raw`[ \t]*(?:[:=|]|是|为)[ \t"'\x60*]{0,4}`
const NAMED = String.raw`(?:微信|薇信|威信|wechat|weixin)[ _-]?(?:号码?|ID|账号|帐号|account|number|no)\.?|加[vV微]信?|(?<![-_A-Za-z0-9])(?:(?:vx|wx)号?(?![-_A-Za-z0-9])|v信号?)`
const PLAIN = '微信|薇信|(?<![A-Za-z])(?:wechat|weixin)'
const END = '(?![-_A-Za-z0-9@.])'
const PATTERNS: readonly RegExp[] = [
  new RegExp(String.raw`(?:${NAMED})${MARK}(${ID}|[1-9]\d{4,10})${END}`, 'gi'),
  // Without a colon, or behind the bare word, an id shows itself by a digit or `_`.
  new RegExp(
    String.raw`(?:${NAMED}|(?:${PLAIN})[ \t]*[:=])[ \t"'\x60*]{0,4}(?=[-A-Za-z]{0,19}[_\d])(${ID})${END}`,
    'gi',
  ),
  // 微信号 and an id of lower-case letters alone.
  new RegExp(String.raw`(?:微信号码?|加微信号?)[ \t]{1,2}([a-z][-_a-z0-9]{5,19})${END}`, 'g'),
  new RegExp(`(?<![A-Za-z0-9_])(wxid_[a-z0-9]{8,20})${END}`, 'gi'),
]
const GATE = /微信|[薇威]信|加[vV微]|[vV]信|wxid_|wechat|weixin|[vw]x/i

/** WeChat ids behind the word, or the `wxid_…` that WeChat itself gives. */
export const wechat: Recogniser = {
  type: 'wechat',
  words: { anyCase: ['微信', '薇信', '威信', '加v', '加微', 'v信', 'wechat', 'weixin', 'wxid_', 'vx', 'wx'] },
  *find(text) {
    if (!GATE.test(text)) return
    for (const pattern of PATTERNS) {
      yield* accepted(pattern, text, match => {
        const end = match.index + match[0].length
        return { start: end - (match[1]?.length ?? 0), end }
      })
    }
  },
}
