import type { Problem } from '../model/case.js'
import type { LineIndex } from '../model/range.js'
import { problem } from './problem.js'

// Measured with remark 15: above these a small file takes seconds (16 KB of `- ` 3 s and more,
// 24 KB of `_a__ ` in one paragraph 1.5 s, 400 nested list levels 2.4 s).
const MAX_LINE = 8192
const MAX_MARKERS = 20
const MAX_INDENT = 200
const MAX_EMPHASIS = 2000

/**
 * What makes a body too costly for the Markdown parser, found by one scan over its lines. A body
 * with such a problem is not parsed at all.
 */
export function checkBodyLimits(text: string, bodyStart: number, lines: LineIndex): Problem[] {
  const problems: Problem[] = []
  let paragraph = { start: bodyStart, emphasis: 0 }
  for (let at = bodyStart; at < text.length; ) {
    const feed = text.indexOf('\n', at)
    const end = feed === -1 ? text.length : feed
    const line = text.slice(at, end)
    const found = checkLine(line)
    if (found !== undefined) problems.push({ ...found, at: lines.range(at, end) })
    if (line.trim() === '') {
      paragraph = { start: end + 1, emphasis: 0 }
    } else {
      const before = paragraph.emphasis
      paragraph.emphasis += countEmphasis(line)
      if (before <= MAX_EMPHASIS && paragraph.emphasis > MAX_EMPHASIS) {
        const args = { count: paragraph.emphasis, limit: MAX_EMPHASIS }
        problems.push(problem('emphasis', args, lines.range(paragraph.start, end)))
      }
    }
    at = end + 1
  }
  return problems
}

function checkLine(line: string): Problem | undefined {
  if (line.length > MAX_LINE) return problem('longLine', { length: line.length, limit: MAX_LINE })
  const prefix = /^(?:[ \t]*(?:[-+*>]|\d{1,9}[.)]))+(?=[ \t]|$)/.exec(line)?.[0] ?? ''
  const markers = prefix.match(/[-+*>]|\d+[.)]/g)?.length ?? 0
  if (markers > MAX_MARKERS && !isThematicBreak(line)) {
    return problem('markers', { count: markers, limit: MAX_MARKERS })
  }
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0
  return indent > MAX_INDENT ? problem('indent', { count: indent, limit: MAX_INDENT }) : undefined
}

// `- - - - -` as a whole line is a rule, not nested lists; remark reads it in linear time.
function isThematicBreak(line: string): boolean {
  return /^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/.test(line)
}

function countEmphasis(line: string): number {
  let count = 0
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i)
    // * [ ] _ ~
    if (code === 42 || code === 91 || code === 93 || code === 95 || code === 126) count++
  }
  return count
}
