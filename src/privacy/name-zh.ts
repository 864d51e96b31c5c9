import { accepted, type Span } from './recogniser.js'
import { surnameOf } from './surnames.js'

const LABELS =
  '联系人|收件人|收货人|寄件人|发件人|取件人|报修人|报障人|申请人|投诉人|反馈人|经办人|签收人|验收人|持卡人|开户人|被保险人|投保人|患者|机主|户主|店主|车主|业主|负责人|法人|法定代表人|当事人|姓名|名字|客户名|客户名称|用户名称'
const LABEL = new RegExp(
  String.raw`(?:${LABELS})(?:姓名|名称)?(?:[ \t]{0,3}[:=|][ \t*"'\x60]{0,4}|[ \t]{1,3}|是|为|叫)([\p{Script=Han}·]{2,12}|[A-Z][a-z'-]{1,20}(?: [A-Z][a-z'-]{1,20}){1,2})`,
  'gu',
)
/** Without a colon, what follows must show that a person was meant: 收件人王小明 13912345678. */
const ADJACENT = new RegExp(
  String.raw`(?:${LABELS})(\p{Script=Han}{2,4}?)(?=[ ,、:(]{0,2}(?:联系电话|联系方式|电话|手机|身份证|先生|女士|[Tt]el|1[3-9]\d|0\d{2}))`,
  'gu',
)
/** Where a name ends and the sentence goes on. */
const GOES_ON =
  /电话|手机|先生|女士|小姐|太太|地址|住址|身份|微信|邮箱|联系|性别|年龄|单位|职务|在|说|称|反映|反馈|表示|来电|致电|要求|于|已|的|和|与|及|或|（|本人|签字|签收/
const LABEL_GATE = new RegExp(LABELS)

const TITLES = '先生|女士|小姐|太太|师傅|经理|老师|工程师|阿姨|大哥|大姐'
const TITLE = new RegExp(TITLES, 'g')
/** Words of which every text with such a name has one. */
export const CHINESE_NAME_WORDS: readonly string[] = `${LABELS}|${TITLES}`.split('|')
/** 系统先生成订单: first, and no gentleman. */
const NO_TITLE = /^先生[成效产]/
/** Behind these words a name may begin; in the middle of other words it does not. */
const BEFORE_NAME = /(?:^|[^\p{Script=Han}]|[的由是给找请经位员户系与和跟对向让被叫为主人方])$/u
const MINORITY = /[\p{Script=Han}]{2,10}·[\p{Script=Han}]{2,10}$/u

/** Chinese names behind a label (联系人：) or before a title (先生). */
export function* chineseNames(text: string): Iterable<Span> {
  if (LABEL_GATE.test(text)) {
    yield* accepted(LABEL, text, match => labelled(match))
    yield* accepted(ADJACENT, text, match => labelled(match))
  }
  yield* accepted(TITLE, text, match => titled(match, text))
}

function labelled(match: RegExpExecArray): Span | undefined {
  const written = match[1] ?? ''
  const start = match.index + match[0].length - written.length
  if (/^[A-Z]/.test(written)) return { start, end: start + written.length }
  const stop = written.slice(1).search(GOES_ON)
  const name = stop === -1 ? written : written.slice(0, stop + 1)
  const isName = MINORITY.test(name) || surnameOf(name) !== undefined
  return isName ? { start, end: start + name.length } : undefined
}

/** The name right before a title: three characters where they begin with a surname, else two. */
function titled(match: RegExpExecArray, text: string): Span | undefined {
  const end = match.index
  if (NO_TITLE.test(text.slice(end, end + 3))) return undefined
  const left = /[\p{Script=Han}·]*$/u.exec(text.slice(Math.max(0, end - 22), end))?.[0] ?? ''
  const minority = MINORITY.exec(left)?.[0]
  if (minority !== undefined) return { start: end - minority.length, end }
  const polite = /^(?:先生|女士|小姐|太太)$/.test(match[0])
  const candidates = [4, 3, 2].map(length => left.slice(-length)).filter((name, i) => name.length === 4 - i)
  const rank = (name: string): number => {
    const surname = surnameOf(name)
    if (surname === undefined || name.includes('·')) return 0
    const edge = BEFORE_NAME.test(left.slice(0, left.length - name.length))
    // Job titles follow many words that look like names: they ask for a clear surname and an edge.
    if (!polite) return surname !== 'ambiguous' && edge ? 3 : 0
    return surname === 'ambiguous' ? (edge ? 2 : 1) : 3
  }
  let best: string | undefined
  for (const name of candidates) if (rank(name) > (best === undefined ? 0 : rank(best))) best = name
  return best === undefined ? undefined : { start: end - best.length, end }
}
