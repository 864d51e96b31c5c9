import { addTo } from '../lib/groups.js'
import { nearPairs } from '../lib/near-pairs.js'
import { printOf, sketchIn, wordSetIn } from '../lib/text-print.js'
import type { Case } from '../model/case.js'
import { exampleBody, exampleCase } from './example.js'
import { isLiving, isSuperseding } from './living.js'
import { nameOthers, type OtherCase } from './other-cases.js'
import { defineRule, type Rule } from './rule.js'

export const nearDuplicate: Rule = defineRule({
  id: 'near-duplicate',
  scope: 'library',
  ofCases: true,
  severity: 'warning',
  summary: {
    en: 'No two living cases of one language say nearly the same.',
    zh: '同一语言的在用案例没有两个内容几乎相同。',
  },
  why: {
    en: 'Of two copies one is corrected and the other is found. Likeness is the share of words (in Chinese: of neighbouring characters) that two cases have in common, among all that they have, title included (Jaccard index). Merge them; keep the older id, and let the newer one say `superseded_by`. Translations, and cases of which one supersedes the other, are no duplicates.',
    zh: '内容重复的两个案例，往往改的是这一个，搜到的却是另一个。相似度是两个案例（含标题）共有的词（中文按相邻两字计）占全部词的比例（Jaccard 系数）。请合并，保留较早的 id，并在较新的案例中写上 `superseded_by`。译文以及有取代关系的案例不算重复。',
  },
  messages: {
    alike: {
      en: 'This case says nearly the same as {ids} ({where}). Merge them, or say in title and text what sets this one apart.',
      zh: '本案例与 {ids}（{where}）内容几乎相同。请合并，或在标题和正文中写明不同之处。',
    },
  },
  options: {
    defaults: { threshold: 0.7, minWords: 30 },
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        threshold: {
          type: 'number',
          minimum: 0.5,
          maximum: 1,
          description: 'Least likeness that is reported, 0.5 to 1.',
        },
        minWords: {
          type: 'integer',
          minimum: 1,
          description: 'Cases with fewer different words are not compared.',
        },
      },
    },
  },
  examples: {
    good: {
      'cases/a.md': exampleCase({ id: 'CASE-7F3KQ', supersedes: '[CASE-9B2XM]' }),
      'cases/b.md': exampleCase({ id: 'CASE-9B2XM', status: 'superseded', superseded_by: 'CASE-7F3KQ' }),
    },
    bad: {
      'cases/a.md': exampleCase({ id: 'CASE-7F3KQ' }),
      'cases/b.md': exampleCase({ id: 'CASE-9B2XM' }, exampleBody('Use channel 36.', 'Set channel 36.')),
    },
  },
  gather({ file: { case: found } }) {
    return found?.sound === true && isLiving(found) ? printOf(comparedText(found)) : undefined
  },
  *check({ library, options, gathered }) {
    const found = new Map<Case, OtherCase[]>()
    const groups = new Map<string, Printed[]>()
    for (const file of library.files) {
      const print = gathered(file)
      if (file.case === undefined || print === undefined) continue
      addTo(groups, file.case.language.toLowerCase(), { case: file.case, print })
    }
    for (const group of groups.values()) collect(group, options, found)
    for (const one of library.cases) {
      const others = found.get(one)
      if (others === undefined) continue
      const at = one.fields.get('/title')?.value
      yield { code: 'alike', args: nameOthers(others), path: one.path, at }
    }
  },
})

/** A living case and the print of what is compared. */
interface Printed {
  readonly case: Case
  readonly print: Uint8Array
}

function comparedText({ title, body }: Case): string {
  return `${title}\n${body.text}`
}

function collect(
  group: readonly Printed[],
  { threshold, minWords }: { readonly threshold: number; readonly minWords: number },
  found: Map<Case, OtherCase[]>,
): void {
  const sketches = group.map(({ print }) => sketchIn(print))
  const wordsOf = (i: number): Uint32Array => wordSetIn(group[i]?.print ?? printOf(''))
  for (const { a, b, likeness } of nearPairs(sketches, wordsOf, threshold, minWords)) {
    const [one, other] = [group[a]?.case, group[b]?.case]
    if (one === undefined || other === undefined || isSuperseding(one, other)) continue
    // Rounded down: 100 % are the very same words.
    const remark = `${Math.floor(likeness * 100)} %`
    addTo(found, one, { other, rank: likeness, remark })
    addTo(found, other, { other: one, rank: likeness, remark })
  }
}
