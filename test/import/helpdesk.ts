import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Column names and rows of a help desk's export. */
export const HEADER = ['工单号', '标题', '产品', '问题描述', '解决方案', '创建时间', '联系人', '手机']

const SYMPTOMS = [
  '夜间掉线',
  '无法打印小票',
  '排气温度过高',
  '发票无法交付',
  '指示灯红色常亮',
  '扫码没有反应',
]
const PRODUCTS = ['家用路由器', '路由器', 'POS 终端']

/** One row; its words differ from those of every other. */
export function ticket(i: number): string[] {
  const what = SYMPTOMS[i % SYMPTOMS.length] ?? ''
  const marks = Array.from({ length: 40 }, (_, k) => `项${((i + 1) * 7919 + k * 104_729).toString(36)}`)
  return [
    `TK-${String(i).padStart(6, '0')}`,
    `${what}，编号 ${i}`,
    PRODUCTS[i % PRODUCTS.length] ?? '',
    `现象：${what}，"重启"无效\n${marks.slice(0, 20).join('，')}`,
    `更换部件后恢复\r\n${marks.slice(20).join('；')}`,
    `2026/${1 + (i % 12)}/${1 + (i % 28)} 10:05`,
    '',
    '',
  ]
}

/** Rows as CSV text with quotation marks where they are needed. */
export function csv(rows: readonly (readonly string[])[], delimiter = ','): string {
  const cell = (text: string): string => (/["\n\r,\t;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return `${[HEADER, ...rows].map(row => row.map(cell).join(delimiter)).join('\r\n')}\r\n`
}

export const MAPPING = `version: 1
columns:
  - { column: 工单号, to: source.refs }
  - { column: 标题, to: title }
  - { column: 产品, to: product.name }
  - { column: 问题描述, to: section.problem }
  - { column: 解决方案, to: section.resolution }
  - { column: 创建时间, to: opened, dates: [YYYY/M/D] }
  - { column: 联系人, to: section.background }
  - { column: 手机, to: section.background }
constants:
  source.type: ticket
`

const TAXONOMY = `version: 1
facets:
  product:
    levels:
      - { id: product, field: name }
      - { id: module, field: module }
    terms:
      - { id: home-router, labels: { zh: 家用路由器 }, aliases: [路由器] }
      - { id: pos-terminal, labels: { zh: POS 终端 } }
`

/** A library with one case, and a mapping beside it. */
export function helpdeskLibrary(folder: string): void {
  mkdirSync(join(folder, 'cases'), { recursive: true })
  writeFileSync(join(folder, 'casectl.config.yml'), 'version: 1\nlanguages: [zh-CN, en]\n')
  writeFileSync(join(folder, 'taxonomy.yml'), TAXONOMY)
  writeFileSync(join(folder, 'mapping.yml'), MAPPING)
  writeFileSync(
    join(folder, 'cases', 'CASE-7F3KQ.md'),
    '---\nid: CASE-7F3KQ\nkind: case\ntitle: 已有案例\nstatus: draft\nlanguage: zh-CN\nsource:\n  refs: [TK-000003]\n---\n\n## 问题描述\n\n已有。\n',
  )
}

/** Path → SHA-256 of everything below a folder but what casectl keeps for itself; folders with ''. */
export function treeHashes(folder: string, below = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (path === '.casectl' || path === '.git') continue
    if (entry.isDirectory()) {
      found.set(`${path}/`, '')
      for (const [name, hash] of treeHashes(folder, path)) found.set(name, hash)
    } else
      found.set(
        path,
        createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex'),
      )
  }
  return found
}
