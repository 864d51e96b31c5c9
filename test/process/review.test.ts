import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readReviewText } from '../../src/parse/read-review.js'
import { GIT_ENV, write } from '../cli/repository.js'
import { ANNA, caseOf, commitAs, ID, library, PATH, POLICY } from '../review/team.js'

const BIN = resolve('bin/casectl.js')
const SCORES = ['--authenticity', '5', '--typicality', '4', '--reusability', '3']

function approve(cwd: string, email: string): Promise<number | null> {
  const args = ['review', 'approve', ID, '--role', 'technical', '--as', email, ...SCORES]
  const child = spawn(process.execPath, [BIN, ...args], { cwd, env: GIT_ENV, stdio: 'ignore' })
  return new Promise(done => child.on('exit', done))
}

test('16 approvals at once in one clone are all recorded, each whole', { timeout: 180_000 }, async () => {
  const people = Array.from({ length: 16 }, (_, i) => `reviewer${i}@example.com`)
  const roles = people.map(email => `      - { email: ${email} }\n`).join('')
  const cwd = library(POLICY.replace('    technical:\n', `    technical:\n${roles}`))
  write(cwd, PATH, caseOf('in-review'))
  commitAs(ANNA, cwd)
  const codes = await Promise.all(people.map(email => approve(cwd, email)))
  expect(codes).toEqual(people.map(() => 0))
  const folder = join(cwd, 'reviews', ID)
  const read = readdirSync(folder).map(name => readReviewText(name, readFileSync(join(folder, name), 'utf8')))
  expect(read.flatMap(({ problems }) => problems)).toEqual([])
  expect(read.map(({ record }) => record?.reviewer.email).sort()).toEqual([...people].sort())
})
