import type { CaseFile, Problem } from '../model/case.js'
import { LineIndex } from '../model/range.js'
import { fastFrontMatter } from '../parse/fast-front-matter.js'
import { passesLimit } from '../parse/fast-limits.js'
import { FastSource } from '../parse/fast-source.js'
import { readFrontMatter } from '../parse/front-matter.js'
import { foldHeading } from '../parse/headings.js'
import { commentsIn, isOnlyComments } from '../parse/html-comments.js'
import type { PlainNode } from '../parse/plain-node.js'
import { plainTree } from '../parse/plain-tree.js'
import { writtenValues } from '../parse/written-values.js'
import { foldProse } from './fold-prose.js'

/** What of a case may change without another review: where it stands, and what `lint` shall pass over. */
const UNCOUNTED: ReadonlySet<string> = new Set(['status', 'updated', 'review_by', 'superseded_by', 'lint'])

/** Files that say something else to every reader, or nothing: they have no canonical form. */
const REFUSED: ReadonlySet<string> = new Set([
  'readable-file',
  'front-matter',
  'duplicate-key',
  'body-limits',
])

/**
 * What a case says, as one text: the same for two files of which one is the other brought into form.
 * docs/review.md defines it; its digest is what an approval is bound to, so a change here needs a
 * new version there.
 * @returns undefined for a file that cannot be read as a case
 */
export function canonicalCase(file: CaseFile): string | undefined {
  // With LF, whatever git's autocrlf and editors do to line ends.
  const written = isRefused(file) ? undefined : writtenValues(file.text)
  return written && canonicalText(written.values, written.body)
}

/** The same of a file's text, without the rest of the case. */
export function canonicalOfText(file: string): string | undefined {
  const source = new FastSource(file)
  const fast = fastFrontMatter(source.text)
  if (fast?.fields === undefined) return carefully(source)
  if (passesLimit(source.text, fast.bodyStart)) return undefined
  return canonicalText(fast.values, source.text.slice(fast.bodyStart))
}

/** By the parser of front matter, which knows its faults. */
function carefully({ file, text }: FastSource): string | undefined {
  const { problems } = readFrontMatter(file, new LineIndex(file))
  const written = problems.some(isRefusal) ? undefined : writtenValues(file)
  if (written === undefined || passesLimit(text, text.length - written.body.length)) return undefined
  return canonicalText(written.values, written.body)
}

function canonicalText(values: Readonly<Record<string, unknown>>, body: string): string {
  const fields = Object.entries(values).filter(([key]) => !UNCOUNTED.has(key))
  const counted = Object.fromEntries(
    fields.map(([key, value]) => [
      key,
      key === 'title' && typeof value === 'string' ? foldProse(value) : value,
    ]),
  )
  return JSON.stringify([sortedKeys(counted), ...canonicalBody(body)])
}

/** Whether a file has a canonical form, without working it out. */
export function hasCanonical(file: CaseFile): boolean {
  return !isRefused(file) && writtenValues(file.text) !== undefined
}

function isRefused({ case: found, problems }: CaseFile): boolean {
  return found === undefined || problems.some(isRefusal)
}

function isRefusal({ rule }: Problem): boolean {
  return REFUSED.has(rule)
}

/** Groups as lists of pairs in the order of their keys. */
function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return { pairs: entries.map(([key, item]) => [key, sortedKeys(item)]) }
}

/** What stands before the first section, the sections as a set, and the comments as a set. */
function canonicalBody(markdown: string): [string[], string[][], string[]] {
  const before: string[] = []
  const sections: string[][] = []
  const comments: string[] = []
  const nodes = plainTree(markdown)
  for (const node of nodes) {
    if (isComment(node)) {
      if (!isDirective(node)) comments.push(nodeText(node))
    } else if (node.type === 'heading' && node.attributes['depth'] === 2) sections.push([nodeText(node)])
    else (sections.at(-1) ?? before).push(nodeText(node))
  }
  return [before, isOrdered(nodes) ? sections : sorted(sections), comments.sort()]
}

function sorted(sections: readonly string[][]): string[][] {
  const keyed = sections.map(section => ({ key: section.join('\n'), section }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ section }) => section)
}

function isComment(node: PlainNode): boolean {
  return node.type === 'html' && isOnlyComments(node.value ?? '')
}

const DIRECTIVE = /^casectl-(?:disable|enable)(?:-[a-z-]{1,20})?(?:\s|$)/

/** True for a comment that only switches rules of `lint` off and on: what the field `lint` does. */
function isDirective(node: PlainNode): boolean {
  return isComment(node) && commentsIn(node.value ?? '').every(({ text }) => DIRECTIVE.test(text))
}

/**
 * True where the order of the sections says something: numbered headings, a second title among them,
 * a link or footnote that is defined twice.
 */
function isOrdered(nodes: readonly PlainNode[]): boolean {
  const first = nodes.findIndex(({ attributes }) => attributes['depth'] === 2)
  const numbered = nodes.some(node => node.attributes['depth'] === 2 && isNumbered(wordsOf(node)))
  if (numbered || nodes.some(({ attributes }, i) => i > first && attributes['depth'] === 1)) return true
  const names: string[] = []
  for (const node of nodes) addDefinitions(node, names)
  return new Set(names).size < names.length
}

function isNumbered(title: string): boolean {
  return foldHeading(title) !== foldHeading(`x${title}`).slice(1)
}

function wordsOf(node: PlainNode): string {
  return (node.value ?? '') + node.children.map(wordsOf).join('')
}

function addDefinitions(node: PlainNode, names: string[]): void {
  const own = node.type === 'definition' || node.type === 'footnoteDefinition'
  if (own) names.push(`${node.type} ${String(node.attributes['identifier'])}`)
  for (const child of node.children) addDefinitions(child, names)
}

/** As JSON, a list: type, attributes by name, then the value or the children. */
function nodeText(node: PlainNode): string {
  const { type, value } = node
  const attributes = Object.entries(node.attributes)
  const named =
    attributes.length === 0 ? '[]' : JSON.stringify(attributes.sort(([a], [b]) => (a < b ? -1 : 1)))
  if (value !== undefined) return `["${type}",${named},${JSON.stringify(value)}]`
  let text = `["${type}",${named}`
  for (const child of childrenOf(node)) text += `,${nodeText(child)}`
  return `${text}]`
}

/** Children with their prose folded; what stands in one run is one node, whatever was taken out between. */
function childrenOf({ children }: PlainNode): PlainNode[] {
  const joined: PlainNode[] = []
  for (const child of children) {
    if (isDirective(child)) continue
    const last = joined.at(-1)
    if (child.type === 'text' && last?.type === 'text') {
      joined[joined.length - 1] = { ...last, value: `${last.value ?? ''}${child.value ?? ''}` }
    } else joined.push(child)
  }
  return joined.map((node, i) =>
    node.type === 'text' ? folded(node, i === 0, i === joined.length - 1) : node,
  )
}

function folded(node: PlainNode, first: boolean, last: boolean): PlainNode {
  const prose = foldProse(node.value ?? '')
  const left = first ? prose.trimStart() : prose
  return { ...node, value: last ? left.trimEnd() : left }
}
