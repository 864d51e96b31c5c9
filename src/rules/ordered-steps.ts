import type { Case, Section } from '../model/case.js'
import type { TextEdit } from '../model/change.js'
import type { Block } from '../model/markdown.js'
import { exampleBody, exampleCase } from './example.js'
import { rangesOf } from './prose-text.js'
import { isRefused } from './refused.js'
import { type CaseInput, defineRule, type Finding, NO_OPTIONS, type Rule } from './rule.js'
import { type TypedRows, typedRows } from './typed-rows.js'

const MESSAGES = {
  noList: {
    en: 'The section "{section}" holds no numbered list. Write each step as `1. `, with what is to be seen after it.',
    zh: '“{section}”章节没有编号列表。请把每一步写成 `1. ` 开头，并写明预期结果。',
  },
  typed: {
    en: 'These {count} rows are numbered as text (`{marker}`) and are no list. Begin them with `1. `, `2. ` and so on.',
    zh: '这 {count} 行用“{marker}”手工编号，并不是列表。请改用 `1. `、`2. ` 依次开头（点后加空格）。',
  },
  numbering: {
    en: 'This item is written as {written} and shown as {shown}. Number the list in order, or write `1.` throughout.',
    zh: '这一项写的是 {written}，显示出来却是 {shown}。请按顺序编号，或一律写 `1.`。',
  },
  start: {
    en: 'This list begins with {first}, and no list before it ends with {before}.',
    zh: '这个列表从 {first} 开始，但前面没有以 {before} 结尾的列表。',
  },
} as const

type Found = Finding<typeof MESSAGES>
type Edit = Omit<TextEdit, 'path'>

export const orderedSteps: Rule = defineRule({
  id: 'ordered-steps',
  scope: 'case',
  severity: 'warning',
  draftSeverity: 'note',
  summary: {
    en: 'Steps are a numbered list, and its numbers are those that readers see.',
    zh: '操作步骤写成编号列表，写的编号与显示的编号一致。',
  },
  why: {
    en: '"I am at step 4" has to mean the same to both ends of a telephone line. Rows that begin with `1、` or `①` run together when they are shown, and of a list only the first number counts: 1, 2, 4 is shown as 1, 2, 3. The steps may also be numbered headings, a table, or a link to the case that has them. `casectl lint --fix` turns rows into a list where nothing stands between them, and writes the numbers that are shown.',
    zh: '电话两头说“我在第 4 步”，指的必须是同一步。用 `1、`、`①` 手工编号的各行显示时会连成一段；列表只认第一个编号：写 1、2、4，显示的是 1、2、3。步骤也可以用带编号的小标题或表格来写，或链接到写有步骤的案例。`casectl lint --fix` 会把相连的各行改成列表，并把编号改成实际显示的数字。',
  },
  messages: MESSAGES,
  options: NO_OPTIONS,
  examples: {
    good: exampleCase(),
    bad: exampleCase(
      {},
      exampleBody(
        '1. Open Wi-Fi, 5 GHz, and set the channel to 36.',
        '1、Open Wi-Fi, 5 GHz.\n2、Set the channel to 36.',
      ),
    ),
  },
  *check(input) {
    const { case: found, file } = input
    const rows = typedRows(found, file)
    const range = rangesOf(file.text)
    const steps = stepsOf(input)
    for (const { count, marker, start, end, fix } of rows) {
      const inSteps = steps !== undefined && contains(steps, start)
      yield {
        code: 'typed',
        args: { count, marker },
        at: range(start, end),
        ...(fix === undefined ? {} : { fix }),
        ...(inSteps ? {} : { severity: 'note' as const }),
      }
    }
    if (steps !== undefined && !hasSteps(steps, found, rows)) {
      yield { code: 'noList', args: { section: steps.title }, at: steps.at }
    }
    yield* checkNumbers(input)
  },
})

/** The section of the steps, where the kind has one and it is written. */
function stepsOf({ case: found, file, library }: CaseInput<object>): Section | undefined {
  if (isRefused(file, '/kind')) return undefined
  const asked = library.config.kinds[found.kind].sections.some(({ id }) => id === 'steps')
  return asked ? found.body.sections.find(({ id, empty }) => id === 'steps' && !empty) : undefined
}

function contains({ content }: Section, offset: number): boolean {
  return content.start <= offset && offset < content.end
}

const NUMBERED =
  /^(?:第.{1,3}步|步骤|step\b|[\d一二三四五六七八九十]+[.、)）．]|[(（][\d一二三四五六七八九十]+[)）]|[①-⑳])/i

function hasSteps(steps: Section, { body }: Case, rows: readonly TypedRows[]): boolean {
  const within = (offset: number): boolean => contains(steps, offset)
  const listed = body.blocks.some(
    ({ type, first, at }) =>
      ((type === 'list' && first !== undefined) || type === 'table') && within(at.start),
  )
  return (
    listed ||
    rows.some(({ start }) => within(start)) ||
    body.headings.some(({ title, at }) => within(at.start) && NUMBERED.test(title)) ||
    body.links.some(({ kind, to, at }) => kind === 'link' && within(at.start) && /\.md(?:#|$)/i.test(to))
  )
}

function* checkNumbers({ case: { body }, file: { text } }: CaseInput<object>): Iterable<Found> {
  const ends = new Set<number>()
  const items = new Map<number, Block[]>()
  for (let index = 0; index < body.blocks.length; index++) {
    const block = body.blocks[index]
    if (block?.type === 'item') items.get(block.parent)?.push(block)
    else if (block?.type === 'list' && block.first !== undefined) items.set(index, [])
  }
  for (const [index, own] of items) {
    const first = body.blocks[index]?.first ?? 1
    if (first > 1 && !ends.has(first - 1)) yield beginsLate(first, own[0], text)
    ends.add(first + own.length - 1)
    const finding = misnumbered(first, own, text)
    if (finding !== undefined) yield finding
  }
}

function beginsLate(first: number, item: Block | undefined, text: string): Found {
  const at = item === undefined ? undefined : digitsAt(item, text)
  return { code: 'start', args: { first, before: first - 1 }, at, severity: 'note' }
}

function misnumbered(first: number, items: readonly Block[], text: string): Found | undefined {
  const written = items.map(item => numberAt(item.at.start, text))
  const wrong = written.findIndex((number, i) => number !== first + i)
  if (wrong === -1 || written.every(number => number === first)) return undefined
  const item = items[wrong]
  if (item === undefined) return undefined
  const args = { written: written[wrong] ?? 0, shown: first + wrong }
  const fix = items.map((each, i) => renumbered(each, first + i, text))
  const safe = fix.every(edit => edit !== undefined)
  return {
    code: 'numbering',
    args,
    at: digitsAt(item, text),
    ...(safe ? { fix: fix.filter(isChange(text)) } : {}),
  }
}

/** The edit of an item's number; undefined where its further lines would have to move with it. */
function renumbered(item: Block, number: number, text: string): Edit | undefined {
  const old = digits(item, text)
  const several = text.slice(item.at.start, item.at.end).includes('\n')
  if (several && old.length !== String(number).length) return undefined
  return { start: item.at.start, end: item.at.start + old.length, text: String(number) }
}

function isChange(text: string): (edit: Edit | undefined) => edit is Edit {
  return (edit): edit is Edit => edit !== undefined && text.slice(edit.start, edit.end) !== edit.text
}

/** The number of nine digits at most that stands at an offset; 0 where none does. */
function numberAt(start: number, text: string): number {
  let number = 0
  for (let at = start; at < start + 9; at++) {
    const digit = text.charCodeAt(at) - 0x30
    if (!(digit >= 0 && digit <= 9)) break
    number = number * 10 + digit
  }
  return number
}

function digits({ at }: Block, text: string): string {
  return /^\d{1,9}/.exec(text.slice(at.start, at.start + 9))?.[0] ?? ''
}

function digitsAt(item: Block, text: string): Block['at'] {
  return { ...item.at, end: item.at.start + digits(item, text).length }
}
