import { expect, test } from 'vitest'
import { headingSlugs } from '../../src/lib/heading-slug.js'

test.each([
  [
    ['Steps', 'Steps', 'Steps'],
    ['steps', 'steps-1', 'steps-2'],
  ],
  [
    ['Steps', 'Steps-1', 'Steps'],
    ['steps', 'steps-1', 'steps-2'],
  ],
  [
    ['解决方案', '1. 问题描述'],
    ['解决方案', '1-问题描述'],
  ],
  [['E-1203: `stop` & go!'], ['e-1203-stop--go']],
  [
    ['A_b', 'Ü', '😀'],
    ['a_b', 'ü', ''],
  ],
])('%j have the anchors %j', (headings, expected) => {
  expect(headingSlugs(headings)).toEqual(expected)
})
