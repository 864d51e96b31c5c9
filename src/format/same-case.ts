import type { CaseFile } from '../model/case.js'
import { LineIndex } from '../model/range.js'
import { readFrontMatter } from '../parse/front-matter.js'
import { isOnlyComments } from '../parse/html-comments.js'
import { type TopNode, topNodes } from '../parse/markdown-nodes.js'

/**
 * True when two texts are the same case: every value of the front matter as it is written, whatever
 * the order of its fields, every block of the body in its order, and the same problems.
 */
export function isSameCase(a: CaseFile, b: CaseFile): boolean {
  return frontOf(a) === frontOf(b) && nodesOf(a).join('\n') === nodesOf(b).join('\n')
}

/** True when two texts are the same case but for the order of whole sections. */
export function isSameButOrder(a: CaseFile, b: CaseFile): boolean {
  return frontOf(a) === frontOf(b) && sectionsOf(a) === sectionsOf(b)
}

/**
 * True when two texts are the same case but for punctuation, the width of characters and white
 * space: the same letters and digits in the same blocks, with the same links and code.
 */
export function isSameButPunctuation(a: CaseFile, b: CaseFile): boolean {
  return wordsOf(a) === wordsOf(b)
}

function wordsOf(file: CaseFile): string {
  const body = file.case?.body
  return JSON.stringify([
    problemsOf(file),
    file.text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, ''),
    body?.links.map(({ kind, to }) => [kind, to]),
    body?.sections.map(({ id, audience, empty }) => [id, audience, empty]),
    body?.blocks.map(({ type, parent, depth, first, rows }) => [type, parent, depth, first, rows]),
    bodyOf(file).map(({ verbatim }) => verbatim),
  ])
}

function frontOf(file: CaseFile): string {
  const values = readFrontMatter(file.text, new LineIndex(file.text)).frontMatter?.values ?? {}
  const sorted = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([problemsOf(file), sorted])
}

function problemsOf(file: CaseFile): string[] {
  return file.problems.map(({ rule, code, pointer }) => `${rule}/${code} ${pointer}`).sort()
}

function nodesOf(file: CaseFile): string[] {
  return bodyOf(file).map(({ content }) => content)
}

// What a step left is what the next one begins with.
const bodies = new WeakMap<CaseFile, readonly TopNode[]>()

function bodyOf(file: CaseFile): readonly TopNode[] {
  const { case: found, text } = file
  const known = bodies.get(file)
  if (found === undefined || known !== undefined) return known ?? []
  const nodes = topNodes(text.slice(found.frontMatter.end))
  bodies.set(file, nodes)
  return nodes
}

/** Sections as a set. A comment may go with the heading below it: comments are a set of their own. */
function sectionsOf(file: CaseFile): string {
  const comments: string[] = []
  const before: string[] = []
  const sections: string[][] = []
  for (const { depth, html, content } of bodyOf(file)) {
    if (html !== undefined && isOnlyComments(html)) comments.push(content)
    else if (depth === 2) sections.push([content])
    else (sections.at(-1) ?? before).push(content)
  }
  return JSON.stringify([before, sections.map(section => section.join('\n')).sort(), comments.sort()])
}
