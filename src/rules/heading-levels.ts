import { foldKey } from '../lib/text.js'
import type { Body, Case, Heading } from '../model/case.js'
import type { TextEdit } from '../model/change.js'
import { exampleBody, exampleCase } from './example.js'
import { lineSigns } from './line-signs.js'
import { rangesOf } from './prose-text.js'
import { isRefused } from './refused.js'
import { type CaseInput, defineRule, type Finding, type Rule } from './rule.js'

const MESSAGES = {
  first: {
    en: 'The first heading is of level {depth}. Sections begin with level 2: `##`.',
    zh: '第一个标题是 {depth} 级。章节应从 2 级（`##`）开始。',
  },
  skipped: {
    en: 'Level {expected} is skipped: the heading before this one is of level {above}, this one of level {depth}. Begin it with `{marks}`.',
    zh: '跳过了 {expected} 级标题：前一个标题是 {above} 级，这个是 {depth} 级。请改用 `{marks}`。',
  },
  space: {
    en: 'This line is no heading: `{marks}` has to be followed by an ordinary space.',
    zh: '这一行不会显示为标题：`{marks}` 后面必须有半角空格。',
  },
  second: {
    en: 'There is a heading of level 1 in line {line} already. Begin sections with `##`; a comment of a script belongs into a code block.',
    zh: '第 {line} 行已有一级标题。章节请用 `##` 开头；脚本注释请放进代码块。',
  },
  title: {
    en: 'This heading is not the title of the front matter, "{title}". Make them the same, or leave the heading out.',
    zh: '一级标题与前置元数据中的标题“{title}”不一致。请改成一致，或删去这个一级标题。',
  },
  repeated: {
    en: 'The title stands in the front matter; this heading repeats it. Leave it out.',
    zh: '标题已写在前置元数据中，这个一级标题是重复的。请删去。',
  },
} as const

interface Options {
  readonly title: 'repeat' | 'none' | 'any'
}
const DEFAULTS: Options = { title: 'repeat' }

type Found = Finding<typeof MESSAGES>
type Edit = Omit<TextEdit, 'path'>

export const headingLevels: Rule = defineRule({
  id: 'heading-levels',
  scope: 'case',
  severity: 'warning',
  draftSeverity: 'note',
  summary: {
    en: 'Headings go down one level at a time, and a heading of level 1 is the title.',
    zh: '标题逐级递进，一级标题就是案例标题。',
  },
  why: {
    en: 'Screen readers and tables of contents build their outline from the levels, and a section is recognised by its `##`: `##Steps` without a space is plain text, and the section is gone. A heading of level 1 at most repeats the title of the front matter, so that the two cannot drift apart; `title: none` asks for no such heading, `title: any` lets it say what it likes. `casectl lint --fix` puts the levels right together with those below them.',
    zh: '读屏软件和目录都按标题级别生成大纲，章节也靠 `##` 识别：`##操作步骤` 少了空格就只是普通文字，整个章节随之消失。一级标题最多重复前置元数据中的标题，以免两处各写各的；`title: none` 要求不写一级标题，`title: any` 不作比较。`casectl lint --fix` 会更正级别，下级标题一并调整。',
  },
  messages: MESSAGES,
  options: {
    defaults: DEFAULTS,
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        title: {
          enum: ['repeat', 'none', 'any'],
          description: 'What a heading of level 1 may say: the title again, nothing at all, or anything.',
        },
      },
    },
  },
  examples: {
    good: exampleCase({}, exampleBody('Use channel 36.', 'Use channel 36.\n\n### Why\n\nNo radar there.')),
    bad: exampleCase(
      {},
      exampleBody('Use channel 36.', 'Use channel 36.\n\n#### Why\n\nNo radar there.\n\n##More\n\nNone.'),
    ),
  },
  mayFind: ({ case: found, file, options: { title } }) =>
    lineSigns(file).tightHeading || !areRegular(found, title),
  *check(input) {
    const { text } = input.file
    const headings = topHeadings(input.case.body)
    yield* checkTitle(headings, input)
    yield* checkLevels(headings, text)
    if (lineSigns(input.file).tightHeading && WITHOUT_SPACE.test(text)) yield* checkSpaces(input)
  },
})

/** True where headings begin lines, go down one level at a time, and the first alone may be the title. */
function areRegular({ body: { headings }, title }: Case, asked: Options['title']): boolean {
  let above = 1
  for (const [i, heading] of headings.entries()) {
    const { depth, at } = heading
    // One that is indented may belong to a list or quote.
    if (at.column > 1 || depth > above + 1) return false
    if (depth === 1 && (i > 0 || asked === 'none' || heading.title !== title)) return false
    above = depth
  }
  return true
}

/** Headings of the case itself: those in lists and quotes are not part of its outline. */
function topHeadings({ blocks, headings }: Body): readonly Heading[] {
  const own: Heading[] = []
  let next = 0
  for (const { type, parent } of blocks) {
    if (type !== 'heading') continue
    const heading = headings[next++]
    if (parent === -1 && heading !== undefined) own.push(heading)
  }
  return own
}

function* checkTitle(headings: readonly Heading[], input: CaseInput<Options>): Iterable<Found> {
  const { case: found, file, options } = input
  const first = headings.find(({ depth }) => depth === 1)
  if (first === undefined) return
  const titled = found.title !== '' && !isRefused(file, '/title')
  const same = titled && (first.title === found.title || bare(first.title) === bare(found.title))
  if (options.title === 'none' && same) {
    yield { code: 'repeated', args: {}, at: first.at, fix: [removal(first, file.text)] }
  } else if (options.title === 'repeat' && titled && !same && !namesSection(first, input)) {
    yield { code: 'title', args: { title: found.title }, at: first.at }
  }
  for (const heading of headings) {
    if (heading.depth !== 1 || heading === first) continue
    const next = headings[headings.indexOf(heading) + 1]
    // What stands below it would have to go down as well, and sections be none any more; and where the first is not
    // the title, all of them may be comments of a script.
    const fix = (next !== undefined && next.depth > 1) || !same ? [] : relevel([heading], 1, file.text)
    yield {
      code: 'second',
      args: { line: first.at.line },
      at: heading.at,
      ...(fix.length === 0 ? {} : { fix }),
    }
  }
}

/** What counts when two titles are compared: no case, no spaces, no punctuation. */
function bare(title: string): string {
  return foldKey(title).replace(/[\s\p{P}]+/gu, '')
}

/** True for `# Steps`: a section of the wrong level, which another rule reports. */
function namesSection({ title }: Heading, { library }: CaseInput<Options>): boolean {
  const key = foldKey(title)
  return [...library.config.headings.values()].some(names => names.some(name => foldKey(name) === key))
}

/** Takes the heading out with its line break and the blank line behind it. */
function removal({ at }: Heading, text: string): Edit {
  const behind = /^[ \t]*(?:\r?\n){0,2}/.exec(text.slice(at.end, at.end + 200))?.[0].length ?? 0
  return { start: at.start, end: at.end + behind, text: '' }
}

function* checkLevels(headings: readonly Heading[], text: string): Iterable<Found> {
  // Without a heading of level 1 the title of the front matter is above all others.
  let above = 1
  for (let i = 0; i < headings.length; i++) {
    const { depth, at } = headings[i] as Heading
    if (depth > above + 1) {
      const end = headings.findIndex((next, j) => j > i && next.depth < depth)
      const run = headings.slice(i, end === -1 ? undefined : end)
      const fix = relevel(run, above + 1 - depth, text)
      const args = { depth, above, expected: above + 1, marks: '#'.repeat(above + 1) }
      if (i === 0) yield { code: 'first', args: { depth }, at, fix }
      else yield { code: 'skipped', args, at, fix }
    }
    above = depth
  }
}

/** The edits that move headings written with `#` up or down. */
function relevel(headings: readonly Heading[], by: number, text: string): Edit[] {
  return headings.flatMap(({ at, depth }) => {
    const marks = /^#+(?=[ \t])/.exec(text.slice(at.start, at.end))?.[0]
    return marks === undefined
      ? []
      : [{ start: at.start, end: at.start + marks.length, text: '#'.repeat(depth + by) }]
  })
}

// Not `#`, which begins tags and numbers, and no small letter: `##vso[task]` stands in logs.
const WITHOUT_SPACE = /^ {0,3}(?:#{1,6}[\u3000\u00a0]|#{2,6}[\p{Lo}\p{Lu}\p{N}])/mu
const LINE = /^( {0,3})(#{1,6})(?:([\u3000\u00a0][\u3000\u00a0 \t]*)|(?<=##)(?=[\p{Lo}\p{Lu}\p{N}])).*/gmu

function* checkSpaces({ case: { body }, file: { text } }: CaseInput<Options>): Iterable<Found> {
  const range = rangesOf(text)
  for (const { type, parent, at } of body.blocks) {
    if (type !== 'paragraph' || parent !== -1) continue
    for (const match of text.slice(at.start, at.end).matchAll(LINE)) {
      const [line, indent = '', marks = '', gap = ''] = match
      const start = at.start + match.index + indent.length
      const end = at.start + match.index + line.trimEnd().length
      const behind = start + marks.length
      const fix = [{ start: behind, end: behind + gap.length, text: ' ' }]
      yield { code: 'space', args: { marks }, at: range(start, end), fix }
    }
  }
}
