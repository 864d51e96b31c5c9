import type { Definition, PhrasingContent } from 'mdast'
import { fill, type Language } from '../lib/message.js'
import type { StyleName } from '../lib/style.js'
import { shown } from './shown.js'
import type { Inline, Span } from './wrap.js'

/** What running text needs to know of the document around it. */
export interface InlineContext {
  readonly language: Language
  /** By identifier, for reference links and images. */
  readonly definitions: ReadonlyMap<string, Definition>
  /** The number of a footnote, given out in the order of the references. */
  footnote(identifier: string): number
}

const IMAGE = { en: '[image: {alt}]', zh: '[图片：{alt}]' } as const

/** Markdown inside a block → running text. HTML is left out, except `<br>`. */
export function inlinesOf(
  nodes: readonly PhrasingContent[],
  context: InlineContext,
  styles: readonly StyleName[] = [],
): Inline[] {
  return nodes.flatMap(node => inlineOf(node, context, styles))
}

function inlineOf(node: PhrasingContent, context: InlineContext, styles: readonly StyleName[]): Inline[] {
  const within = (name: StyleName): readonly StyleName[] =>
    styles.includes(name) ? styles : [...styles, name]
  switch (node.type) {
    case 'text':
      return [span(node.value, styles)]
    case 'strong':
      return inlinesOf(node.children, context, within('bold'))
    case 'emphasis':
      return inlinesOf(node.children, context, within('underline'))
    case 'delete':
      return [span('~~', styles), ...inlinesOf(node.children, context, within('dim')), span('~~', styles)]
    case 'inlineCode':
      // The backticks stay: without colours a command must still be told from the words around it.
      return [{ ...span(`\`${node.value}\``, within('cyan')), keepSpaces: true }]
    case 'break':
      return ['break']
    case 'html':
      return /^<br\s*\/?>$/i.test(node.value) ? ['break'] : []
    case 'image':
      return [imageOf(node.alt, node.url, context, within('dim'))]
    case 'imageReference':
      return [imageOf(node.alt, context.definitions.get(node.identifier)?.url ?? '', context, within('dim'))]
    case 'link':
      return linkOf(inlinesOf(node.children, context, styles), node.url, within('dim'))
    case 'linkReference': {
      const url = context.definitions.get(node.identifier)?.url ?? ''
      return linkOf(inlinesOf(node.children, context, styles), url, within('dim'))
    }
    case 'footnoteReference':
      return [span(`[${context.footnote(node.identifier)}]`, within('dim'))]
  }
}

function span(text: string, styles: readonly StyleName[]): Span {
  return { text: shown(text), styles }
}

function imageOf(
  alt: string | null | undefined,
  url: string,
  { language }: InlineContext,
  styles: readonly StyleName[],
): Span {
  return span(fill(IMAGE, { alt: alt || url })[language], styles)
}

/** `text (target)`; the target alone where the text says the same, none for a place in this text. */
function linkOf(text: readonly Inline[], url: string, dim: readonly StyleName[]): Inline[] {
  const words = text.map(inline => (inline === 'break' ? ' ' : inline.text)).join('')
  if (words.trim() === '') return [span(url, dim)]
  const said = [url, url.replace(/^mailto:/, ''), url.replace(/^http:\/\//, '')].map(shown)
  if (url === '' || url.startsWith('#') || said.includes(words)) return [...text]
  return [...text, { text: ' ', styles: [] }, span(`(${url})`, dim)]
}
