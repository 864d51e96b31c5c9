import { PROVINCE } from './cn-regions.js'
import { before } from './context.js'
import { accepted, type Span } from './recogniser.js'

const NUMERAL = String.raw`(?:\d{1,5}|[一二三四五六七八九十百]{1,4})`
const STREET = '大街|大道|胡同|路|街|道|巷|弄|里|村'
/** A street with a number: 测试大道88号, 示例路1号院. */
const DOOR = new RegExp(
  String.raw`(?:${STREET})[东南西北中]?(?:[一二三四五六七八九十\d东南西北中]段)?[ ]?(?:甲|乙|附)?${NUMERAL}(?:(?:[-之]\d{1,4})?[ ]?(?:号院|号楼|号|弄|巷|组)|(?:-\d{1,4}){2,3}(?![\d-]))`,
  'g',
)
/** A building of an estate: 阳光花园3栋, 银海大厦1805. */
const ESTATE = new RegExp(
  String.raw`(?:小区|公寓|苑|大厦|大楼|写字楼|商厦|广场|新村|社区|园区|校区|厂区|院区|宿舍|大学|学院|中学|小学|医院|酒店|宾馆|市场|商场|[\p{Script=Han}][园城]|[一二三四五六七八九十]区)[ ]?(?:(?:[A-Za-z]|${NUMERAL})[ ]?(?:栋|幢|座|号楼|号|区|期|层|楼)|\d{1,3}(?:-\d{1,4}){1,3}(?![\d-])|[A-Z]?\d{3,4}(?![\d年元.]))`,
  'gu',
)
/** 人民路与解放路交叉口东南角. */
const CROSSING =
  /[路街道](?:与|和)\p{Script=Han}{1,8}[路街道](?:交叉口|交汇处|交界处|路口)(?:[东南西北]{1,2}[侧角边面])?/gu
/** As far as the township, without a number: 保定市高碑店市东马营镇. */
const TOWN_CHAR = String.raw`(?:(?![的一是为被和与在等政])\p{Script=Han})`
const TOWNSHIP = new RegExp(
  `[省市州盟]${TOWN_CHAR}{1,8}?[区县市旗]${TOWN_CHAR}{1,8}?(?:街道|镇|乡)(?:${TOWN_CHAR}{1,6}村)?`,
  'gu',
)
const UNIT = `(?:[ ]?(?:[A-Za-z]|[A-Za-z]?-?${NUMERAL})[ ]?(?:号院|号楼|号|栋|幢|座|单元|舍|层|楼|室|房|户|铺|院|弄|期|区)[东南西北]?){1,6}`
/** A building with its rooms behind the number; words of a sentence end the address. */
const BUILDING = String.raw`[ ]?(?:(?![的在有是和与及了把被将请之后到去来找放收门])[\p{Script=Han}A-Za-z]){1,10}?`
const REST = new RegExp(
  String.raw`(?:院|内)?(?:${UNIT})?(?:${BUILDING}(?:${UNIT}|(?:大厦|广场|小区|花园|公寓|中心|园|园区|大楼|商城|宿舍)(?:${UNIT})?)){0,2}(?:[ -]?[A-Za-z]?\d{3,4}(?![\d年元]))?`,
  'uy',
)
const ROOM = /单元|室|房|户|栋|幢|楼/
const REGION = /\p{Script=Han}{2,}?(?:省|市|自治州|自治区|区|县|旗|镇|乡)/u
const LABEL =
  /地址|住址|住所|家住|家在|住在|寄到|寄往|寄至|寄给|邮寄|送到|送至|送货|发往|发到|搬到|搬至|坐落|位于|收货地|安装地|取件|门牌|住户|小区/
/** 线路1号, 通道3号, 回路2号: of things and not of towns. */
const THING = /(?:[电线支管油气水回网通铁公半短断链思干频轨隧渠信赛车磁油液]|多|单|双|每|两|几|各|这|那|哪)$/
const LEAD =
  /.*(?:地址|住址|住所|位于|家住|住在|寄到|寄往|寄至|送到|送至|发往|发到|前往|坐落于|来自|地点|客户|用户|公司|于|在|到|至|是|为)/su

/** Longest part of an address before its street's ending. */
const REACH = 36
const GATE =
  /[\d一二三四五六七八九十A-Z][ ]?[号弄巷栋幢座期区层楼]|[路街道巷弄段甲厦楼园座区城苑场寓][ ]?[A-Z]?\d|街道|镇|乡|交[叉汇界]|[路街道]口/
/** The same as words. */
export const CHINESE_ADDRESS_WORDS: readonly string[] = [
  ...[...'0123456789一二三四五六七八九十'].flatMap(digit =>
    [...'号弄巷栋幢座期区层楼'].flatMap(unit => [digit + unit, `${digit} ${unit}`]),
  ),
  ...[...'路街道巷弄段甲厦楼园座区城苑场寓'].flatMap(street =>
    [...'0123456789'].map(digit => street + digit),
  ),
  ...['街道', '镇', '乡', '交叉口', '交汇处', '交界处', '路口', '街口', '道口'],
]

/** Addresses in Chinese, from the region or the street to the room. */
export function* chineseAddresses(text: string): Iterable<Span> {
  if (!GATE.test(text)) return
  for (const pattern of [DOOR, ESTATE]) {
    yield* accepted(pattern, text, match => address(match, text, pattern === DOOR))
  }
  for (const pattern of [TOWNSHIP, CROSSING]) {
    yield* accepted(pattern, text, match => unnumbered(match, text))
  }
}

/** Where province or label stand before it; a town alone is where many live. */
function unnumbered({ 0: found, index }: RegExpExecArray, text: string): Span | undefined {
  const left = leftOf(text, index)
  const own = begin(left)
  const labelled = LABEL.test(before(text, index - own.length, 8)) || LABEL.test(left)
  return own !== '' && (PROVINCE.test(own) || REGION.test(own) || labelled)
    ? { start: index - own.length, end: index + found.length }
    : undefined
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
  // 通道1-2-3: without 号 it takes more to be a door.
  if (isDoor && !/[号弄巷院楼]$/.test(match[0]) && !region && !labelled) return undefined
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
