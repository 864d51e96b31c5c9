import { PROVINCE } from './cn-regions.js'
import { before } from './context.js'
import { accepted, type Span } from './recogniser.js'

const NUMERAL = String.raw`(?:\d{1,5}|[一二三四五六七八九十百]{1,4})`
const STREET = '大街|大道|胡同|路|街|道|巷|弄|里|村'
/** A street with a number: 测试大道88号, 示例路1号院. */
const DOOR = new RegExp(
  String.raw`(?:${STREET})[东南西北中]?(?:[一二三四五六七八九十\d]段)?[ ]?(?:甲|乙|附)?${NUMERAL}(?:[-之]\d{1,4})?[ ]?(?:号院|号楼|号|弄|巷)`,
  'g',
)
/** A building of an estate: 阳光花园3栋. */
const ESTATE = new RegExp(
  `(?:小区|花园|公寓|家园|苑|大厦|广场|新村|新城|社区|产业园|科技园|工业园|园区|宿舍)[ ]?(?:[A-Za-z]|${NUMERAL})[ ]?(?:栋|幢|座|号楼|号|区|期)`,
  'g',
)
const UNIT = `(?:[ ]?(?:[A-Za-z]|[A-Za-z]?-?${NUMERAL})[ ]?(?:号院|号楼|号|栋|幢|座|单元|舍|层|楼|室|房|户|铺|院|弄|期|区)[东南西北]?){1,6}`
/** A building with its rooms behind the number; words of a sentence end the address. */
const BUILDING = String.raw`[ ]?(?:(?![的在有是和与及了把被将请])[\p{Script=Han}A-Za-z]){1,10}?`
const REST = new RegExp(
  String.raw`(?:院|内)?(?:${UNIT})?(?:${BUILDING}(?:${UNIT}|(?:大厦|广场|小区|花园|公寓|中心|产业园|科技园|园区|家园|大楼|商城|宿舍)(?:${UNIT})?)){0,2}(?:[ -]?[A-Za-z]?\d{3,4}(?![\d年元]))?`,
  'uy',
)
const ROOM = /单元|室|房|户|栋|幢|楼/
const REGION = /\p{Script=Han}{2,}?(?:省|市|自治州|自治区|区|县|旗|镇|乡)/u
const LABEL = /地址|住址|住所|家住|住在|寄到|寄往|寄至|送到|送至|发往|发到|坐落|位于|收货地|安装地|住户|小区/
/** 线路1号, 通道3号, 回路2号: of things and not of towns. */
const THING = /(?:[电线支管油气水回网通铁公半短断链思干频轨隧渠信赛车磁油液]|多|单|双|每|两|几|各|这|那|哪)$/
const LEAD =
  /.*(?:地址|住址|住所|位于|家住|住在|寄到|寄往|寄至|送到|送至|发往|发到|前往|坐落于|来自|地点|客户|用户|公司|于|在|到|至|是|为)/su

/** Longest part of an address before its street's ending. */
const REACH = 36
const GATE = /(?:\d|[一二三四五六七八九十])[ ]?(?:号|弄|巷|栋|幢|座|期|区)/
/** The same as words. */
export const CHINESE_ADDRESS_WORDS: readonly string[] = [...'0123456789一二三四五六七八九十'].flatMap(digit =>
  [...'号弄巷栋幢座期区'].flatMap(unit => [digit + unit, `${digit} ${unit}`]),
)

/** Addresses in Chinese, from the region or the street to the room. */
export function* chineseAddresses(text: string): Iterable<Span> {
  if (!GATE.test(text)) return
  for (const pattern of [DOOR, ESTATE]) {
    yield* accepted(pattern, text, match => address(match, text, pattern === DOOR))
  }
}

function address(match: RegExpExecArray, text: string, isDoor: boolean): Span | undefined {
  const left = leftOf(text, match.index)
  const own = begin(left)
  const core = match.index + match[0].length
  REST.lastIndex = core
  const rest = REST.exec(text)?.[0].trimEnd() ?? ''
  const region = PROVINCE.test(own) || REGION.test(own)
  const labelled = LABEL.test(before(text, match.index - own.length, 8)) || LABEL.test(left)
  // 主路1号, A路2号: a street that is no more than that has two characters before its ending.
  const short = own.replace(/[^\p{Script=Han}]/gu, '').length < 2
  if (own.trim() === '' || (short && !region && !labelled)) return undefined
  const small = /^[里村弄巷]/.test(match[0])
  const certain = region || labelled || (isDoor && !small) || ROOM.test(rest)
  if (!certain || (isDoor && THING.test(own) && !labelled)) return undefined
  if (!isDoor && !region && !labelled && !/室|房|单元|\d{3,4}$/.test(rest)) return undefined
  return { start: match.index - own.length, end: core + rest.length }
}

/** Han, letters and digits before an offset; a space among them only behind a region. */
function leftOf(text: string, offset: number): string {
  const part = before(text, offset, REACH)
  let at = part.length
  while (at > 0) {
    const char = part[at - 1] ?? ''
    const joins = char === ' ' && /[省市区县镇乡州旗]/.test(part[at - 2] ?? '')
    if (!joins && !/[\p{Script=Han}A-Za-z\d]/u.test(char)) break
    at--
  }
  return part.slice(at)
}

/** Where in what stands before the street the address itself begins. */
function begin(left: string): string {
  const province = PROVINCE.exec(left)
  if (province !== null) return left.slice(province.index)
  const own = left.slice(LEAD.exec(left)?.[0].length ?? 0).trimStart()
  if (REGION.test(own)) return own
  // No more than a street: its name has six characters at most.
  return own.slice(-6)
}
