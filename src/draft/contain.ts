import { LineIndex } from '../model/range.js'
import { parseMarkdown } from '../parse/body.js'
import { checkBodyLimits } from '../parse/body-limits.js'
import { passesLimit } from '../parse/fast-limits.js'

/** Most rounds of repair: each round settles one unclosed block or all headings of a reading. */
const ROUNDS = 8
const PROBE = '\n\n## end'

type Root = ReturnType<typeof parseMarkdown>

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Makes pasted Markdown safe to stand inside a section: headings of level 1 and 2 become level 3,
 * lines of dashes or equals signs lose their meaning, what is left open (a code fence, an HTML
 * comment) cannot swallow the sections after it. Every other character stays as it was typed.
 */
export function contain(pasted: string): string {
  const text = tidy(pasted)
  const calm = containCalm(text)
  if (calm !== undefined) return calm
  // What is too costly to parse is kept as code, unread.
  if (checkBodyLimits(text, 0, new LineIndex(text)).length > 0) return fenced(text)
  let current = text
  for (let round = 0; round < ROUNDS; round++) {
    const edits = repairs(current)
    if (edits.length === 0) return current
    current = apply(current, edits)
  }
  return fenced(text)
}

// What only the parser can judge: fences, HTML, lines that underline or rule, headings that are moved in.
const UNCALM = /^[ \t]*(?:`{3}|~{3}|<|--)|^[ \t]*[-=]+[ \t]*$|^[ \t]+#/m

/** The same for a text whose lines say all, without parsing it; undefined for any other. */
function containCalm(text: string): string | undefined {
  if (UNCALM.test(text) || passesLimit(text, 0)) return undefined
  return text.replace(/^#{1,2}(?=[ \t]|$)/gm, '###')
}

function tidy(pasted: string): string {
  return pasted
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\uFFFD')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
}

function repairs(text: string): Edit[] {
  const root = parseMarkdown(text + PROBE)
  const open = closeLast(root, text)
  return open === undefined ? headings(root, text) : [open]
}

/** When the probe behind the text is not read as a heading, the last block has swallowed it. */
function closeLast(root: Root, text: string): Edit | undefined {
  const last = root.children.at(-1)
  const start = last?.position?.start.offset ?? 0
  if (last === undefined || last.type === 'heading') return undefined
  const fence = /^(?:`{3,}|~{3,})/.exec(text.slice(start))?.[0]
  if (last.type === 'code' && fence !== undefined) {
    return { start: text.length, end: text.length, text: `\n${fence}` }
  }
  return { start, end: start, text: '\\' }
}

function headings(root: Root, text: string): Edit[] {
  const edits: Edit[] = []
  for (const node of root.children) {
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? start
    if (start >= text.length) break
    const source = text.slice(start, end)
    const lastLine = start + source.lastIndexOf('\n') + 1
    const underline = lastLine + (/^[ \t]*/.exec(text.slice(lastLine, end))?.[0].length ?? 0)
    if (node.type === 'heading' && node.depth <= 2) {
      const marks = /^#{1,2}/.exec(source)?.[0].length
      edits.push(
        marks === undefined
          ? { start: underline, end: underline, text: '\\' }
          : { start, end: start + marks, text: '###' },
      )
    } else if (node.type === 'thematicBreak' && source.startsWith('--')) {
      edits.push({ start, end: start, text: '\\' })
    }
  }
  return edits
}

function apply(text: string, edits: readonly Edit[]): string {
  return edits.reduceRight((out, edit) => out.slice(0, edit.start) + edit.text + out.slice(edit.end), text)
}

/** The text as a code block whose fence is longer than any in it. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(run => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${text}\n${fence}`
}
