import { cells } from '../lib/text.js'
import type { Case } from '../model/case.js'
import type { Range } from '../model/range.js'
import { namesOf, type Taxonomy } from '../model/taxonomy.js'
import { type WrittenTitle, writtenTitle } from './case-title.js'
import { exampleCase } from './example.js'
import { isRefused } from './refused.js'
import { type CaseInput, defineRule, type Finding, type Rule } from './rule.js'
import { isEmptyOf, MAY_BE_NOISE, NOISE } from './title-words.js'

const MESSAGES = {
  generic: {
    en: 'The title says only that something is wrong. Name the product or part, and the symptom or code.',
    zh: '标题只说了“有问题”。请写明产品或部件，以及现象或代码。',
  },
  onlyProduct: {
    en: 'The title names the product and not what happened. Add the symptom or the code.',
    zh: '标题只写了产品，没有写发生了什么。请补充现象或代码。',
  },
  short: {
    en: 'The title is {cells} cells wide, less than {min}. Name the product or part, and the symptom or code.',
    zh: '标题只有 {cells} 格宽，不足 {min} 格（一个汉字占两格）。请写明产品或部件，以及现象或代码。',
  },
  long: {
    en: 'The title is {cells} cells wide, more than {max}: lists cut it off. Leave the details to the text.',
    zh: '标题有 {cells} 格宽，超过 {max} 格（一个汉字占两格），在列表中会被截断。请把细节移到正文。',
  },
  noise: {
    en: '`{text}` says nothing of the case. Take it out; how urgent a case is stands in `urgency`.',
    zh: '“{text}”与案例内容无关，请删去；紧急程度写在 `urgency` 字段。',
  },
  marks: {
    en: '`{text}`: one mark is enough.',
    zh: '“{text}”：一个标点就够了。',
  },
  trailing: {
    en: 'The title ends in `{text}`. Take it off: a title is no sentence.',
    zh: '标题以“{text}”结尾。标题不是句子，请删去末尾标点。',
  },
  prefix: {
    en: 'The title begins with the number or date `{text}`. Put it into `source.refs` or `opened`; begin with the product.',
    zh: '标题以编号或日期“{text}”开头。请改记到 `source.refs` 或 `opened`，标题从产品写起。',
  },
} as const

interface Options {
  readonly minCells: number
  readonly maxCells: number
  readonly generic: readonly string[]
}
const DEFAULTS: Options = { minCells: 8, maxCells: 120, generic: [] }

type Found = Finding<typeof MESSAGES>

export const titleStandard: Rule = defineRule({
  id: 'title-standard',
  scope: 'case',
  severity: 'warning',
  draftSeverity: 'note',
  summary: {
    en: 'A title names the product or part and the symptom or code, in one line without noise.',
    zh: '标题写明产品或部件与现象或代码，一行之内，不含无关文字。',
  },
  why: {
    en: 'Whoever searches decides by the title alone whether to open a case, and it weighs most in search after the codes. "Urgent!!" and "a problem" help nobody a year later. `casectl lint --fix` takes off trailing and repeated marks, in the H1 that repeats the title as well.',
    zh: '检索者只看标题就决定要不要点开，标题在搜索中的权重也仅次于代码。“急！！”“有问题”一年后对谁都没有帮助。`casectl lint --fix` 会删去末尾标点和重复标点；与标题相同的一级标题也会一并修改。',
  },
  messages: MESSAGES,
  options: {
    defaults: DEFAULTS,
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        minCells: {
          type: 'integer',
          minimum: 1,
          description: 'Least width in terminal cells; a Han character takes two.',
        },
        maxCells: { type: 'integer', minimum: 10, description: 'Greatest width in terminal cells.' },
        generic: {
          type: 'array',
          items: { type: 'string', minLength: 1 },
          description: 'Further words that say nothing of a case by themselves.',
        },
      },
    },
  },
  examples: {
    good: exampleCase({ title: 'Home router W-104 drops 5 GHz at night' }),
    bad: exampleCase({ title: '"URGENT: home router drops 5 GHz at night!!"' }),
  },
  mayFind: ({ case: found, options, library: { taxonomy } }) =>
    mayBeEmpty(found, options, taxonomy) ||
    MAY_BE_NOISE.test(found.title) ||
    prefixLength(found) > 0 ||
    MAY_BE_MARKS.test(found.title),
  *check(input) {
    if (isRefused(input.file, '/title')) return
    const title = writtenTitle(input.case, input.file)
    if (title === undefined) return
    yield* checkWords(title, input)
    yield* checkNoise(title)
    yield* checkPrefix(title, input)
    yield* checkMarks(title)
  },
})

function* checkWords(
  title: WrittenTitle,
  { case: found, library, options }: CaseInput<Options>,
): Iterable<Found> {
  const at = (): Range => title.range(0, title.text.length)
  const width = cells(title.text)
  const { minCells: min, maxCells: max, generic } = options
  if (width > max) yield { code: 'long', args: { cells: width, max }, at: at() }
  if (width > LONG_ENOUGH) return
  const terms = productNames(found, library.taxonomy)
  if (isEmptyOf(title.text, generic)) yield { code: 'generic', args: {}, at: at() }
  else if (isEmptyOf(title.text, [...generic, ...terms])) yield { code: 'onlyProduct', args: {}, at: at() }
  else if (width < min) yield { code: 'short', args: { cells: width, min }, at: at() }
}

/** Whatever says little is soon said; wider titles need not be looked at word by word. */
const LONG_ENOUGH = 40

/** True for a title of a wrong width, or one that may say too little. */
function mayBeEmpty(found: Case, { minCells, maxCells, generic }: Options, taxonomy: Taxonomy): boolean {
  const width = cells(found.title)
  if (width < minCells || width > maxCells) return true
  if (width > LONG_ENOUGH) return false
  const words = [...generic, ...productNames(found, taxonomy)]
  return isEmptyOf(found.title, words) || isEmptyOf(found.title, generic)
}

function productNames({ terms }: Case, taxonomy: Taxonomy): string[] {
  const names: string[] = []
  for (const { facet, value, level } of terms) {
    if (facet !== 'product') continue
    const resolved = taxonomy.resolve(facet, value, level)
    if (resolved.kind !== 'unknown') names.push(...namesOf(resolved.term))
  }
  return names
}

function* checkNoise(title: WrittenTitle): Iterable<Found> {
  if (!MAY_BE_NOISE.test(title.text)) return
  for (const pattern of NOISE) {
    const match = pattern.exec(title.text)
    if (match === null || match[0].length === title.text.length) continue
    const at = title.range(match.index, match.index + match[0].length)
    yield { code: 'noise', args: { text: match[0].trim() }, at }
  }
}

const DATE = String.raw`(?:19|20)\d\d(?:(?<sep>[-/.])\d{1,2}\k<sep>\d{1,2}|年\d{1,2}月(?:\d{1,2}日)?|(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]))(?![\d起以之前后版的])`
const NUMBER = String.raw`(?:工单号?|单号|ticket|incident)(?:编号)?[ \t.:：#-]{0,3}[A-Z]{0,6}-?\d{3,}|#\d+|(?:INC|SR|REQ)-?\d{4,}`
const PREFIX = new RegExp(
  String.raw`^\s*[【[(（]?\s*(?:${NUMBER}|${DATE})\s*[】\])）]?\s*[-:：_、,，]?\s*`,
  'iu',
)

function* checkPrefix(title: WrittenTitle, { case: found }: CaseInput<Options>): Iterable<Found> {
  const length = prefixLength(found)
  if (length === 0 || length === title.text.length) return
  yield { code: 'prefix', args: { text: title.text.slice(0, length).trim() }, at: title.range(0, length) }
}

/** How much of a title is its own id, a number of a ticket or a date at its beginning. */
function prefixLength({ id, source, title }: Case): number {
  const own = beginsWith(title, id) ? id : source?.refs.find(name => beginsWith(title, name))
  return own === undefined ? (PREFIX.exec(title)?.[0].length ?? 0) : title.indexOf(own) + own.length
}

function beginsWith(title: string, name: string): boolean {
  const at = title.indexOf(name)
  return name.length > 2 && at !== -1 && /^[【[(（\s#]{0,3}$/.test(title.slice(0, at))
}

const TRAILING = /[。，、；：．,.;:!！~～…\s]+$/
const ABBREVIATED = /(?:\b(?:etc|inc|ltd|co|corp|vs|no)|\b[A-Z]|\.[A-Za-z])\.$/i
/** Without one of these there is no mark to take off. */
const MAY_BE_MARKS = /[。，、；：．,.;:!！~～…\s]$|[!！?？~～]{2}/
const REPEATED = /[!！?？~～]{2,}/g

function* checkMarks(title: WrittenTitle): Iterable<Found> {
  const { text } = title
  const trailing = ABBREVIATED.test(text) ? null : TRAILING.exec(text)
  const end = trailing?.index ?? text.length
  if (trailing !== null && end > 0) {
    const fix = title.replace(end, text.length, '')
    const at = title.range(end, text.length)
    yield { code: 'trailing', args: { text: trailing[0] }, at, ...(fix === undefined ? {} : { fix }) }
  }
  for (const { 0: marks, index } of unquoted(text.slice(0, end)).matchAll(REPEATED)) {
    // `?!` asks; of two equal marks the first stays.
    const better = /[?？]/.exec(marks)?.[0] ?? marks.slice(0, 1)
    const fix = title.replace(index, index + marks.length, better)
    const at = title.range(index, index + marks.length)
    yield { code: 'marks', args: { text: marks }, at, ...(fix === undefined ? {} : { fix }) }
  }
}

/** Text whose quoted parts are blanked out: what a screen says, it says with its own marks. */
function unquoted(text: string): string {
  return text.replace(/"[^"]*"|“[^”]*”|「[^」]*」|`[^`]*`/g, quoted => ' '.repeat(quoted.length))
}
