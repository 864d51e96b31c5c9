import { expect, test } from 'vitest'
import { exportsFolder, gb18030, rowsOfText, utf16le } from './exports.js'

const folder = exportsFolder()
const read = (name: string, content: string | Uint8Array, options = {}) =>
  rowsOfText(folder, name, content, options)

test('GB18030 with commas, quotes and line breaks in cells', async () => {
  const text =
    '工单号,标题,描述\r\nTK-1,"路由器, 夜间掉线","第一行\r\n第二行 ""W-104"""\r\nTK-2,支付失败,刷卡无反应\r\n'
  expect(await read('gb.csv', gb18030(text))).toEqual([
    { 工单号: 'TK-1', 标题: '路由器, 夜间掉线', 描述: '第一行\n第二行 "W-104"' },
    { 工单号: 'TK-2', 标题: '支付失败', 描述: '刷卡无反应' },
  ])
})

test('UTF-8 with byte order mark: the mark is no part of the first column', async () => {
  expect(await read('bom.csv', '\ufeffid;title\n1;a\n')).toEqual([{ id: '1', title: 'a' }])
})

test('UTF-16LE with tabs, as Excel writes it', async () => {
  expect(await read('excel.txt', utf16le('编号\t标题\r\n1\t"a\tb"\r\n'))).toEqual([
    { 编号: '1', 标题: 'a\tb' },
  ])
})

test('a last record that is cut is an error and the rest are rows', async () => {
  expect(await read('cut.csv', 'id,title,text\n1,a,b\n2,c,"cut off he')).toEqual([
    { id: '1', title: 'a', text: 'b' },
    '2@3 cut',
  ])
  expect(await read('cut2.csv', 'id,title,text\n1,a,b\n2,c')).toEqual([
    { id: '1', title: 'a', text: 'b' },
    '2@3 cells',
  ])
})

test('a stray quotation mark is text, and the next record is read', async () => {
  expect(await read('quote.csv', 'id,title\n1,"a"b\n2,15" screen\n3,c\n')).toEqual([
    { id: '1', title: '"a"b' },
    { id: '2', title: '15" screen' },
    { id: '3', title: 'c' },
  ])
})

test('headers without a name or with the same name are told apart, and no name reaches a prototype', async () => {
  const [row] = await read('names.csv', '__proto__,,a,a,constructor\n1,2,3,4,5\n')
  expect(Object.entries(row ?? {})).toEqual([
    ['__proto__', '1'],
    ['column 2', '2'],
    ['a', '3'],
    ['a (2)', '4'],
    ['constructor', '5'],
  ])
})

test('one guard against formulas is taken off, and no more', async () => {
  expect(await read('formula.csv', "a,b,c\n'=1+1,''x,'plain\n")).toEqual([
    { a: '=1+1', b: "''x", c: "'plain" },
  ])
})

test('an encoding that is named decides', async () => {
  expect(await read('named.csv', gb18030('a,b\n中文,文字\n'), { encoding: 'gb18030' })).toEqual([
    { a: '中文', b: '文字' },
  ])
  await expect(read('binary.csv', Uint8Array.of(0x61, 0x0a, 0xff, 0xff, 0x0a))).rejects.toMatchObject({
    code: 'export',
  })
})
