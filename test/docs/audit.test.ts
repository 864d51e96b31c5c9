import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { UNUSUAL } from '../../src/review/unusual.js'
import { REPAIRS } from '../../src/workspace/repairs/repairs.js'

const page = readFileSync('docs/audit.md', 'utf8')

/** What the first column of the tables has between backticks, from one line of the page to another. */
function named(from: string, to: string): string[] {
  const part = page.slice(page.indexOf(from), to === '' ? undefined : page.indexOf(to))
  const rows = part.split('\n').filter(line => line.startsWith('| `'))
  return rows.flatMap(row =>
    [...(row.split(' | ')[0] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, name = '']) => name),
  )
}

test('the page names every code of what is unusual, and no other', () => {
  expect(named('Listed as unusual', '## Packs').sort()).toEqual(Object.keys(UNUSUAL).sort())
})

test('the page names every repair, and no other', () => {
  expect(named('## Doctor', '')).toEqual(REPAIRS.map(({ name }) => name))
})
