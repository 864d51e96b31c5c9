import type { Case, CaseFile } from '../model/case.js'
import { titleProse } from './case-title.js'
import { exampleBody, exampleCase } from './example.js'
import { type Border, bordersOf, mayBeUneven } from './han-borders.js'
import { LEFT_OUT, ProseText, passagesOf, rangesOf } from './prose-text.js'
import { defineRule, type Rule } from './rule.js'

const CHINESE = /^zh\b/i

// Spaces where full-width marks bring their own.
const BEFORE_MARK = /(?<=\S) +(?=[，。、；：？！（）《》【】])/gu
const BEHIND_MARK = /(?<=[，。、；：？！（）《》【】]) +(?=\S)/gu

interface Options {
  readonly spaces: 'always' | 'never' | 'consistent' | 'ignore'
}
const DEFAULTS: Options = { spaces: 'consistent' }

/** From this share on, 0 to 1, and this number of places, a file has a habit. */
const HABIT = 0.8
const ENOUGH = 5

export const hanSpacing: Rule = defineRule({
  id: 'han-spacing',
  scope: 'case',
  severity: 'note',
  summary: {
    en: 'Spaces between Han characters and Latin letters or digits follow one habit within a case.',
    zh: '同一案例内，汉字与西文字母、数字之间加不加空格保持一致。',
  },
  why: {
    en: 'Whether to write a space there is taste, and typesetting adds the gap by itself (W3C, Requirements for Chinese Text Layout, 3.2.2). So by default the rule takes the habit of the file, letters and digits apart: where four places in five agree, it names the others. `spaces: always` or `never` sets one style for the library. A space beside a full-width mark is a mistake in any style. `casectl lint --fix` sets spaces right.',
    zh: '此处加不加空格是风格问题，排版引擎本会自动留出间隙（W3C《中文排版需求》3.2.2）。因此默认以每个文件自己的习惯为准，字母和数字分开统计：五处有四处一致，才指出其余各处。`spaces: always` 或 `never` 可为整个库规定一种风格。全角标点旁的空格在任何风格中都是错误。`casectl lint --fix` 可自动改正。',
  },
  messages: {
    missing: {
      en: 'No space between `{text}`, as elsewhere in this case. Put one in.',
      zh: '`{text}` 之间没有空格，与本案例其他地方不一致。请加上空格。',
    },
    extra: {
      en: 'A space in `{text}`, unlike elsewhere in this case. Take it out.',
      zh: '`{text}` 之间有空格，与本案例其他地方不一致。请删去空格。',
    },
    mark: {
      en: 'A space stands beside a full-width mark. Take it out.',
      zh: '全角标点旁有多余的空格。请删去。',
    },
  },
  options: {
    defaults: DEFAULTS,
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        spaces: {
          enum: ['always', 'never', 'consistent', 'ignore'],
          description: 'One style for the library, the habit of each file, or no judgement.',
        },
      },
    },
  },
  examples: {
    good: exampleCase(
      { language: 'zh-CN' },
      exampleBody('Use channel 36.', '打开 Wi-Fi 设置，选择 36 信道。'),
    ),
    bad: exampleCase(
      { language: 'zh-CN' },
      exampleBody('Use channel 36.', '打开 Wi-Fi 设置 ，选择 36 信道。'),
    ),
  },
  mayFind({ case: { language, title, frontMatter }, file, options: { spaces } }) {
    if (!CHINESE.test(language)) return false
    // What the rule looks at stands in the title and in the body as it reads.
    const wanted = spaces === 'always' ? true : spaces === 'never' ? false : undefined
    return mayBeUneven(`${title}\n${file.text.slice(frontMatter.end)}`, wanted)
  },
  *check({ case: found, file, options: { spaces } }) {
    const { text } = file
    if (!CHINESE.test(found.language)) return
    const range = rangesOf(text)
    const passages = proseOf(found, file).map(prose => ({ prose, ...bordersOf(prose) }))
    for (const { prose, gaps } of passages) {
      if (!gaps) continue
      for (const { start, end } of besideMarks(prose, text)) {
        yield { code: 'mark', args: {}, at: range(start, end), fix: [{ start, end, text: '' }] }
      }
    }
    if (spaces === 'ignore') return
    const borders = passages.flatMap(passage => passage.borders)
    for (const kind of ['letter', 'digit'] as const) {
      const all = borders.filter(border => border.kind === kind)
      const wanted = spaces === 'consistent' ? habitOf(all) : spaces === 'always'
      for (const { prose, at, spaced } of all) {
        if (wanted === undefined || spaced === wanted) continue
        const place = prose.place(at, at + 1)
        const around = prose.text.slice(at - 1, at + (spaced ? 2 : 1))
        const where = range(place.start - 1, place.end + (spaced ? 1 : 0))
        yield spaced
          ? { code: 'extra', args: { text: around }, at: where, fix: [{ ...place, text: '' }] }
          : {
              code: 'missing',
              args: { text: around },
              at: where,
              fix: [{ start: place.start, end: place.start, text: ' ' }],
            }
      }
    }
  },
})

function proseOf(found: Case, file: CaseFile): ProseText[] {
  const title = titleProse(found, file)
  const prose = passagesOf(found).map(passage => passage.read(file.text))
  return title === undefined ? prose : [new ProseText(title, file.text), ...prose]
}

/** Spaces beside full-width marks that can go without breaking what stands around them. */
function* besideMarks(prose: ProseText, source: string): Iterable<{ start: number; end: number }> {
  for (const { 0: gap, index } of prose.text.matchAll(BEFORE_MARK)) {
    const place = prose.place(index, index + gap.length)
    // A bare address would take the mark in.
    const address = prose.text[index - 1] === LEFT_OUT && !/[`>]/.test(source[place.start - 1] ?? '')
    if (!address && prose.isLiteral(index, index + gap.length + 1)) yield place
  }
  for (const { 0: gap, index } of prose.text.matchAll(BEHIND_MARK)) {
    const place = prose.place(index, index + gap.length)
    // `。** 后` needs its space to end what is bold, and a bare address needs one to be a link.
    const within = prose.isLiteral(index - 1, index + gap.length + 1)
    const before = prose.isLiteral(index - 1, index + gap.length) && /[`[]/.test(source[place.end] ?? '')
    if (within || before) yield place
  }
}

/** Whether a file writes spaces there; undefined where it has no habit. */
function habitOf(borders: readonly Border[]): boolean | undefined {
  if (borders.length < ENOUGH) return undefined
  const share = borders.filter(border => border.spaced).length / borders.length
  return share >= HABIT ? true : share <= 1 - HABIT ? false : undefined
}
