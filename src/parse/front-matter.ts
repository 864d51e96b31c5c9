import matter from 'gray-matter'
import type { FieldPlace, Pointer, Problem } from '../model/case.js'
import type { LineIndex, Range } from '../model/range.js'
import { problem } from './problem.js'
import { type ParsedYaml, parseYaml } from './yaml-document.js'
import { readYaml } from './yaml-value.js'

/** Front matter that was read: plain values, and the place of each. */
export interface FrontMatter {
  readonly values: Readonly<Record<string, unknown>>
  readonly fields: ReadonlyMap<Pointer, FieldPlace>
  /** The block including both `---` lines. */
  readonly block: Range
  /** Offset of the first character of the body. */
  readonly bodyStart: number
  readonly problems: readonly Problem[]
}

export type FrontMatterResult =
  | { readonly frontMatter: FrontMatter; readonly problems: readonly Problem[] }
  | { readonly frontMatter?: undefined; readonly problems: readonly Problem[] }

const BOM = '\uFEFF'

// gray-matter looks for comments in quadratic time (250,000 empty lines take it minutes, 60,000 lone
// CRs six seconds), and checks of lists compare each entry with each other. A rich case has 100 lines
// of front matter.
const MAX_LINES = 2000
const MAX_LENGTH = 64 * 1024
const MAX_VALUES = 2000

// gray-matter executes `---js` unless every engine but ours is replaced (its `eval: false` does
// not help), and caches broken input unless options are given: so both are always given. Our
// guard has already refused such headers; this is the second lock on the same door.
const refuse = {
  parse: (): object => {
    throw new Error('only YAML front matter is read')
  },
}

/**
 * Splits and parses the front matter of a case. gray-matter splits; its YAML engine is
 * `parseDocument` in the failsafe schema, so that every scalar stays the text that was written
 * (dates, `007`, `1.10`, long numbers); one parse a file. Never throws.
 */
export function readFrontMatter(text: string, lines: LineIndex): FrontMatterResult {
  const bom = text.startsWith(BOM) ? 1 : 0
  const split = guard(text, bom, lines)
  if ('rule' in split) return { problems: [split] }
  let parsed: ParsedYaml | undefined
  matter(text.slice(bom), {
    language: 'yaml',
    engines: {
      yaml: source => {
        // What it is handed begins with the line break behind `---` and ends before the one above
        // the closing line, of which it leaves a CR.
        parsed = parseYaml(source.replace(/\r$/, ''), { offset: split.start, lines, maxValues: MAX_VALUES })
        return {}
      },
      javascript: refuse,
      js: refuse,
      json: refuse,
      coffee: refuse,
      coffeescript: refuse,
      cson: refuse,
      toml: refuse,
    },
  })
  const block = lines.range(bom, split.end)
  if (parsed?.problem !== undefined) return { problems: [parsed.problem] }
  if (parsed === undefined || parsed.root === null) return { problems: [problem('noFields', {}, block)] }
  const read = readYaml(parsed.root, split.start, lines)
  if (read.fatal !== undefined) return { problems: [read.fatal] }
  const { values, fields, problems } = read
  return { frontMatter: { values, fields, block, bodyStart: split.end, problems }, problems }
}

/** Finds the block, refusing whatever gray-matter would read otherwise than it stands there. */
function guard(text: string, bom: number, lines: LineIndex): { start: number; end: number } | Problem {
  if (text.length === bom) return problem('empty', {}, lines.range(0, 0))
  const first = lineAt(text, bom)
  const firstRange = lines.range(bom, first.end)
  if (first.text.startsWith(BOM)) return problem('extraBom', {}, firstRange)
  if (!first.text.startsWith('---') || first.text.startsWith('----'))
    return problem('missing', {}, firstRange)
  if (!/^---[ \t]*$/.test(first.text)) {
    return problem('engine', { name: first.text.slice(0, 40) }, firstRange)
  }
  if (first.next === undefined) return problem('unclosed', {}, firstRange)
  let count = 0
  for (let at: number | undefined = first.next; at !== undefined; ) {
    const line = lineAt(text, at)
    count++
    if (line.text.startsWith('---')) {
      if (!/^---[ \t]*$/.test(line.text)) return problem('dashes', {}, lines.range(at, line.end))
      if (at - bom > MAX_LENGTH) return tooLong(count, at - bom, firstRange)
      const more = linesWithin(text.slice(bom, at))
      if (count + more > MAX_LINES) return tooLong(count + more, at - bom, firstRange)
      // Offset 3 characters behind the start: where gray-matter's slice for the engine begins.
      return { start: bom + 3, end: line.next ?? text.length }
    }
    at = line.next
  }
  return problem('unclosed', {}, firstRange)
}

/** Lines that begin within lines: behind characters that regular expressions take for line breaks too. */
function linesWithin(block: string): number {
  return block.match(/\r(?!\n)|[\u2028\u2029]/g)?.length ?? 0
}

function tooLong(count: number, length: number, at: Range): Problem {
  const args = { lines: count, length, maxLines: MAX_LINES, maxLength: MAX_LENGTH }
  return problem('tooLong', args, at)
}

function lineAt(text: string, at: number): { text: string; end: number; next: number | undefined } {
  const feed = text.indexOf('\n', at)
  const end = feed === -1 ? text.length : feed
  const line = text.slice(at, end)
  return {
    text: line.endsWith('\r') ? line.slice(0, -1) : line,
    end: line.endsWith('\r') ? end - 1 : end,
    next: feed === -1 ? undefined : feed + 1,
  }
}
