import type { TextEdit } from '../model/change.js'
import type { Block } from '../model/markdown.js'
import { exampleBody, exampleCase } from './example.js'
import { lineSigns } from './line-signs.js'
import { rangesOf } from './prose-text.js'
import { type CaseInput, defineRule, type Finding, NO_OPTIONS, type Rule } from './rule.js'

const MESSAGES = {
  bullets: {
    en: 'These {count} rows begin with `{mark}` and are no list: they run together when shown. Begin them with `- `.',
    zh: '这 {count} 行以“{mark}”开头，并不是列表，显示时会连成一段。请改用 `- ` 开头。',
  },
  space: {
    en: 'These {count} rows are no list: `{mark}` has to be followed by a space.',
    zh: '这 {count} 行不会显示为列表：`{mark}` 后面必须有空格。',
  },
  indent: {
    en: 'This list is indented by {indent}, too little to belong to item {number} above it, which it breaks off. Indent it by {expected}.',
    zh: '这个列表只缩进了 {indent} 格，不属于上面的第 {number} 项，反而把编号列表打断了。请缩进 {expected} 格。',
  },
} as const

type Found = Finding<typeof MESSAGES>
type Edit = Omit<TextEdit, 'path'>
type RangeOf = ReturnType<typeof rangesOf>

export const listShape: Rule = defineRule({
  id: 'list-shape',
  scope: 'case',
  severity: 'warning',
  draftSeverity: 'note',
  summary: {
    en: 'What looks like a list in the file is shown as a list.',
    zh: '看起来像列表的内容，显示出来也是列表。',
  },
  why: {
    en: 'Rows that begin with `•` or `-` without a space look well in the editor and are one paragraph for every reader. Points below a numbered step that are indented too little end the numbered list, and what follows begins a new one. `casectl lint --fix` puts all of it right where nothing but the list changes.',
    zh: '以 `•` 开头、或 `-` 后没有空格的各行，在编辑器里整整齐齐，显示出来却是一整段。编号步骤下的要点缩进不够，会打断编号列表，后面的步骤成了另一个列表。`casectl lint --fix` 会在只影响列表本身的地方改好。',
  },
  messages: MESSAGES,
  options: NO_OPTIONS,
  examples: {
    good: exampleCase(
      {},
      exampleBody('Devices reconnect once.', '- Devices reconnect once.\n- Guests stay off.'),
    ),
    bad: exampleCase(
      {},
      exampleBody('Devices reconnect once.', '• Devices reconnect once.\n• Guests stay off.'),
    ),
  },
  mayFind({ file }) {
    const { typedBullet, sunkBullet } = lineSigns(file)
    return typedBullet || sunkBullet
  },
  *check(input) {
    const { text } = input.file
    const { typedBullet, sunkBullet } = lineSigns(input.file)
    if (typedBullet && TYPED.test(text)) yield* typedBullets(input, rangesOf(text))
    if (sunkBullet && SUNK.test(text)) yield* sunkLists(input, rangesOf(text))
  },
})

// `·` and `・` stand in names, so that one alone is none; a hyphen before a number is a minus.
const SIGNS = `[•●○◦▪■□◆◇➢►▶✓✔·・－]`
const TYPED = new RegExp(String.raw`^[ \t>]*(?:${SIGNS}|[-*+](?=[\p{Script=Han}\x60“"]))`, 'mu')
const ROW = new RegExp(
  String.raw`^([ \t>]*)(${SIGNS}(?:[ \t\u3000]*)|[-*+](?=[\p{Script=Han}\x60“"]))(?=\S)`,
  'u',
)

function* typedBullets(
  { case: { body }, file: { text } }: CaseInput<object>,
  range: RangeOf,
): Iterable<Found> {
  for (const block of body.blocks) {
    if (block.type !== 'paragraph') continue
    const rows = rowsOf(block, text)
    const [first] = rows
    if (first === undefined || rows.length < 2) continue
    const mark = first.text.trim()
    if (rows.some(row => row.text.trim() !== mark)) continue
    const fix = rows.map(({ start, end }) => ({ start, end, text: '- ' }))
    const safe = block.parent === -1 && !/\\\r?$/m.test(text.slice(block.at.start, block.at.end))
    yield {
      code: /^[-*+]$/.test(mark) ? 'space' : 'bullets',
      args: { count: rows.length, mark },
      at: range(first.start, first.start + mark.length),
      ...(safe ? { fix } : {}),
    }
  }
}

/** The marks at the beginning of the lines of a paragraph. */
function rowsOf({ at }: Block, text: string): Edit[] {
  const rows: Edit[] = []
  let start = at.start
  for (const line of text.slice(at.start, at.end).split('\n')) {
    const [, before = '', mark] = ROW.exec(line) ?? []
    if (mark !== undefined) {
      const from = start + before.length
      rows.push({ start: from, end: from + mark.length, text: mark })
    }
    start += line.length + 1
  }
  return rows
}

// Below `1. ` it takes three columns.
const SUNK = /^ {1,3}[-*+][ \t]/m

function* sunkLists({ case: { body }, file: { text } }: CaseInput<object>, range: RangeOf): Iterable<Found> {
  const lists = body.blocks.flatMap((block, index) => (block.parent === -1 ? [{ block, index }] : []))
  for (const [i, { block }] of lists.entries()) {
    const [before, after] = [lists[i - 1], lists[i + 1]]
    if (block.type !== 'list' || block.first !== undefined) continue
    if (before?.block.type !== 'list' || before.block.first === undefined) continue
    const items = body.blocks.filter(({ type, parent }) => type === 'item' && parent === before.index)
    const item = items.at(-1)
    const number = before.block.first + items.length - 1
    const marker =
      item === undefined ? undefined : /^\d{1,9}[.)] +/.exec(text.slice(item.at.start, item.at.start + 20))
    if (item === undefined || marker === undefined || marker === null) continue
    const indent = block.at.column - 1
    const expected = item.at.column - 1 + marker[0].length
    const below =
      block.at.line === before.block.at.line + linesIn(text, before.block.at.start, before.block.at.end)
    if (indent < item.at.column || !(below || after?.block.first === number + 1)) continue
    const edits = indented(text, block, expected - indent)
    const args = { indent, number, expected }
    yield {
      code: 'indent',
      args,
      at: range(block.at.start, block.at.start + 1),
      ...(edits === undefined ? {} : { fix: edits }),
    }
  }
}

function linesIn(text: string, start: number, end: number): number {
  return text.slice(start, end).split('\n').length
}

/** The edits that move every line of a block to the right; undefined where tabs indent. */
function indented(text: string, { at }: Block, by: number): Edit[] | undefined {
  const edits: Edit[] = []
  let start = text.lastIndexOf('\n', at.start - 1) + 1
  for (const line of text.slice(start, at.end).split('\n')) {
    if (line.startsWith('\t')) return undefined
    if (line.trim() !== '') edits.push({ start, end: start, text: ' '.repeat(by) })
    start += line.length + 1
  }
  return edits
}
