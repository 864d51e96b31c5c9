import { foldKey } from '../lib/text.js'
import type { Case } from '../model/case.js'
import { namesOf, type Taxonomy } from '../model/taxonomy.js'
import { COMMON_ABBREVIATIONS } from './common-abbreviations.js'
import { exampleBody, exampleCase } from './example.js'
import { passagesOf, rangesOf } from './prose-text.js'
import { defineRule, type Rule, type Settings } from './rule.js'

// Capitals alone: what has digits, hyphens or underscores is a model, a code or a constant.
const ABBREVIATION = /(?<![\w.#@/\\$%-])[A-Z]{2,6}(?=s?(?![\w#@\\$%]|-\w|\.\w|\/\w*\.))/g

interface Options {
  readonly known: readonly string[]
}
const DEFAULTS: Options = { known: [] }

export const jargon: Rule = defineRule({
  id: 'jargon',
  scope: 'case',
  severity: 'note',
  preset: 'strict',
  summary: {
    en: 'Abbreviations are spelt out where they first stand, or are in the glossary of the library.',
    zh: '缩写在首次出现处写出全称，或收在案例库的词表中。',
  },
  why: {
    en: 'A new colleague or a customer reads the case too. Known are the names of the taxonomy, `terms` of the configuration, codes, tools, products and tags of the case, and abbreviations of daily life. Spell out the others once, as in "access point (AP)", or add them to `known`.',
    zh: '新同事和客户也会读案例。视为已知的有：术语表中的名称、配置中的 `terms`、本案例的错误代码、工具、产品和标签，以及日常缩写。其余缩写请在首次出现处写出全称，如“接入点（AP）”，或加入 `known`。',
  },
  messages: {
    abbreviation: {
      en: '{word} is neither spelt out in this case nor in the glossary. Write its full name once: "full name ({word})".',
      zh: '本案例没有写出 {word} 的全称，词表中也没有。请在首次出现处写成“全称（{word}）”。',
    },
  },
  options: {
    defaults: DEFAULTS,
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        known: {
          type: 'array',
          items: { type: 'string', minLength: 1 },
          description: 'Further abbreviations that every reader knows.',
        },
      },
    },
  },
  examples: {
    good: exampleCase(
      {},
      exampleBody('Use channel 36.', 'Use channel 36 on each access point (AP); an AP keeps it.'),
    ),
    bad: exampleCase({}, exampleBody('Use channel 36.', 'Use channel 36 on each AP.')),
  },
  *check({ case: found, file: { text }, library, options }) {
    const range = rangesOf(text)
    let known: ReadonlySet<string> | undefined
    let speltOut: ReadonlySet<string> | undefined
    const seen = new Set<string>()
    for (const passage of passagesOf(found)) {
      const prose = passage.read(text)
      for (const { 0: word, index } of prose.text.matchAll(ABBREVIATION)) {
        if (seen.has(word)) continue
        seen.add(word)
        if (COMMON_ABBREVIATIONS.has(word) || options.known.includes(word)) continue
        known ??= knownTo(found, library)
        speltOut ??= new Set(found.body.text.match(SPELT_OUT))
        if (known.has(word) || speltOut.has(word)) continue
        const { start, end } = prose.place(index, index + word.length)
        yield { code: 'abbreviation', args: { word }, at: range(start, end) }
      }
    }
  },
})

/** The words, in capitals, of every name that a case's readers can look up. */
function knownTo(found: Case, { config, taxonomy }: Settings): ReadonlySet<string> {
  const names = [...found.errorCodes, ...found.tools, ...found.tags, ...found.terms.map(term => term.value)]
  return new Set([...wordsOf(names), ...glossaryOf(taxonomy), ...wordsOf(config.terms.map(term => term.use))])
}

const glossaries = new WeakMap<Taxonomy, ReadonlySet<string>>()

function glossaryOf(taxonomy: Taxonomy): ReadonlySet<string> {
  let words = glossaries.get(taxonomy)
  if (words === undefined) {
    words = wordsOf(
      [...taxonomy.facets.values()].flatMap(facet => [...facet.terms.values()].flatMap(namesOf)),
    )
    glossaries.set(taxonomy, words)
  }
  return words
}

function wordsOf(names: readonly string[]): Set<string> {
  return new Set(
    names.flatMap(
      name =>
        foldKey(name)
          .toUpperCase()
          .match(/[A-Z]{2,}/g) ?? [],
    ),
  )
}

// `AP (access point)`, `access point (AP)`, `接入点（AP）`.
const SPELT_OUT = /(?<=[(（]\s?)[A-Z]{2,6}|[A-Z]{2,6}(?=s?\s?[(（])/g
