import type { Case, CaseFile } from '../model/case.js'
import { titleProse } from './case-title.js'
import { exampleBody, exampleCase } from './example.js'
import { isQuoted, ProseText, passagesOf, rangesOf } from './prose-text.js'
import { defineRule, NO_OPTIONS, type Rule } from './rule.js'
import { termMatcher } from './term-matcher.js'

const MESSAGES = {
  avoid: {
    en: 'This library writes "{use}", not "{word}".{note}',
    zh: '本案例库统一写作“{use}”，不写“{word}”。{note}',
  },
} as const

const CONFIG = `version: 1
terms:
  - { use: base station, avoid: [basis station, node B] }
`

export const terminology: Rule = defineRule({
  id: 'terminology',
  scope: 'case',
  severity: 'warning',
  draftSeverity: 'note',
  summary: {
    en: 'One thing has one name: the words of `terms` in the configuration.',
    zh: '同一事物只用一个名称：以配置中的 `terms` 为准。',
  },
  why: {
    en: 'Three names for one part make three parts of it for whoever is new, and split what search finds. `terms` in the configuration lists what to write and what to avoid. Code, links, quotations, the words of customers and names of the taxonomy are left alone. `casectl lint --fix` replaces the word.',
    zh: '一个部件三种叫法，新人会以为是三个部件，搜索结果也会分散。配置中的 `terms` 列出统一写法和不用的写法。代码、链接、引文、客户原话和术语表中的名称不受影响。`casectl lint --fix` 会自动替换。',
  },
  messages: MESSAGES,
  options: NO_OPTIONS,
  examples: {
    good: {
      'casectl.config.yml': CONFIG,
      'cases/example.md': exampleCase({}, exampleBody('Use channel 36.', 'Move the base station.')),
    },
    bad: {
      'casectl.config.yml': CONFIG,
      'cases/example.md': exampleCase({}, exampleBody('Use channel 36.', 'Move the basis station.')),
    },
  },
  mayFind: ({ library }) => library.config.terms.length > 0,
  *check({ case: found, file, library }) {
    const matcher = termMatcher(library, found.language.split('-', 1)[0]?.toLowerCase() ?? '')
    const { text } = file
    const range = rangesOf(text)
    for (const prose of proseOf(found, file)) {
      for (const { term, start, end } of matcher.find(ownWords(prose.text, found))) {
        const place = prose.place(start, end)
        if (isLinked(place.start, found)) continue
        const word = prose.text.slice(start, end)
        const { use, note } = term
        const fixable = prose.isLiteral(start, end) && PLAIN.test(use)
        yield {
          code: 'avoid',
          args: { use, word, note: note === undefined ? '' : ` ${note}` },
          at: range(place.start, place.end),
          ...(fixable ? { fix: [{ ...place, text: better(use, word) }] } : {}),
        }
      }
    }
  },
})

// What means nothing to YAML or Markdown wherever it is put.
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N} ./()（）·+-]*$/u

/** What the case itself says: no quotations, and not the words of a customer. */
function* proseOf(found: Case, file: CaseFile): Iterable<ProseText> {
  const title = titleProse(found, file)
  if (title !== undefined) yield new ProseText(title, file.text)
  for (const passage of passagesOf(found)) {
    if (passage.section?.id === 'testimonial' || isQuoted(passage, found)) continue
    yield passage.read(file.text)
  }
}

function isLinked(offset: number, { body }: Case): boolean {
  return body.links.some(({ at }) => at.start <= offset && offset < at.end)
}

/** The preferred word, with a capital where the other one had one. */
function better(use: string, word: string): string {
  const capital = /^\p{Lu}/u.test(word) && /^\p{Ll}/u.test(use) && !/^\p{Lu}{2}/u.test(word)
  return capital ? use.slice(0, 1).toUpperCase() + use.slice(1) : use
}

const QUOTED = /“[^”]{0,300}”|「[^」]{0,300}」|‘[^’]{0,300}’|"[^"\n]{0,300}"/g

/** The text with quotations, and phrases of the customer that it repeats, blanked out. */
function ownWords(text: string, { customerPhrases }: Case): string {
  let own = text.replace(QUOTED, quoted => ' '.repeat(quoted.length))
  for (const phrase of customerPhrases) {
    if (phrase !== '') own = own.replaceAll(phrase, ' '.repeat(phrase.length))
  }
  return own
}
