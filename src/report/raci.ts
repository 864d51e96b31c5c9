import type { Marks } from '../lib/marked-block.js'
import type { Language, Message } from '../lib/message.js'
import { fill } from '../lib/message.js'
import type { ReviewConfig } from '../model/review.js'
import { scope } from './codeowners.js'
import { markdownText } from './lint/markdown-text.js'

/** Between these lines the page is generated. */
export const RACI_MARKS: Marks = {
  begin: '<!-- casectl roles: written by `casectl roles sync` from the roles of the library -->',
  end: '<!-- casectl roles: end -->',
}

const TEXTS = {
  title: { en: '# Who does what', zh: '# 职责分工' },
  key: {
    en: 'R does it, A answers for it, C is asked, I is told.',
    zh: 'R 执行，A 负责，C 被征询，I 被告知。',
  },
  step: { en: 'Step', zh: '步骤' },
  author: { en: 'Author', zh: '作者' },
  write: { en: 'Write and submit a case', zh: '编写并提交案例' },
  review: { en: 'Review as {role}', zh: '以 {role} 角色评审' },
  publish: { en: 'Publish after the gate', zh: '通过核对后发布' },
  again: { en: 'Bring the case up to date when it is due', zh: '到期复审时更新案例' },
  role: { en: 'Role', zh: '角色' },
  person: { en: 'Person', zh: '人员' },
  cases: { en: 'Reviews', zh: '评审范围' },
  until: { en: 'Until', zh: '截止' },
  every: { en: 'every case', zh: '全部案例' },
} as const satisfies Record<string, Message>

/**
 * Who is responsible, accountable, consulted and informed (RACI), step by step, and who the people of
 * each role are. Of each step one is accountable.
 */
export function raci({ roles }: ReviewConfig, language: Language): string {
  const names = [...roles.keys()]
  const row = (label: string, author: string, of: (role: string) => string): string =>
    line([label, author, ...names.map(of)])
  const steps = [
    line([TEXTS.step[language], TEXTS.author[language], ...names.map(markdownText)]),
    line(['---', '---', ...names.map(() => '---')]),
    row(TEXTS.write[language], 'R, A', () => 'I'),
    ...names.map(role =>
      row(fill(TEXTS.review, { role: markdownText(role) })[language], 'C', one =>
        one === role ? 'R, A' : 'I',
      ),
    ),
    row(TEXTS.publish[language], 'R, A', () => 'C'),
    row(TEXTS.again[language], 'R, A', () => 'C'),
  ]
  const people = [
    line([TEXTS.role, TEXTS.person, TEXTS.cases, TEXTS.until].map(text => text[language])),
    line(['---', '---', '---', '---']),
    ...[...roles].flatMap(([role, reviewers]) =>
      reviewers.map(reviewer =>
        line([
          markdownText(role),
          markdownText(reviewer.name ?? reviewer.email),
          markdownText(scope(reviewer)) || TEXTS.every[language],
          reviewer.until ?? '',
        ]),
      ),
    ),
  ]
  const parts = [TEXTS.title[language], TEXTS.key[language], steps.join('\n'), people.join('\n')]
  return parts.join('\n\n')
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
