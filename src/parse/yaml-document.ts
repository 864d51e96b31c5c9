import { type CST, type Node, Parser, parseDocument } from 'yaml'
import type { Problem } from '../model/case.js'
import type { LineIndex } from '../model/range.js'
import { problem } from './problem.js'
import { yamlReason } from './yaml-words.js'

/** Deepest nesting that front matter or settings may have. */
const MAX_DEPTH = 32

/** Where a YAML source stands in its file, and how many values it may hold. */
export interface YamlPlace {
  readonly offset: number
  readonly lines: LineIndex
  readonly maxValues: number
}

/** The root of a document, null for one of comments only, or what is wrong with it. */
export type ParsedYaml =
  | { readonly root: Node | null; readonly problem?: undefined }
  | { readonly problem: Problem }

/**
 * The one way into `yaml`: failsafe schema, so that every scalar stays the text that was written.
 * Depth and number of values are looked at first, on the token tree that `yaml` builds without
 * recursion: its composer recurses, and a stack that runs full can end the whole process.
 */
export function parseYaml(source: string, place: YamlPlace): ParsedYaml {
  const { offset, lines } = place
  for (const token of new Parser().parse(source)) {
    const refused = token.type === 'document' ? measure(token, place) : undefined
    if (refused !== undefined) return { problem: refused }
  }
  const document = parseDocument(source, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false })
  const error = document.errors[0]
  if (error === undefined) return { root: document.contents }
  const [start, end] = error.pos.map(at => offset + Math.min(at, source.length))
  return { problem: problem('yaml', yamlReason(error), lines.range(start ?? 0, end ?? 0)) }
}

function measure(document: CST.Document, { offset, lines, maxValues }: YamlPlace): Problem | undefined {
  const stack: { token: CST.Token; depth: number }[] = []
  const push = (token: CST.Token | null | undefined, depth: number): void => {
    if (token != null) stack.push({ token, depth })
  }
  push(document.value, 1)
  let values = 0
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { token, depth } = top
    const at = lines.range(offset + token.offset, offset + token.offset)
    if (!('items' in token)) continue
    if (depth > MAX_DEPTH) return problem('tooDeep', { limit: MAX_DEPTH }, at)
    values += token.items.length
    if (values > maxValues) return problem('tooMany', { limit: maxValues }, at)
    for (const item of token.items) {
      push(item.key, depth + 1)
      push(item.value, depth + 1)
    }
  }
  return undefined
}
