import { expect, test } from 'vitest'
import { parseMarkdown } from '../../src/parse/body.js'

test('a box below an empty item of a list is text of a paragraph', () => {
  const { children } = parseMarkdown('1. a\n2.\n[ ]  b\n')
  expect(children.map(({ type }) => type)).toEqual(['list', 'paragraph'])
})
