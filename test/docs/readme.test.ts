import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'

// Beside package.json, so that `casectl` means this package, as it is built.
const SCRIPT = `readme-example-${process.pid}.mjs`

afterAll(() => rmSync(SCRIPT, { force: true }))

test.each(['README.md', 'README.zh-CN.md'])(
  'the library example of %s runs and prints what it says',
  file => {
    const code = /```js\n([\s\S]*?)```/.exec(readFileSync(file, 'utf8'))?.[1] ?? ''
    writeFileSync(SCRIPT, code)
    const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT], { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^0 0\nCASE-X29B4 螺杆空压机 E-1203/)
  },
)

test.each([
  ['README.md', 'en_US.UTF-8'],
  ['README.zh-CN.md', 'zh_CN.UTF-8'],
])('the transcripts of %s are what the commands print', (file, LANG) => {
  const blocks = [...readFileSync(file, 'utf8').matchAll(/```console\n\$ casectl (.+)\n([\s\S]*?)```/g)]
  expect(blocks.length).toBeGreaterThan(2)
  for (const [, line = '', printed] of blocks) {
    const args = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
    const env = { PATH: process.env['PATH'], LANG }
    const { stdout } = spawnSync(process.execPath, ['bin/casectl.js', ...args], { encoding: 'utf8', env })
    expect(stdout).toBe(printed)
  }
})
