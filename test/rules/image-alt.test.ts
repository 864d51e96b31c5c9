import { expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { found } from './lint-text.js'

const RULE = 'image-alt'
const lint = (text: string, status = 'published') =>
  found(RULE, exampleCase({ status }, exampleBody('Use channel 36.', text)))

test('an image without a word is a warning at the image, a note in a draft', () => {
  expect(lint('See ![](a.png).')).toEqual(['missing 34:5 warning'])
  expect(lint('See ![ ](a.png).', 'draft')).toEqual(['missing 34:5 note'])
})

test.each([
  'a.png',
  'cooling-path',
  'IMG_20260304_1234',
  'image-20260304123456789',
  '微信图片_20260304123456',
  '屏幕截图 2026-03-04 123456',
  'other.JPG',
])('%s is the name of a file, found at the words', alt => {
  const to = alt === 'cooling-path' ? 'assets/cooling-path.svg' : 'a.png'
  expect(lint(`![${alt}](${to})`)).toEqual(['fileName 34:3 warning'])
})

test.each([
  'image',
  'Image 1',
  'a screenshot',
  'img',
  '图片',
  '图1',
  '截图：',
  '在这里插入图片描述',
  'enter image description here',
])('%s fits every image', alt => {
  expect(lint(`![${alt}](a.png)`)).toEqual(['generic 34:3 warning'])
})

test.each([
  ['Menu Wi-Fi with channel 36 selected', 'a.png'],
  ['无线设置页面，信道为 36', 'a.png'],
  ['图 1：冷却回路', 'a.png'],
  ['Screenshot of the log with W-104', 'a.png'],
  ['topology', 'topology.svg'],
])('%s says something', (alt, to) => {
  expect(lint(`![${alt}](${to})`)).toEqual([])
})

test('code and links without images are left alone', () => {
  expect(lint('`![](a.png)` and [image](a.md)')).toEqual([])
  expect(lint('```\n![](a.png)\n```')).toEqual([])
})
