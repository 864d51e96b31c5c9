import { exampleBody, exampleCase } from './example.js'
import { isQuoted, type ProseText, passagesOf, rangesOf } from './prose-text.js'
import { defineRule, type Finding, type Rule } from './rule.js'
import { VAGUE_EN, VAGUE_KINDS, VAGUE_ZH, type VagueKind } from './vague-words.js'
import { holds } from './word-signs.js'

const MESSAGES = {
  amount: {
    en: '"{word}" leaves open how much or how often. Give a number, or what decides it.',
    zh: '“{word}”没有说清多少、几次。请写出数值，或写明依据什么判断。',
  },
  time: {
    en: '"{word}" leaves open when. Say by when, how long or how often.',
    zh: '“{word}”没有说清时间。请写明期限、时长或周期。',
  },
  list: {
    en: '"{word}" leaves the list open. Name what belongs to it, or say what all of it has in common.',
    zh: '“{word}”没有列完。请列全，或写明这一类的共同点。',
  },
  reference: {
    en: '"{word}" leaves open which. Name it, or link to it.',
    zh: '“{word}”没有说清是哪一个。请写出名称，或给出链接。',
  },
  doubt: {
    en: '"{word}" leaves open whether it is so. Say what is known, or how to find out.',
    zh: '“{word}”没有说清是否如此。请写出已确认的内容，或写明如何确认。',
  },
  thing: {
    en: '"{word}" leaves open what. Name the fault, the code or the condition.',
    zh: '“{word}”没有说清是什么。请写出具体的故障、代码或条件。',
  },
  own: {
    en: 'This library does not use "{word}": it leaves too much open. Say it exactly.',
    zh: '本案例库不用“{word}”这种含糊说法。请写具体。',
  },
} as const

interface Options {
  readonly sections: readonly string[]
  readonly add: readonly string[]
  readonly allow: readonly string[]
}
const DEFAULTS: Options = {
  sections: ['problem', 'impact', 'resolution', 'steps', 'cautions', 'prevention', 'applicability'],
  add: [],
  allow: [],
}

// Before a case is understood it may well be vague when and how much; what went wrong is asked even then.
const EARLY = new Set(['problem', 'impact', 'applicability'])
const ASKED_EARLY: readonly string[] = ['list', 'thing', 'own']

type Found = Finding<typeof MESSAGES>

export const vagueWording: Rule = defineRule({
  id: 'vague-wording',
  scope: 'case',
  severity: 'warning',
  draftSeverity: 'note',
  summary: {
    en: 'What a reader is to do or to know is said exactly: no "as soon as possible", "etc.", "some issue".',
    zh: '要读者做的、知道的，写得具体：不写“尽快”“等等”“一些问题”。',
  },
  why: {
    en: 'Whoever follows a case at night cannot ask back how long "a while" is. The rule looks at the sections that people work by, and leaves alone symptoms, the diagnosis (where a supposition is a supposition), code and quotations. `add` names further words, `allow` those that the library accepts.',
    zh: '夜里照着案例操作的人，没法回头问“一段时间”是多久。本规则只看供人照做的章节；故障现象、诊断过程（推测就是推测）、代码和引文不受影响。`add` 可增加词语，`allow` 可放行词语。',
  },
  messages: MESSAGES,
  options: {
    defaults: DEFAULTS,
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        sections: {
          type: 'array',
          items: { type: 'string' },
          description: 'Ids of the sections that are looked at.',
        },
        add: {
          type: 'array',
          items: { type: 'string', minLength: 1, maxLength: 60 },
          maxItems: 200,
          description: 'Further vague words, Chinese or English.',
        },
        allow: {
          type: 'array',
          items: { type: 'string', minLength: 1, maxLength: 60 },
          maxItems: 200,
          description: 'Words that are accepted.',
        },
      },
    },
  },
  examples: {
    good: exampleCase(
      {},
      exampleBody('Devices reconnect once.', 'Devices reconnect once, within 30 seconds.'),
    ),
    bad: exampleCase({}, exampleBody('Devices reconnect once.', 'Wait a while, then adjust some settings.')),
  },
  mayFind: ({ file, options }) => options.add.length > 0 || holds(file, 'vagueZh') || holds(file, 'vagueEn'),
  *check({ case: found, file, options }) {
    const zhToo = options.add.length > 0 || holds(file, 'vagueZh')
    const enToo = options.add.length > 0 || holds(file, 'vagueEn')
    const { text } = file
    const { zh, en } = patternsOf(options)
    const range = rangesOf(text)
    for (const passage of passagesOf(found)) {
      const id = passage.section?.id
      if (id === undefined || !options.sections.includes(id) || isQuoted(passage, found)) continue
      const prose = passage.read(text)
      const may = (sign: 'vagueZh' | 'vagueEn'): boolean =>
        options.add.length > 0 || passage.holds(sign, text)
      if (zhToo && may('vagueZh')) yield* vagueWords(prose, zh, id, options, range)
      if (enToo && may('vagueEn')) yield* vagueWords(prose, en, id, options, range)
    }
  },
})

const HAN = /[\u4e00-\u9fff]/

// What follows at once names what the word leaves open.
const NAMED =
  /^[^，。；,.;\n]{0,16}(?:[:：]|[，,(（]\s?(?:例如|比如|譬如|如|包括|including|e\.g\.|for example|for instance)|[,(]? ?such as)/i

function* vagueWords(
  prose: ProseText,
  pattern: RegExp,
  section: string,
  { allow }: Options,
  range: ReturnType<typeof rangesOf>,
): Iterable<Found> {
  for (const { 0: word, index, groups } of prose.text.matchAll(pattern)) {
    const code = [...VAGUE_KINDS, 'own' as const].find(kind => groups?.[kind] !== undefined)
    if (code === undefined || (EARLY.has(section) && !ASKED_EARLY.includes(code))) continue
    if (NAMED.test(prose.text.slice(index + word.length, index + word.length + 40))) continue
    if (allow.some(allowed => allowed.toLowerCase() === word.trim().toLowerCase())) continue
    const { start, end } = prose.place(index, index + word.length)
    yield { code, args: { word: word.trim() }, at: range(start, end) }
  }
}

interface Patterns {
  readonly zh: RegExp
  readonly en: RegExp
}
const known = new WeakMap<readonly string[], Patterns>()

function patternsOf({ add }: Options): Patterns {
  let patterns = known.get(add)
  if (patterns === undefined) {
    const own = add.map(word => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    const [zh, en] = [own.filter(word => HAN.test(word)), own.filter(word => !HAN.test(word))]
    patterns = { zh: patternOf(VAGUE_ZH, zh, '', ''), en: patternOf(VAGUE_EN, en, '(?<!\\w)', '(?!\\w)') }
    known.set(add, patterns)
  }
  return patterns
}

function patternOf(
  words: Readonly<Record<VagueKind, readonly string[]>>,
  own: readonly string[],
  before: string,
  after: string,
): RegExp {
  const groups = VAGUE_KINDS.map(kind => `(?<${kind}>${words[kind].join('|')})`)
  if (own.length > 0) groups.unshift(`(?<own>${own.join('|')})`)
  return new RegExp(`${before}(?:${groups.join('|')})${after}`, 'gi')
}
