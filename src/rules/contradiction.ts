import { foldKey } from '../lib/text.js'
import type { Case } from '../model/case.js'
import { exampleBody, exampleCase } from './example.js'
import { nameOthers, type OtherCase } from './other-cases.js'
import { defineRule, type Rule } from './rule.js'
import { byFault, mayContradict, pairsOf } from './same-fault.js'
import { Statements } from './statements.js'

export const contradiction: Rule = defineRule({
  id: 'contradiction',
  scope: 'library',
  ofCases: true,
  severity: 'warning',
  draftSeverity: 'note',
  summary: {
    en: 'Living cases on one product, error code and problem do not give different solutions.',
    zh: '针对同一产品、同一错误码、同一问题的在用案例，不给出互不相同的解决方案。',
  },
  why: {
    en: 'Whoever searches for the code must not have to choose between two answers. If both are right, say in the titles or in `causes` when each holds, and name each other in `related`; if one is outdated, let the other supersede it. Cases that state different causes, versions or regions are not compared.',
    zh: '搜索错误码的人不应在两个答案之间猜。两者都对时，请在标题或 `causes` 中写明各自的适用情形，并在 `related` 中互相引用；其中之一已过时的，请用另一个取代它。写明了不同原因、版本或地区的案例不作比较。',
  },
  messages: {
    solutions: {
      en: '{code} on the same product and with the same problem is solved otherwise in {ids} ({where}). Say when which solution holds (title or `causes`) and relate the two, or let one supersede the other.',
      zh: '同一产品、同一问题的 {code}，在 {ids}（{where}）中是另一种解决方案。请写明各自的适用情形（标题或 `causes`）并互相关联，或用其中一个取代另一个。',
    },
  },
  options: {
    defaults: { sameTitle: 0.75, sameProblem: 0.5, otherSolution: 0.25 },
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        sameTitle: {
          type: 'number',
          minimum: 0,
          maximum: 1,
          description: 'Likeness of titles (shared words among all) from which on they name one problem.',
        },
        sameProblem: {
          type: 'number',
          minimum: 0,
          maximum: 1,
          description: 'Likeness of problem and symptoms from which on two problems count as one.',
        },
        otherSolution: {
          type: 'number',
          minimum: 0,
          maximum: 1,
          description: 'Likeness of solutions up to which they count as different.',
        },
      },
    },
  },
  examples: {
    good: {
      'cases/a.md': exampleCase({ id: 'CASE-7F3KQ', error_codes: '[W-104]', related: '[CASE-9B2XM]' }),
      'cases/b.md': exampleCase(
        { id: 'CASE-9B2XM', error_codes: '[W-104]', related: '[CASE-7F3KQ]' },
        otherwise(),
      ),
    },
    bad: {
      'cases/a.md': exampleCase({ id: 'CASE-7F3KQ', error_codes: '[W-104]' }),
      'cases/b.md': exampleCase({ id: 'CASE-9B2XM', error_codes: '[W-104]' }, otherwise()),
    },
  },
  *check({ library, options }) {
    const found = new Map<Case, Map<Case, { readonly code: string; readonly rank: number }>>()
    const note = (from: Case, other: Case, code: string, rank: number): void => {
      const others = found.get(from) ?? new Map()
      if (!others.has(other)) found.set(from, others.set(other, { code, rank }))
    }
    const statements = new Statements()
    for (const { code, cases } of byFault(library)) {
      for (const [one, other] of pairsOf(cases)) {
        if (!mayContradict(one, other)) continue
        const rank = statements.contradiction(one, other, options)
        if (rank === undefined) continue
        note(one, other, code, rank)
        note(other, one, code, rank)
      }
    }
    for (const one of library.cases) {
      const others = found.get(one)
      if (others === undefined) continue
      const named: OtherCase[] = [...others].map(([other, { rank }]) => ({ other, rank }))
      const first = [...others.values()][0]?.code
      const index = one.errorCodes.findIndex(own => foldKey(own) === first)
      const at = one.fields.get(`/error_codes/${index}`)?.value
      const code = one.errorCodes[index] ?? ''
      yield { code: 'solutions', args: { code, ...nameOthers(named) }, path: one.path, at }
    }
  },
})

function otherwise(): string {
  return exampleBody('Use channel 36.', 'Replace the antenna.').replace(
    'Open Wi-Fi, 5 GHz, and set the channel to 36.',
    'Unscrew both antennas, fit new ones, tighten by hand.',
  )
}
