import type {
  Definition,
  Heading as HeadingNode,
  Image,
  Link as LinkNode,
  Nodes,
  Root,
  RootContent,
} from 'mdast'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { AUDIENCES, type Audience, type Body, type Heading, type Link, type Section } from '../model/case.js'
import type { LineIndex, Range } from '../model/range.js'
import { plainText } from './plain-text.js'

/** Where a body stands in its file, and which headings name which section. */
export interface BodyContext {
  readonly text: string
  readonly bodyStart: number
  readonly lines: LineIndex
  /** Folded heading → section id. */
  readonly sectionOf: ReadonlyMap<string, string>
  /** Section id → the audience that the case's kind sets by default. */
  readonly audienceOf: ReadonlyMap<string, Audience>
}

export const EMPTY_BODY: Body = { headings: [], sections: [], links: [], comments: [], text: '' }

const processor = remark().use(remarkGfm).freeze()

/** Parses Markdown (CommonMark with GitHub's extensions) to its syntax tree. */
export function parseMarkdown(markdown: string): Root {
  return processor.parse(markdown)
}

/** Parses the body of a case into sections, headings, links and comments, each with its place. */
export function parseBody(context: BodyContext): Body {
  const root = parseMarkdown(context.text.slice(context.bodyStart))
  const rangeOf = (node: Nodes): Range => {
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? start
    return context.lines.range(context.bodyStart + start, context.bodyStart + end)
  }
  const collected = collect(root, context, rangeOf)
  return { ...collected, sections: sectionsOf(root, context, rangeOf), text: plainText(root.children) }
}

type RangeOf = (node: Nodes) => Range

function collect(root: Root, context: BodyContext, rangeOf: RangeOf): Omit<Body, 'sections' | 'text'> {
  const headings: Heading[] = []
  const links: Link[] = []
  const comments: { text: string; at: Range }[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'heading') {
      headings.push({ depth: node.depth, title: headingOf(node).title, at: rangeOf(node) })
    } else if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      links.push(linkOf(node, context, rangeOf(node)))
    } else if (node.type === 'html') {
      for (const comment of commentsIn(node.value, rangeOf(node), context.lines)) comments.push(comment)
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(root)
  return { headings, links, comments }
}

function linkOf(node: LinkNode | Image | Definition, context: BodyContext, at: Range): Link {
  const source = context.text.slice(at.start, at.end)
  // The target stands behind the text: its last occurrence inside the link's source.
  const index = source.lastIndexOf(node.url)
  const target =
    index === -1 || node.url === ''
      ? {}
      : { target: context.lines.range(at.start + index, at.start + index + node.url.length) }
  const alt = node.type === 'image' ? { alt: node.alt ?? '' } : {}
  return { kind: node.type, to: node.url, at, ...alt, ...target }
}

function* commentsIn(html: string, at: Range, lines: LineIndex): Iterable<{ text: string; at: Range }> {
  for (const match of html.matchAll(/<!--([\s\S]*?)-->/g)) {
    const start = at.start + match.index
    yield { text: (match[1] ?? '').trim(), at: lines.range(start, start + match[0].length) }
  }
}

function sectionsOf(root: Root, context: BodyContext, rangeOf: RangeOf): Section[] {
  const sections: Section[] = []
  const end = context.text.length
  // Backwards, so that each section knows where the next one starts.
  let stop = end
  let until = root.children.length
  for (let i = root.children.length - 1; i >= 0; i--) {
    const node = root.children[i]
    if (node?.type !== 'heading' || node.depth > 2) continue
    const at = rangeOf(node)
    if (node.depth === 2) {
      sections.unshift(sectionOf(node, root.children.slice(i + 1, until), context, at, stop))
    }
    stop = at.start
    until = i
  }
  return sections
}

function sectionOf(
  heading: HeadingNode,
  children: readonly RootContent[],
  context: BodyContext,
  at: Range,
  stop: number,
): Section {
  const { title, audience: written } = headingOf(heading)
  const id = context.sectionOf.get(foldHeading(title))
  const audience = written ?? (id === undefined ? undefined : context.audienceOf.get(id))
  return {
    ...(id === undefined ? {} : { id }),
    title,
    at,
    content: context.lines.range(at.end, stop),
    text: plainText(children),
    ...(audience === undefined ? {} : { audience }),
    empty: children.every(child => child.type === 'html' && /^(?:\s*<!--[\s\S]*?-->\s*)+$/.test(child.value)),
  }
}

/** Splits `诊断过程 {audience=internal}` into its title and audience. */
function headingOf(heading: HeadingNode): { title: string; audience?: Audience } {
  const text = plainText(heading.children)
  const match = /^(.*?)\s*\{audience=([a-z]+)\}$/.exec(text)
  const audience = AUDIENCES.find(name => name === match?.[2])
  if (match === null || audience === undefined) return { title: text }
  return { title: match[1] ?? '', audience }
}

/** The key on which headings count as equal: NFKC, lower case, without numbering and final colon. */
export function foldHeading(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^(?:\d+(?:\.\d+)*[.、)\s]+|[一二三四五六七八九十]+[、.]\s*)/, '')
    .replace(/\s*:$/, '')
    .trim()
}
