import type { Case, CaseFile } from '../model/case.js'
import { titleProse } from './case-title.js'
import { exampleBody, exampleCase } from './example.js'
import { ProseText, rangesOf } from './prose-text.js'
import { defineRule, type Rule } from './rule.js'
import {
  countOf,
  SIMPLIFIED_OF,
  SIMPLIFIED_ONLY,
  TRADITIONAL_OF,
  TRADITIONAL_ONLY,
} from './script-variants.js'
import { hasSign, holds, signsIn } from './word-signs.js'

const CHINESE = /^zh\b/i
const HAN = /[\u4e00-\u9fff]/
const KANA = /[\u3041-\u30ff]/
const TRADITIONAL = /^zh-(?:[a-z]{3}-)?(?:hant|tw|hk|mo)\b/i
const QUOTED = /“[^”]{0,300}”|「[^」]{0,300}」|『[^』]{0,300}』|《[^》]{0,300}》/g

/** From so many characters of the other script on, if they are the most, the language is wrong. */
const ENOUGH = 10
/** Characters of the other script that stand so near to each other are one finding. */
const NEAR = 3

interface Options {
  readonly allow: readonly string[]
}
const DEFAULTS: Options = { allow: [] }

export const mixedScript: Rule = defineRule({
  id: 'mixed-script',
  scope: 'case',
  severity: 'warning',
  draftSeverity: 'note',
  summary: {
    en: 'A Chinese case is written in simplified or in traditional characters, as its language says.',
    zh: '中文案例只用简体或只用繁体，与 `language` 一致。',
  },
  why: {
    en: 'Search and comparison take 顯示 and 显示 for two words. zh, zh-CN and zh-Hans are simplified; zh-Hant, zh-TW, zh-HK and zh-MO are traditional. Only characters are judged that the other script does not have (Unicode Unihan variants, in GB 2312 or Big5 but not in both). Quotations, titles in 《》, Japanese and the names under `allow` are left alone.',
    zh: '搜索和比对会把“顯示”和“显示”当成两个词。zh、zh-CN、zh-Hans 为简体；zh-Hant、zh-TW、zh-HK、zh-MO 为繁体。只检查另一种字形中不存在的字（Unicode Unihan 异体字数据，且只见于 GB 2312 与 Big5 之一）。引文、《》中的书名、日文和 `allow` 中的名称不受影响。',
  },
  messages: {
    traditional: {
      en: 'Traditional characters in a simplified case: `{text}`. Write `{better}`.',
      zh: '简体案例中出现繁体字：`{text}`。请写成 `{better}`。',
    },
    simplified: {
      en: 'Simplified characters in a traditional case: `{text}`. Write `{better}`.',
      zh: '繁体案例中出现简体字：`{text}`。请写成 `{better}`。',
    },
    language: {
      en: 'The language is `{language}`, but most of the text is in the other script. Set `{better}`.',
      zh: '`language` 是 `{language}`，正文却大多是另一种字形。请改为 `{better}`。',
    },
  },
  options: {
    defaults: DEFAULTS,
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        allow: {
          type: 'array',
          items: { type: 'string', minLength: 1 },
          description: 'Names that keep their own characters.',
        },
      },
    },
  },
  examples: {
    good: exampleCase(
      { language: 'zh-CN' },
      exampleBody('Use channel 36.', '改用 36 信道，屏幕显示“連線中”时重启。'),
    ),
    bad: exampleCase(
      { language: 'zh-CN' },
      exampleBody('Use channel 36.', '改用 36 信道，屏幕顯示红字时重启。'),
    ),
  },
  mayFind({ case: { language, title }, file }) {
    if (!CHINESE.test(language)) return false
    if (TRADITIONAL.test(language)) return true
    return holds(file, 'traditional') || hasSign(signsIn(title), 'traditional')
  },
  *check({ case: found, file, options: { allow } }) {
    if (!CHINESE.test(found.language)) return
    const traditional = TRADITIONAL.test(found.language)
    const [own, strange] = traditional
      ? [TRADITIONAL_ONLY, SIMPLIFIED_ONLY]
      : [SIMPLIFIED_ONLY, TRADITIONAL_ONLY]
    const other = traditional ? TRADITIONAL_OF : SIMPLIFIED_OF
    const passages = [...passagesIn(found, file)]
    const range = rangesOf(file.text)
    const [right, wrong] = [count(passages, own), count(passages, strange)]
    const language = found.fields.get('/language')?.value
    if (wrong >= ENOUGH && wrong > right && language !== undefined) {
      const better = traditional ? 'zh-CN' : 'zh-TW'
      yield { code: 'language', args: { language: found.language, better }, at: language }
      return
    }
    for (const prose of passages) {
      for (const { start, end } of strangeParts(prose.text, other, allow)) {
        const text = prose.text.slice(start, end)
        const better = [...text].map(char => other.get(char) ?? char).join('')
        const place = prose.place(start, end)
        yield {
          code: traditional ? 'simplified' : 'traditional',
          args: { text, better },
          at: range(place.start, place.end),
        }
      }
    }
  },
})

type Variants = ReadonlyMap<string, string>

function* passagesIn(found: Case, file: CaseFile): Iterable<ProseText> {
  const title = titleProse(found, file)
  for (const prose of title === undefined ? found.body.prose : [title, ...found.body.prose]) {
    if (!prose.runs.some(run => HAN.test(run.text)) || prose.runs.some(run => KANA.test(run.text))) continue
    yield new ProseText(prose, file.text)
  }
}

function count(passages: readonly ProseText[], script: number): number {
  return passages.reduce((sum, { text }) => sum + countOf(text, script), 0)
}

/** Parts of a text with characters of the other script, outside of quotations and allowed names. */
function strangeParts(
  text: string,
  other: Variants,
  allow: readonly string[],
): { start: number; end: number }[] {
  let rest = text.replace(QUOTED, quoted => ' '.repeat(quoted.length))
  for (const name of allow) rest = rest.replaceAll(name, ' '.repeat(name.length))
  const parts: { start: number; end: number }[] = []
  for (let i = 0; i < rest.length; i++) {
    if (!other.has(rest[i] ?? '')) continue
    const last = parts.at(-1)
    const joined =
      last !== undefined && i - last.end < NEAR && /^\p{Script=Han}*$/u.test(rest.slice(last.end, i))
    if (joined) last.end = i + 1
    else parts.push({ start: i, end: i + 1 })
  }
  return parts
}
