import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { write } from '../cli/repository.js'
import { cli } from '../cli/run-cli.js'
import { sampleCopy } from '../cli/temporary.js'

/** The target that inspect proposes for a column of that name. */
async function proposed(column: string, cell: string): Promise<string | undefined> {
  const cwd = sampleCopy()
  write(cwd, 'a.csv', `${column},标题\n${cell},甲\n${cell},乙\n`)
  const { code } = await cli(['import', 'inspect', 'a.csv', '--write', 'm.yml'], { cwd })
  expect(code).toBe(0)
  const mapping = readFileSync(join(cwd, 'm.yml'), 'utf8')
  return new RegExp(`column: ${column} .*\\n\\s+to: (\\S+)`).exec(mapping)?.[1]
}

test.each([
  ['问题分类', '网速慢', 'category'],
  ['问题描述', '断网', 'section.problem'],
  ['负责组', '一组', 'owner'],
  ['受众', 'public', 'audience'],
  ['Ticket', 'T-1', 'source.refs'],
])('a column %s goes where people mean it', async (column, cell, target) => {
  expect(await proposed(column, cell)).toBe(target)
})
