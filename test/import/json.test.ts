import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ItemSplitter } from '../../src/import/item-splitter.js'
import { exportsFolder, rowsOfText } from './exports.js'

const folder = exportsFolder()
const read = (name: string, content: string) => rowsOfText(folder, name, content)

test('JSON Lines: one object a line, a cut last one is an error', async () => {
  expect(await read('a.jsonl', '{"id":1,"tags":["x","y"]}\n\n[1]\n{"id":2}\n{"id":3,"ti')).toEqual([
    { id: '1', tags: ['x', 'y'] },
    '2@3 json',
    { id: '2' },
    '4@5 cut',
  ])
})

test('a JSON array, an array in a wrapper, one object alone', async () => {
  const rows = [
    { id: '1', 'product.name': 'router' },
    { id: '2', comments: ['a', 'b'] },
  ]
  const list = '[{"id":1,"product":{"name":"router"}},\n {"id":2,"comments":[{"body":"a"},{"text":"b"}]}]'
  expect(await read('a.json', list)).toEqual(rows)
  expect(await read('b.json', `{"count": 2, "next": null, "tickets": ${list}}`)).toEqual(rows)
  expect(await read('c.json', '{"id":1,"product":{"name":"router"}}')).toEqual([rows[0]])
  expect(await read('d.json', '[{"id":1},{"id":2')).toEqual([{ id: '1' }, '2@1 cut'])
  expect(await read('e.json', '[]')).toEqual([])
})

test('items are cut where JSON.parse would cut them, in pieces of any size', () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue({ maxDepth: 4 })),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      (list, size, pretty) => {
        const text = JSON.stringify(list, null, pretty ? 1 : 0)
        const splitter = new ItemSplitter()
        const items = []
        for (let at = 0; at < text.length; at += size) items.push(...splitter.add(text.slice(at, at + size)))
        items.push(...splitter.end())
        expect(items.map(item => JSON.stringify(JSON.parse(item.text)))).toEqual(
          list.map(item => JSON.stringify(item)),
        )
        expect(items.every(item => !item.cut)).toBe(true)
      },
    ),
  )
})
