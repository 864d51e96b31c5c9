import { LineIndex } from '../model/range.js'
import { fastFrontMatter } from './fast-front-matter.js'
import { FastSource } from './fast-source.js'
import { readFrontMatter } from './front-matter.js'

/**
 * The values of a case's front matter as they are written, every scalar as text, with the text of
 * the body behind it; undefined where the front matter cannot be read. Line ends are LF in the body.
 */
export function writtenValues(
  file: string,
): { readonly values: Readonly<Record<string, unknown>>; readonly body: string } | undefined {
  const { text } = new FastSource(file)
  const fast = fastFrontMatter(text)
  if (fast !== undefined) return { values: fast.values, body: text.slice(fast.bodyStart) }
  const { frontMatter } = readFrontMatter(text, new LineIndex(text))
  if (frontMatter === undefined) return undefined
  return { values: frontMatter.values, body: text.slice(frontMatter.bodyStart) }
}
