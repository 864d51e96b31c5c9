import { foldKey } from '../lib/text.js'
import type { Case } from '../model/case.js'
import type { Config, SectionRule } from '../model/config.js'
import type { Range } from '../model/range.js'
import { exampleBody, exampleCase } from './example.js'
import { isBodyRefused, isRefused } from './refused.js'
import { type CaseInput, defineRule, type Finding, NO_OPTIONS, type Rule } from './rule.js'
import { isAsked, isListedIncomplete, mildWhenWithdrawn } from './stage.js'

const MESSAGES = {
  missing: {
    en: 'The section "{heading}" is missing. Add it under a heading `## {heading}`.',
    zh: '缺少“{heading}”章节。请添加标题 `## {heading}` 并写出内容。',
  },
  level: {
    en: 'The heading "{heading}" is of level {depth}; a section begins with a heading of level 2. Write `## {heading}`.',
    zh: '标题“{heading}”是 {depth} 级标题；章节必须以 2 级标题开头。请写成 `## {heading}`。',
  },
} as const

type Found = Finding<typeof MESSAGES>

export const requiredSections: Rule = defineRule({
  id: 'required-sections',
  scope: 'case',
  severity: 'error',
  draftSeverity: 'warning',
  summary: {
    en: 'Every section that the kind asks for is there.',
    zh: '该类型要求的章节齐全。',
  },
  why: {
    en: 'Whoever reads the fifth case of the day looks for the steps where they always stand, and search weighs symptoms by their section. `kinds.<kind>.sections` in the configuration says what is asked; `sections` adds headings that name a section. A draft may list sections that are still open under `incomplete`.',
    zh: '一天看到第五个案例的人，希望步骤总在固定的位置；搜索也按章节给故障现象加权。要求由配置中的 `kinds.<类型>.sections` 决定；`sections` 可以增加章节的其他标题写法。草稿可以把暂缺的章节列在 `incomplete` 中。',
  },
  messages: MESSAGES,
  options: NO_OPTIONS,
  examples: {
    good: exampleCase(),
    bad: exampleCase(
      {},
      exampleBody('## Cautions', '### Cautions').replace('## Symptoms', '## What one sees'),
    ),
  },
  mayFind({ case: found, library }) {
    const { status, kind } = found
    return library.config.kinds[kind].sections.some(
      ({ id, required }) => isAsked(required, status) && !hasSection(found, id),
    )
  },
  *check(input) {
    const { case: found, file, library } = input
    if (isRefused(file, '/kind') || isRefused(file, '/status') || isBodyRefused(file)) return
    const asked = library.config.kinds[found.kind].sections
    const present = new Map(found.body.sections.map(section => [section.id, section.at]))
    // A missing section is reported at the one before it.
    let before: Range = { ...found.frontMatter, end: found.frontMatter.start + 3 }
    for (const { id, required } of asked) {
      const at = present.get(id)
      if (at !== undefined) before = at
      else if (isAsked(required, found.status)) yield* missingSection(id, before, input)
    }
  },
})

function hasSection({ body: { sections } }: Case, id: SectionRule['id']): boolean {
  for (const section of sections) if (section.id === id) return true
  return false
}

function* missingSection(id: SectionRule['id'], before: Range, input: CaseInput<object>): Iterable<Found> {
  const { case: found, library, file } = input
  const headings = library.config.headings.get(id) ?? []
  if (found.status === 'draft' && isListedIncomplete(found, [id, ...headings])) return
  const mild = mildWhenWithdrawn(found.status)
  const names = new Set(headings.map(foldKey))
  const other = found.body.headings.find(({ depth, title }) => depth !== 2 && names.has(foldKey(title)))
  if (other === undefined) {
    const heading = headingFor(id, library.config, found.language)
    yield { code: 'missing', args: { heading }, at: before, ...mild }
    return
  }
  const { at, title, depth } = other
  const marks = /^#+(?=[ \t])/.exec(file.text.slice(at.start, at.end))?.[0]
  const fix =
    marks === undefined ? {} : { fix: [{ start: at.start, end: at.start + marks.length, text: '##' }] }
  yield { code: 'level', args: { heading: title, depth }, at, ...mild, ...fix }
}

/** The heading that names a section in a case's language: the first Chinese one, or the first other one. */
function headingFor(id: string, config: Config, language: Case['language']): string {
  const headings = config.headings.get(id) ?? []
  const chinese = /^zh\b/i.test(language)
  return headings.find(heading => /\p{Script=Han}/u.test(heading) === chinese) ?? headings[0] ?? id
}
