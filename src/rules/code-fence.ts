import { didYouMean } from '../lib/did-you-mean.js'
import { nearest } from '../lib/near-names.js'
import type { Config } from '../model/config.js'
import type { Block, Fence } from '../model/markdown.js'
import type { Range } from '../model/range.js'
import { CODE_LANGUAGES } from './code-languages.js'
import { exampleBody, exampleCase } from './example.js'
import { rangesOf } from './prose-text.js'
import { defineRule, type Finding, type Rule } from './rule.js'

const MESSAGES = {
  open: {
    en: 'This code block is not closed: everything up to the end of the {where} is code. Close it with {marker}.',
    zh: '这个代码块没有结束，直到{whereZh}末尾都成了代码。请用 {marker} 结束。',
  },
  language: {
    en: 'This code block does not say what is in it. Write the language behind {marker}, `text` for output and logs.',
    zh: '代码块没有写明语言。请在 {marker} 后面写上语言，输出和日志写 `text`。',
  },
  unknown: {
    en: '`{language}` is no language that highlighters know; what stands behind the fence is not shown.{suggestion}',
    zh: '`{language}` 不是高亮工具认识的语言，写在围栏后面的内容不会显示。{suggestionZh}',
  },
} as const

interface Options {
  readonly language: 'strict' | 'always' | 'never'
  readonly languages: readonly string[]
}
const DEFAULTS: Options = { language: 'strict', languages: [] }

type Found = Finding<typeof MESSAGES>

export const codeFence: Rule = defineRule({
  id: 'code-fence',
  scope: 'case',
  severity: 'error',
  draftSeverity: 'warning',
  summary: {
    en: 'Code blocks are closed and name a language that exists.',
    zh: '代码块有结束标记，标注的语言真实存在。',
  },
  why: {
    en: 'A fence that is not closed turns the rest of the case into code: headings, warnings, all of it. The language decides how code is coloured and read aloud; commands, output and logs are told apart by it. Whether every block has to name one is set by `language`: in the `strict` preset, `always` or `never`. `languages` adds names of your own.',
    zh: '代码块没有结束，后面的标题、注意事项会全部变成代码。语言决定代码如何着色和朗读，也用来区分命令、输出和日志。是否每个代码块都要标注，由 `language` 决定：仅 `strict` 预设要求、`always` 总是、`never` 从不。`languages` 可增加自用的名称。',
  },
  messages: MESSAGES,
  options: {
    defaults: DEFAULTS,
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        language: {
          enum: ['strict', 'always', 'never'],
          description:
            'Whether a code block has to name its language: in the strict preset only, always, or never.',
        },
        languages: {
          type: 'array',
          items: { type: 'string', minLength: 1, maxLength: 40 },
          description: 'Further names of languages.',
        },
      },
    },
  },
  examples: {
    good: exampleCase({}, exampleBody('channel 36.', 'channel 36:\n\n```sh\niw dev wlan0 info\n```')),
    bad: exampleCase(
      {},
      exampleBody('Devices reconnect once.', 'Devices reconnect once:\n\n```sh\niw event'),
    ),
  },
  mayFind: ({ file: { text } }) => text.includes('```') || text.includes('~~~'),
  *check({ case: { body }, file: { text }, library, options }) {
    const asked = isAsked(options, library.config)
    const range = rangesOf(text)
    for (const block of body.blocks) {
      const { fence, at } = block
      if (fence === undefined) continue
      const place = range(at.start, at.start + fence.marker.length)
      if (!fence.closed) yield open(block, fence, text, place)
      if (fence.language !== '') yield* unknown(fence.language, at, text, options)
      else if (asked)
        yield { code: 'language', args: { marker: fence.marker }, at: place, severity: 'warning' }
    }
  },
})

function isAsked({ language }: Options, { preset }: Config): boolean {
  return language === 'always' || (language === 'strict' && preset === 'strict')
}

// A line of code may begin with `#`; two of them and a word are a heading that was meant as one.
const SWALLOWED = /^ {0,3}##+ /m

function open({ at, parent }: Block, { marker }: Fence, text: string, place: Range): Found {
  const top = parent === -1
  const args = { marker, where: top ? 'file' : 'list or quote', whereZh: top ? '文件' : '列表或引用' }
  const code = text.slice(at.start, at.end)
  // To close it where it ends anyway changes nothing, unless it was to end before a heading.
  if (!top || SWALLOWED.test(code)) return { code: 'open', args, at: place }
  const lineBreak = /\n$/.test(code) ? '' : /\r\n/.test(text) ? '\r\n' : '\n'
  return { code: 'open', args, at: place, fix: [{ start: at.end, end: at.end, text: lineBreak + marker }] }
}

function* unknown(written: string, at: Range, text: string, { languages }: Options): Iterable<Found> {
  // `{.sh}` and `{code-block}` are directives of other tools, `sh:title` and `sh{1,3}` their attributes.
  const language = /^[^{:,=]*/.exec(written)?.[0] ?? ''
  const key = language.toLowerCase()
  if (key === '' || CODE_LANGUAGES.has(key) || languages.some(own => own.toLowerCase() === key)) return
  const start = text.indexOf(language, at.start)
  const { line, column } = at
  const place = { start, end: start + language.length, line, column: column + start - at.start }
  const close = nearest(key, [...CODE_LANGUAGES, ...languages], 1).filter(name => name.length > 1)
  yield { code: 'unknown', args: { language, ...didYouMean(close) }, at: place, severity: 'note' }
}
