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
import type { Processor } from 'unified'
import type { Audience, Body, Heading, Link, Section } from '../model/case.js'
import type { LineIndex, Range } from '../model/range.js'
import { foldHeading, type HeadingTitle, splitTitle } from './headings.js'
import { commentsIn, isOnlyComments } from './html-comments.js'
import { targetOffset } from './link-place.js'
import { countMark, MARK } from './marked-places.js'
import { outlineOf } from './outline.js'
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

const processor: Processor<Root, undefined, undefined, Root, string> = remark().use(remarkGfm).freeze()

/** Parses Markdown (CommonMark with GitHub's extensions) to its syntax tree. */
export function parseMarkdown(markdown: string): Root {
  const root = processor.parse(markdown)
  if (markdown.startsWith(MARK)) countMark(root)
  return root
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
  const { blocks, prose } = outlineOf(root, context.text, rangeOf)
  const sections = sectionsOf(root, context, rangeOf)
  return { ...collected, sections, text: plainText(root.children), blocks, prose }
}

type RangeOf = (node: Nodes) => Range

function collect(
  root: Root,
  context: BodyContext,
  rangeOf: RangeOf,
): Pick<Body, 'headings' | 'links' | 'comments'> {
  const headings: Heading[] = []
  const links: Link[] = []
  const comments: { text: string; at: Range }[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'heading') {
      headings.push({ depth: node.depth, title: headingOf(node).title, at: rangeOf(node) })
    } else if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      links.push(linkOf(node, context, rangeOf(node)))
    } else if (node.type === 'html') {
      // Not `node.value`: inside a list or quote it lacks what stands before each line.
      const { start, end } = rangeOf(node)
      for (const { text, from, to } of commentsIn(context.text.slice(start, end))) {
        comments.push({ text, at: context.lines.range(start + from, start + to) })
      }
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(root)
  return { headings, links, comments }
}

function linkOf(node: LinkNode | Image | Definition, context: BodyContext, at: Range): Link {
  const textEnd = 'children' in node ? node.children.at(-1)?.position?.end.offset : undefined
  const labelEnd = textEnd === undefined ? 0 : context.bodyStart + textEnd - at.start
  const index = targetOffset(context.text.slice(at.start, at.end), node.url, labelEnd)
  const target =
    index === undefined
      ? {}
      : { target: context.lines.range(at.start + index, at.start + index + node.url.length) }
  const alt = node.type === 'image' ? { alt: node.alt ?? '' } : {}
  return { kind: node.type, to: node.url, at, ...alt, ...target }
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
      sections.push(sectionOf(node, root.children.slice(i + 1, until), context, at, stop))
    }
    stop = at.start
    until = i
  }
  return sections.reverse()
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
    empty: children.every(child => child.type === 'html' && isOnlyComments(child.value)),
  }
}

function headingOf(heading: HeadingNode): HeadingTitle {
  return splitTitle(plainText(heading.children))
}
