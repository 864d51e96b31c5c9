import type { Element, Root } from 'hast'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'

/** HTML as Markdown, and how many links and pictures it had that Markdown must not have. */
export interface FromHtml {
  readonly text: string
  readonly lostLinks: number
}

/** Most tags of a text: above it the tree would cost seconds. */
const MOST_TAGS = 20_000
const MAX_LENGTH = 512 * 1024

const processor = unified()
  .use(rehypeParse, { fragment: true })
  .use(rehypeRemark, { document: true })
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', rule: '-', fences: true, emphasis: '*', listItemIndent: 'one' })
  .freeze()

/**
 * Cleans HTML into Markdown: scripts, styles, comments and attributes are dropped, tables and lists
 * stay, links keep their targets where those are addresses of the web, of mail or relative ones.
 * Undefined for what is too large or too deeply nested.
 */
export function fromHtml(html: string): FromHtml | undefined {
  if (html.length > MAX_LENGTH || (html.match(/</g)?.length ?? 0) > MOST_TAGS) return undefined
  try {
    const tree = processor.parse(html)
    const lostLinks = dropUnsafe(tree)
    const markdown = processor.stringify(processor.runSync(tree))
    return { text: markdown.trimEnd(), lostLinks }
  } catch (error) {
    // Nested deeper than the stack reaches.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Takes away targets that Markdown must not have: a link leaves its words, a picture nothing. */
function dropUnsafe(root: Root): number {
  const left: (Root | Element)[] = [root]
  let lost = 0
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      left.push(child)
      const target = child.properties[child.tagName === 'img' ? 'src' : 'href']
      if (target === undefined || target === null || isPlainTarget(String(target))) continue
      lost++
      child.properties = {}
      child.tagName = child.tagName === 'img' ? 'template' : 'span'
    }
  }
  return lost
}

function isPlainTarget(target: string): boolean {
  // Browsers pass over white space and control characters in a scheme.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(target.replace(/[\x00-\x20]/g, ''))?.[1]?.toLowerCase()
  return scheme === undefined || ['http', 'https', 'mailto', 'tel', 'picture'].includes(scheme)
}
