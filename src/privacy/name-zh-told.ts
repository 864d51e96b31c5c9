import { isCommonWord, isGivenUnit } from './given-names-zh.js'
import { endsWord } from './surname-ends.js'
import { surnameOf, surnameStart } from './surnames.js'

// Words right before a name, by how much they say that a person follows.
const PERSON =
  '前台|财务|行政|出纳|会计|文员|助理|采购|销售|运维|人事|物业|保安|门卫|网管|仓管|库管|邻居|朋友|房东|值班的|在场的|新来的|爱人|妻子|丈夫|父亲|母亲|儿子|女儿|客户|用户|业主|顾客|住户|租户|工程师|技术员|师傅|经理|店长|店主|老板|老师|主管|主任|班长|组长|队长|站长|厂长|员工|学员|会员|家属|司机|专员|客服|代表|同事|同学|医生|护士|(?:联系|收件|收货|寄件|发件|取件|报修|申请|提交|使用|操作|经办|负责|领用|借用|填报|登记|处理|受理|发起|审核|审批|对接|签收|维护|值班|报告|当事|下单|预约)(?:人|员)'
const BY_PERSON = new RegExp(`(?:${PERSON})(?:写|填|是|为|叫|改成|改为|换成|[ \\t]?[:=|]?[ \\t]{0,2})$`)
const BY_CALL =
  /(?:我是|我叫|名叫|联系|致电|打给|拨打|转给|转交给?|转告|转派给?|派单给|派给|分配给|指派给?|交给|发给|寄给|送给|通知|告知|回访|抄送|询问过?|咨询过?|拜访|邀请)$/
const BY_TIME =
  /(?:今天|昨天|前天|刚才|刚刚|今早|上午|下午|中午|早上|晚上|傍晚|凌晨|[\d一二三四五六日][点分日号时半])$/
const BY_PARTICLE = /[和与跟同由请让叫给是为被对向经已找因将把据替代问约派托催等陪谢的]$/
const BY_AT = /@$/
const BY_EDGE = /(?:^|[^\p{Script=Han}\p{L}\p{N}·@:])$/u

// Words right behind a name. What only people do; what is said of people and of things.
const CALLS =
  /^(?:来电|致电|来信|来函|来访|打来|打电话|电话(?:沟通|告知|反映|反馈|确认|联系)|说(?![明法家服书道])|告知|告诉|询问|咨询|投诉|签[收了字]|反馈|反映(?![出了的])|申请|提出|要求|请求|报修|上门|到场|到现场|到店|回复|回电|[(][\p{Script=Han}]{1,8}(?:部|科|组|室|处|中心|公司|店|厂)[)]|[:][ \t]{0,2}(?:我|您|你|好的|收到|谢谢|麻烦|请问|在吗|嗯|明白))/u
const WORKS =
  /^(?:跟进|负责|对接|联系|沟通|确认|处理|安排|协助|帮忙?|在用|在场|在岗|使用|领用|提交|发起|过来|本人|那边|这边|讲|称(?![为量重])|表示|发现|取走|拿走|收到|送来|送修|更换|检查|维修|维护|操作|验收|审批|审核|签字|填写|提供|完成|交接|保管|核对|代[收领办签]|承诺|名下)/
const OWNS = /^的(?:账号|帐号|账户|工号|工位|邮箱|电话|手机|电脑|工单|订单|快递)/
const GOES_ON =
  /^(?:一下|今天|明天|昨天|上午|下午|就行|就可以|即可|吧|了|来|去|在|的|和|与|或|先|已|把|将|尽快|下班|上班|收|取|修|换|帮|用|也|还|又|刚|都|没|要|想|问|需|签|买|写|填|报|管|催|等)/
/** Between the names of a list. */
const LISTED = /^[ ]?[、,和与及/]?[ ]?$/
const BOUNDARY = /^(?:$|[^\p{Script=Han}\p{L}\p{N}·])/u

/** 滨江桂跃小区: what a place or a firm is called. */
const PLACE =
  /^(?:[区院路街店厂镇村乡县市省站桥山湖河江港寺庙塔楼园城岛]|公司|集团|大厦|大学|中学|小学|酒店|宾馆|商[店场城]|广场|大道|诊所|仓库|物流|超市|便利店)/
/** Characters before and behind a name that are looked at. */
const LEFT = 10
const RIGHT = 14

/**
 * Where the Chinese name ends that begins at an offset; undefined where none does. A surname and a given
 * name of usual characters; two characters, or a surname that begins everyday words, ask for words that
 * stand beside people (客户…来电, 转给…处理).
 * @param last where the name before it ends, -1 for none: the names of a list stand beside each other
 */
export function endOfChineseName(text: string, at: number, last: number): number | undefined {
  if (surnameStart(text.charCodeAt(at)) === 1 && !isGivenUnit(text.charCodeAt(at + 1))) return undefined
  const listed = last !== -1 && at > last && at - last < 4 && LISTED.test(text.slice(last, at))
  let left: string | undefined
  for (const length of [4, 3, 2]) {
    const name = text.slice(at, at + length)
    if (name.length < length || !isGiven(name)) continue
    left ??= text.slice(Math.max(0, at - LEFT), at)
    const right = text.slice(at + length, at + length + RIGHT)
    if (isTold(name, left, right) || (listed && BOUNDARY.test(right))) return at + length
  }
  return undefined
}

function isGiven(name: string): boolean {
  const surname = surnameOf(name)
  if (surname === undefined) return false
  for (let i = surname === 'compound' ? 2 : 1; i < name.length; i++) {
    if (!isGivenUnit(name.charCodeAt(i))) return false
  }
  return !isCommonWord(name.slice(name.length - 2)) || name.length === 2
}

function isTold(name: string, left: string, right: string): boolean {
  if (endsWord(left, name.charAt(0)) || PLACE.test(right)) return false
  const clear = surnameOf(name) !== 'ambiguous'
  const whole = name.length > 2
  // Three such characters are hardly ever anything else: in 1,348 technical answers one word was.
  if (clear && whole) return true
  const ends = BOUNDARY.test(right)
  const acts = CALLS.test(right)
  const works = acts || WORKS.test(right)
  if (BY_PERSON.test(left) || BY_CALL.test(left)) {
    return ends || works || OWNS.test(right) || GOES_ON.test(right)
  }
  if (BY_AT.test(left)) return ends && (clear || whole)
  if (BY_EDGE.test(left) || BY_TIME.test(left)) {
    if (OWNS.test(right)) return true
    return whole || (acts && clear)
  }
  return BY_PARTICLE.test(left) && (whole || (works && clear))
}
