import type { Case, Section } from '../model/case.js'
import type { Block } from '../model/markdown.js'
import { foldHeading } from '../parse/headings.js'
import { isOnlyComments } from '../parse/html-comments.js'
import { arrange, isRising, type Piece } from './arrange.js'
import type { LeftCode, Step, Subject } from './step.js'
import { lineBreakOf } from './text-lines.js'

/**
 * Puts the sections into the order of their kind: whole sections move, with the comments directly
 * above their headings. A section that the kind does not list stays behind the one that it follows.
 * Where anything could read differently elsewhere, nothing moves.
 */
export const sectionOrder: Step = subject => {
  const { file, case: found, config } = subject
  if (file.problems.some(({ pointer }) => pointer === '/kind')) return []
  const order = config.kinds[found.kind].sections.map(({ id }) => id)
  const placed = found.body.sections.filter(({ id }) => id !== undefined && order.includes(id))
  const ranks = placed.map(({ id = '' }) => order.indexOf(id))
  if (isRising(ranks)) return []
  const obstacle = obstacleIn(subject, placed)
  if (obstacle !== undefined) return obstacle
  const starts = placed.map(({ at }) => startOf(file.text, found.body.blocks, at.start))
  const lineBreak = lineBreakOf(file.text)
  const pieces = starts.map(
    (start, i): Piece => ({
      rank: ranks[i] ?? 0,
      start,
      end: trimBreaks(file.text, start, starts[i + 1] ?? file.text.length),
    }),
  )
  return [arrange(file.text, pieces, lineBreak + lineBreak)]
}

/** What makes it unsafe to move sections. */
function obstacleIn(
  { file: { text }, case: found }: Subject,
  placed: readonly Section[],
): LeftCode | undefined {
  const { blocks, comments, sections } = found.body
  const first = placed[0]?.at.start ?? 0
  const top = blocks.filter(({ parent }) => parent === -1)
  if (top.some(({ depth, at }) => depth === 1 && at.start > first)) return 'sectionTitle'
  if (new Set(placed.map(({ id }) => id)).size < placed.length) return 'sectionTwice'
  if (sections.some(({ title }) => isNumbered(title))) return 'sectionNumber'
  if (blocks.some(block => block.type === 'html' && !isComment(text, block))) return 'sectionHtml'
  if (comments.some(comment => /^casectl-(?:disable|enable)(?![\w-])/.test(comment.text))) {
    return 'sectionDisable'
  }
  if (top.at(-1)?.fence?.closed === false) return 'sectionFence'
  return hasTwins(text, found) ? 'sectionDefinition' : undefined
}

function isNumbered(title: string): boolean {
  // A number counts only where a heading begins with it.
  return foldHeading(title) !== foldHeading(`x${title}`).slice(1)
}

function isComment(text: string, { at }: Block): boolean {
  return isOnlyComments(text.slice(at.start, at.end))
}

/** True when two links or footnotes are defined under one name: the first then counts. */
function hasTwins(text: string, { frontMatter }: Case): boolean {
  const names = new Set<string>()
  for (const match of text.slice(frontMatter.end).matchAll(/^[ \t>]*\[([^\]\n]{1,999})\]:/gm)) {
    const name = (match[1] ?? '').trim().replace(/\s+/g, ' ').toUpperCase()
    if (names.has(name)) return true
    names.add(name)
  }
  return false
}

/** Where a heading begins with the comments that go with it. */
function startOf(text: string, blocks: readonly Block[], heading: number): number {
  let start = heading
  for (let i = blocks.findIndex(({ at }) => at.start === heading) - 1; i >= 0; i--) {
    const block = blocks[i]
    if (block?.type !== 'html' || block.parent !== -1 || !isComment(text, block)) break
    const between = text.slice(block.at.end, start)
    const comment = text.slice(block.at.start, block.at.end)
    if (between.split('\n').length > 2 && !comment.includes('casectl-disable-next-line')) break
    start = block.at.start
  }
  return text.lastIndexOf('\n', start - 1) + 1
}

function trimBreaks(text: string, start: number, end: number): number {
  let at = end
  while (at > start && ' \t\r\n'.includes(text.charAt(at - 1))) at--
  return at
}
