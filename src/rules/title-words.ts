/** Words that say nothing of a case by themselves, longest first where one holds another. */
const GENERIC_ZH =
  '怎么处理|如何处理|怎么解决|如何解决|怎么办|解决方案|解决办法|处理方法|使用说明|操作说明|未命名|无标题|不能用|用不了|不好用|' +
  '问题|故障|求助|帮助|帮忙|报错|错误|异常|咨询|请教|请问|反馈|处理|解决|方法|方案|案例|疑问|情况|现象|记录|总结|说明|标题|测试|' +
  '客户|用户|设备|产品|系统|机器|关于|紧急|出现|谢谢|不行|坏了|一个|某个|有|出|个|的|了|急'
const GENERIC_EN =
  "not working|doesn't work|does not work|how to|issues?|problems?|help|errors?|faults?|questions?|cases?|bugs?|failures?|" +
  'urgent|please|pls|support|needed|needs?|broken|customers?|users?|devices?|products?|systems?|machines?|new|untitled|' +
  'title|tests?|solve|fix|solutions?|summary|notes?|reports?|with|about|from|the|a|an|of|on|in|and|for|to|is'

/** What a title calls for instead of saying what the case is about: urgency, pleas, greetings. */
export const NOISE: readonly RegExp[] = [
  /^\s*[【[(（]\s*(?:十万火急|火急|特急|加急|紧急求助|紧急|急+|求助|求解|求教|请教|咨询)\s*[】\])）]\s*/u,
  /^\s*(?:十万火急|火急|特急|加急|紧急求助|紧急|在线等|急+|求助|求解|求教|求帮忙|咨询)(?:[!！:：,，、~～]\s*|\s+)/u,
  /^\s*(?:请问|请教|跪求|急求)[一下大家各位]{0,4}[,，:：!！]?\s*/u,
  /[,，。.!！?？、;；\s]\s*(?:很急|急+|在线等|求助|求解|跪求|谢谢|多谢|紧急)[!！~～。.]*\s*$/u,
  /^\s*[[(]\s*(?:very\s)?(?:urgent|asap|emergency|help)\s*[\])]\s*/i,
  /^\s*(?:very\s)?(?:urgent(?:ly)?|asap|emergency|help)\s?[!:,]+\s*/i,
  /^\s*(?:hi|hello|dear)\b(?:\s(?:all|team|there|sirs?))?\s?[,!:]\s*/i,
  /[,.!?:;\s-]\s*(?:urgent(?:ly)?|asap|(?:please|pls|plz|kindly)\s(?:help|assist|advise)(?:\sme|\sus)?|help\s(?:needed|wanted|me|please))\s*[!.]*\s*$/i,
  /^\s*(?:please|pls|plz|kindly)\s(?:help|assist|advise)\b(?:\s(?:me|us))?(?:\swith)?\s*/i,
]

/** Something that each of them holds: a title without is done with. */
export const MAY_BE_NOISE = /[急求请咨在谢紧]|urgent|asap|emergency|help|hi|hello|dear|please|pls|plz|kindly/i

/** True when nothing is left of a title but generic words, the words given, marks and short numbers. */
export function isEmptyOf(title: string, words: readonly string[]): boolean {
  if (hasOwnHan(title, words)) return false
  let rest = title
  for (const word of longestFirst(words)) rest = rest.replace(wordRegExp(word), ' ')
  if (hasOwnWord(rest)) return false
  rest = rest.replace(EN, ' ').replace(ZH, ' ')
  return !/\p{L}|\d{3}/u.test(rest)
}

/** What is left of generic words where marks are taken out of them. */
const GENERIC_PARTS: ReadonlySet<string> = new Set(GENERIC_EN.match(/[a-z]+/g)?.flatMap(plural))
const ENGLISH = /(?<![\p{L}\d])[A-Za-z]+(?![\p{L}\d])/gu

/** `issues?` in a pattern is two words. */
function plural(part: string): readonly string[] {
  return [part, part.slice(0, -1)]
}

/** True for an English word that no pattern takes away: most titles have one, and no pattern is asked then. */
function hasOwnWord(text: string): boolean {
  ENGLISH.lastIndex = 0
  for (let found = ENGLISH.exec(text); found !== null; found = ENGLISH.exec(text)) {
    if (!GENERIC_PARTS.has(found[0].toLowerCase())) return true
  }
  return false
}

/** Of the generic words in Chinese, every character. */
const GENERIC_HAN: ReadonlySet<string> = new Set(GENERIC_ZH.replaceAll('|', ''))

/** True for a Han character that no word has: none takes it away, and most Chinese titles have one. */
function hasOwnHan(title: string, words: readonly string[]): boolean {
  for (let i = 0; i < title.length; i++) {
    const unit = title.charCodeAt(i)
    if (unit < 0x4e00 || unit > 0x9fff) continue
    const char = title.charAt(i)
    if (!GENERIC_HAN.has(char) && !words.some(word => word.includes(char))) return true
  }
  return false
}

const EN = new RegExp(`(?<![\\p{L}\\d])(?:${GENERIC_EN})(?![\\p{L}\\d])`, 'giu')
const ZH = new RegExp(GENERIC_ZH, 'gu')

function longestFirst(words: readonly string[]): readonly string[] {
  return words.length < 2 ? words : [...words].sort((a, b) => b.length - a.length)
}

/** Patterns made of words: those of a library's products, so that the same come again. */
const patterns = new Map<string, RegExp>()
const MOST_PATTERNS = 4096

function wordRegExp(word: string): RegExp {
  const known = patterns.get(word)
  if (known !== undefined) return known
  if (patterns.size >= MOST_PATTERNS) patterns.clear()
  const made = patternOf(word)
  patterns.set(word, made)
  return made
}

function patternOf(word: string): RegExp {
  const escaped = word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  const before = /^[\p{Script=Latin}\d]/u.test(word) ? '(?<![\\p{Script=Latin}\\d])' : ''
  const after = /[\p{Script=Latin}\d]$/u.test(word) ? '(?![\\p{Script=Latin}\\d])' : ''
  return new RegExp(before + escaped + after, 'giu')
}
