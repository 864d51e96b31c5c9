import type { Nodes } from 'mdast'
import { expect, test } from 'vitest'
import { parseMarkdown } from '../../src/parse/body.js'

test('a box below an empty item of a list is text of a paragraph', () => {
  const { children } = parseMarkdown('1. a\n2.\n[ ]  b\n')
  expect(children.map(({ type }) => type)).toEqual(['list', 'paragraph'])
})

test.each(['\ufeff', '\ufeff\ufeff'])(
  'places count a byte order mark that the text begins with (%j)',
  mark => {
    const text = `${mark}ABC 的\n\n# 标题 https://a.b\n\n- [x](y)\n`
    const slices: string[] = []
    const visit = (node: Nodes): void => {
      if (node.type === 'link') slices.push(sliceOf(text, node))
      if ('children' in node) node.children.forEach(visit)
    }
    visit(parseMarkdown(text))
    expect(slices).toEqual(['https://a.b', '[x](y)'])
  },
)

function sliceOf(text: string, { position }: Nodes): string {
  return text.slice(position?.start.offset, position?.end.offset)
}
