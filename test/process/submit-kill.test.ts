import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startGithub } from '../cli/github-stub.js'
import { GIT_ENV, write } from '../cli/repository.js'
import { SUBMIT_CONFIG, serveLibrary } from '../cli/submitting.js'
import { ANNA, caseOf, gitAs } from '../review/team.js'
import { Random } from '../search/random.js'

// Kills at 8 moments by default; all 50: CASECTL_KILLS=50 npx vitest run test/process/submit-kill.test.ts
const KILLS = Number(process.env['CASECTL_KILLS'] ?? 8)
const SEED = Number(process.env['CASECTL_SEED'] ?? Date.now() % 1_000_000)

const BIN = resolve('bin/casectl.js')
const TOKEN = 'ghp_0123456789abcdefghij'

/** A process with a group of its own, so that every git that it starts can be killed with it. */
function start(cwd: string, id: string, host: string): ChildProcess {
  const person = { GIT_AUTHOR_NAME: ANNA.name, GIT_AUTHOR_EMAIL: ANNA.email }
  const env = { ...GIT_ENV, ...person, LANG: 'en_US.UTF-8', GH_ENTERPRISE_TOKEN: TOKEN, GH_HOST: host }
  const args = [BIN, 'submit', id, '--json']
  return spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
}

async function ended(child: ChildProcess): Promise<{ code: number | null; text: string }> {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', chunk => {
      text += chunk
    })
  }
  const [code] = await once(child, 'close')
  return { code, text }
}

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const idOf = (n: number): string => `CASE-${DIGITS[n >> 5]}${DIGITS[n & 31]}K7Q`
const pathOf = (n: number): string => `cases/${idOf(n)}-a.md`
const ask = (cwd: string, ...args: string[]): string => gitAs(ANNA, cwd, ...args).trimEnd()

test(`submit killed at ${KILLS} random moments (seed ${SEED}): no case is lost, no branch half made, the next run goes on`, async () => {
  const random = new Random(SEED)
  const github = await startGithub()
  const config = `forge: github\n${SUBMIT_CONFIG}`
  const { clone, bare, server } = await serveLibrary({ api: github.address, config })
  const { host } = new URL(server)
  write(clone, pathOf(1023), caseOf('draft', 'Wait a minute.', idOf(1023)))
  const before = performance.now()
  expect(await ended(start(clone, idOf(1023), host))).toMatchObject({ code: 0 })
  const usual = performance.now() - before
  let cut = 0
  for (let kill = 0; kill < KILLS; kill++) {
    const [id, path, branch] = [idOf(kill), pathOf(kill), `case/${idOf(kill)}-router-drops`]
    const texts = ['Wait an hour.', ...(kill % 3 === 0 ? ['Wait a day.'] : [])]
    for (const [round, words] of texts.entries()) {
      write(clone, path, caseOf('draft', words, id))
      const status = ask(clone, 'status', '--porcelain=v2', '--untracked-files=all')
      const child = start(clone, id, host)
      await sleep(random.next() * usual)
      if (child.exitCode === null && child.pid !== undefined) {
        cut++
        process.kill(-child.pid, 'SIGKILL')
        if (child.signalCode === null) await once(child, 'exit')
      }
      // What was killed has touched nothing of the user's, and what is on a branch is whole.
      expect(ask(clone, 'status', '--porcelain=v2', '--untracked-files=all')).toBe(status)
      expect(readFileSync(join(clone, path), 'utf8')).toBe(caseOf('draft', words, id))
      for (const repository of [clone, bare]) {
        if (ask(repository, 'branch', '--list', branch) === '') continue
        expect(ask(repository, 'diff', '--name-only', 'main', branch)).toBe(path)
        expect(ask(repository, 'show', `${branch}:${path}`)).toContain('status: in-review')
      }
      const next = await ended(start(clone, id, host))
      expect(next, `kill ${kill}, round ${round}, seed ${SEED}: ${next.text}`).toMatchObject({ code: 0 })
      for (const repository of [clone, bare]) {
        expect(`${ask(repository, 'show', `${branch}:${path}`)}\n`).toBe(caseOf('in-review', words, id))
        expect(ask(repository, 'rev-list', '--count', `main..${branch}`)).toBe(String(round + 1))
      }
      expect(ask(clone, 'status', '--porcelain=v2', '--untracked-files=all')).toBe(status)
    }
    expect(github.pulls.filter(({ head }) => head === branch)).toHaveLength(1)
  }
  // A run that had ended by then was not cut short; most are.
  expect(cut, `cut short: ${cut}`).toBeGreaterThan(KILLS / 2)
  expect(github.faults).toEqual([])
  expect(ask(bare, 'fsck', '--no-dangling')).not.toMatch(/error|missing|broken/)
  expect(ask(clone, 'fsck', '--no-dangling')).not.toMatch(/error|missing|broken/)
  expect(existsSync(join(clone, '.git/casectl/submit'))).toBe(false)
  expect(
    readdirSync(join(clone, '.git/refs'), { recursive: true }).filter(name => String(name).endsWith('.lock')),
  ).toEqual([])
}, 1_800_000)
