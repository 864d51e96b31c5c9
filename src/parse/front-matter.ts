import matter from 'gray-matter'
import { type Document, LineCounter, parseDocument } from 'yaml'
import type { FieldPlace, Pointer, Problem } from '../model/case.js'
import type { LineIndex, Range } from '../model/range.js'
import { problem } from './problem.js'
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
  let document: Document.Parsed | undefined
  const counter = new LineCounter()
  matter(text.slice(bom), {
    language: 'yaml',
    engines: {
      yaml: source => {
        document = parseDocument(source, {
          schema: 'failsafe',
          uniqueKeys: false,
          prettyErrors: false,
          lineCounter: counter,
        })
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
  if (document === undefined) return { problems: [problem('noFields', {}, block)] }
  return readDocument(document, { offset: split.start, lines, block, bodyStart: split.end })
}

interface Place {
  readonly offset: number
  readonly lines: LineIndex
  readonly block: Range
  readonly bodyStart: number
}

function readDocument(document: Document.Parsed, place: Place): FrontMatterResult {
  const { offset, lines, block, bodyStart } = place
  // gray-matter hands its engine the text after `---`, whose first character is the line break.
  const error = document.errors[0]
  if (error !== undefined) {
    const start = offset + Math.min(error.pos[0], Math.max(0, bodyStart - offset - 1))
    return {
      problems: [problem('yaml', { reason: error.message }, lines.range(start, offset + error.pos[1]))],
    }
  }
  if (document.contents === null) return { problems: [problem('noFields', {}, block)] }
  const read = readYaml(document.contents, offset, lines)
  if (read.fatal !== undefined) return { problems: [read.fatal] }
  const frontMatter = { values: read.values, fields: read.fields, block, bodyStart, problems: read.problems }
  return { frontMatter, problems: read.problems }
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
  for (let at: number | undefined = first.next; at !== undefined; ) {
    const line = lineAt(text, at)
    if (line.text.startsWith('---')) {
      if (!/^---[ \t]*$/.test(line.text)) return problem('dashes', {}, lines.range(at, line.end))
      // Offset 3 characters behind the start: where gray-matter's slice for the engine begins.
      return { start: bom + 3, end: line.next ?? text.length }
    }
    at = line.next
  }
  return problem('unclosed', {}, firstRange)
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
