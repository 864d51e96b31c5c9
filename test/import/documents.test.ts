import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { fromHtml } from '../../src/import/html.js'
import { exportsFolder, rowsOf } from './exports.js'
import { zipOf } from './zip.js'

const folder = exportsFolder()

const SHEET =
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>编号</t></is></c><c r="B1" t="inlineStr"><is><t>次数</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>TK-1</t></is></c><c r="B2"><v>3</v></c></row></sheetData></worksheet>'

function workbook(sheet: string): Uint8Array {
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return zipOf({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${rel}"><sheets><sheet name="工单" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
  })
}

function document(body: string): Uint8Array {
  return zipOf({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  })
}

const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

test('a sheet of a workbook is read by its header', async () => {
  const [row] = await rowsOf(write('a.xlsx', workbook(SHEET)))
  expect(row).toMatchObject({ number: 1, place: '2' })
  expect(row !== undefined && 'cells' in row && Object.fromEntries(row.cells)).toEqual({
    编号: 'TK-1',
    次数: '3',
  })
})

test('a workbook with entities, one that unpacks without end, and one that is none are refused', async () => {
  const entities = `<!DOCTYPE x [<!ENTITY a "b">]>${SHEET}`
  await expect(rowsOf(write('xxe.xlsx', workbook(entities)))).rejects.toMatchObject({ code: 'export' })
  const bomb = zipOf({ 'xl/worksheets/sheet1.xml': deflateRawSync(Buffer.alloc(600 * 1024 * 1024)) }, true)
  expect(bomb.length).toBeLessThan(1024 * 1024)
  await expect(rowsOf(write('bomb.xlsx', bomb))).rejects.toThrow(/512 MiB/)
  await expect(rowsOf(write('none.xlsx', 'PK\u0003\u0004 nothing'))).rejects.toMatchObject({ code: 'export' })
})

test('documents of a folder are rows: Markdown, HTML, Word; links are passed over', async () => {
  const docs = join(folder, 'docs')
  mkdirSync(join(docs, 'sub'), { recursive: true })
  writeFileSync(join(docs, 'a.md'), '---\nproduct: router\ntags:\n  - x\n---\n# Router drops\n\nAt night.\n')
  writeFileSync(
    join(docs, 'b.html'),
    '<html><head><title>POS &amp; till</title><script>x()</script></head><body><p>No <b>paper</b></p><table><tr><th>a</th></tr><tr><td>1</td></tr></table></body></html>',
  )
  writeFileSync(
    join(docs, 'sub', 'c.docx'),
    document(
      '<w:p><w:r><w:t>First line</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    ),
  )
  writeFileSync(join(docs, 'd.docx'), 'no archive')
  symlinkSync('/etc/hostname', join(docs, 'link.md'))
  const rows = await rowsOf(docs)
  const plain = rows.map(row => ('cells' in row ? Object.fromEntries(row.cells) : row.fault))
  expect(plain).toEqual([
    { product: 'router', path: 'a.md', name: 'a', title: 'Router drops', body: 'At night.' },
    { path: 'b.html', name: 'b', title: 'POS & till', body: 'No **paper**\n\n| a |\n| - |\n| 1 |' },
    'document',
    {
      path: 'sub/c.docx',
      name: 'c',
      title: 'c',
      body: expect.stringMatching(/^First line\n\n\|[\s\S]*cell/),
    },
  ])
})

test('HTML keeps its links, and none that runs code', () => {
  const html =
    '<p>See <a href="https://example.com/a?b=1&amp;c=2">here</a>, <a href="java&#x09;script:alert(1)">there</a> <img src="data:image/png;base64,AAAA" alt="x"><img src="p/1.png" alt="menu"></p>'
  expect(fromHtml(html)).toEqual({
    text: 'See [here](https://example.com/a?b=1\\&c=2), there ![menu](p/1.png)',
    lostLinks: 2,
  })
  expect(fromHtml('<div>'.repeat(30_000))).toBeUndefined()
})
