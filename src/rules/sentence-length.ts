import { exampleBody, exampleCase } from './example.js'
import { mayBeTooLong } from './long-sentences.js'
import { isQuoted, passagesOf, rangesOf } from './prose-text.js'
import { defineRule, type Finding, type Rule } from './rule.js'
import { type Sentence, sentencesOf } from './sentences.js'

const MESSAGES = {
  chinese: {
    en: 'This sentence has {count} characters, more than {max}. Divide it, or make a list of it.',
    zh: '这句话有 {count} 个字，超过 {max} 个。请拆成几句，或改成列表。',
  },
  words: {
    en: 'This sentence has {count} words, more than {max}. Divide it, or make a list of it.',
    zh: '这句话有 {count} 个词，超过 {max} 个。请拆成几句，或改成列表。',
  },
} as const

interface Options {
  readonly maxCharacters: number
  readonly maxWords: number
}
const DEFAULTS: Options = { maxCharacters: 80, maxWords: 40 }

export const sentenceLength: Rule = defineRule({
  id: 'sentence-length',
  scope: 'case',
  severity: 'note',
  summary: {
    en: 'A sentence is short enough to be read once.',
    zh: '句子读一遍就能懂，不过长。',
  },
  why: {
    en: 'Cases are read on the phone, at the machine and by people new to the subject. One thought a sentence; a chain of conditions is a list. Chinese is counted in characters (a Latin word or a number counts as one), other languages in words; code counts as one.',
    zh: '案例会在电话里、机器旁被读到，读者也可能刚入门。一句话说一件事，一连串条件请写成列表。中文按字计（一个西文词或数字算一个字），其他语言按词计，一段代码算一个词。',
  },
  messages: MESSAGES,
  options: {
    defaults: DEFAULTS,
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        maxCharacters: {
          type: 'integer',
          minimum: 20,
          description: 'Most characters of a Chinese sentence.',
        },
        maxWords: {
          type: 'integer',
          minimum: 10,
          description: 'Most words of a sentence in other languages.',
        },
      },
    },
  },
  examples: {
    good: exampleCase(),
    bad: exampleCase(
      {},
      exampleBody(
        'Use channel 36.',
        'Use channel 36, or if the neighbours are on it, which happens in blocks of flats where every home has a router and most of them choose the lowest channel by themselves, then 40 or 44, but never one of the channels from 52 on.',
      ),
    ),
  },
  *check({ case: found, file: { text }, options }) {
    const range = rangesOf(text)
    for (const passage of passagesOf(found)) {
      if (passage.block.type === 'heading' || isQuoted(passage, found)) continue
      const length = passage.prose.runs.reduce((sum, run) => sum + run.text.length, 0)
      if (length < Math.min(options.maxCharacters, options.maxWords * 2)) continue
      const prose = passage.read(text)
      if (!mayBeTooLong(prose.text, options)) continue
      for (const sentence of sentencesOf(prose.text)) {
        const finding = tooLong(prose.text, sentence, options)
        if (finding === undefined) continue
        const { start, end } = prose.place(sentence.start, sentence.end)
        yield { ...finding, at: range(start, end) }
      }
    }
  },
})

const HAN = /\p{Script=Han}/gu
// What was left out counts as a word.
const WORD = /[\p{Script=Latin}\d\uFFFC](?:[\p{Script=Latin}\d'’._/:@+#-]*[\p{Script=Latin}\d])?/gu

function tooLong(
  text: string,
  { start, end }: Sentence,
  options: Options,
): Finding<typeof MESSAGES> | undefined {
  const { maxCharacters, maxWords } = options
  if (end - start < Math.min(maxCharacters, maxWords * 2)) return undefined
  const sentence = text.slice(start, end)
  // A table drawn with + and | is no sentence.
  if (sentence.includes('---')) return undefined
  const han = sentence.match(HAN)?.length ?? 0
  const words = sentence.match(WORD)?.length ?? 0
  if (han > words) {
    const count = han + words
    return count > maxCharacters ? { code: 'chinese', args: { count, max: maxCharacters } } : undefined
  }
  return words > maxWords ? { code: 'words', args: { count: words, max: maxWords } } : undefined
}
