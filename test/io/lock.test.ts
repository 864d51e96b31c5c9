import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { withLock } from '../../src/io/lock.js'
import { temporaryFolder } from '../cli/temporary.js'
import { buildProgram, start } from './programs.js'

// Counts in a file: read, give others a chance, write. Without a lock this loses most counts.
const counter = buildProgram(`
  import { readFileSync, writeFileSync } from 'node:fs'
  import { withLock } from './src/io/lock.js'
  const [lock = '', file = '', times = ''] = process.argv.slice(2)
  for (let i = 0; i < Number(times); i++) {
    await withLock(lock, async () => {
      const count = Number(readFileSync(file, 'utf8'))
      await new Promise(resolve => setImmediate(resolve))
      writeFileSync(file, String(count + 1))
    })
  }`)

// Counts once and dies with the lock in its hand.
const victim = buildProgram(`
  import { readFileSync, writeFileSync } from 'node:fs'
  import { withLock } from './src/io/lock.js'
  const [lock = '', file = ''] = process.argv.slice(2)
  await withLock(lock, async () => {
    const count = Number(readFileSync(file, 'utf8'))
    await new Promise(resolve => setTimeout(resolve, 5))
    writeFileSync(file, String(count + 1))
    process.kill(process.pid, 'SIGKILL')
    await new Promise(resolve => setTimeout(resolve, 60_000))
  })`)

const holder = buildProgram(`
  import { withLock } from './src/io/lock.js'
  await withLock(process.argv[2] ?? '', () => new Promise(resolve => {
    console.log('held')
    setTimeout(resolve, Number(process.argv[3]))
  }))`)

function lockIn(folder: string) {
  const paths = { lock: join(folder, 'state/lock'), file: join(folder, 'count') }
  writeFileSync(paths.file, '0')
  return paths
}

async function ended(child: ReturnType<typeof start>): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

/** The pid of a process that was and is no more. */
async function deadPid(): Promise<number> {
  const child = start(counter, ['', '', '0'])
  await ended(child)
  return child.pid ?? 0
}

describe('withLock', () => {
  test('two processes that count two hundred times each lose no count', async () => {
    const { lock, file } = lockIn(temporaryFolder())
    const children = [1, 2].map(() => start(counter, [lock, file, '200']))
    expect(await Promise.all(children.map(ended))).toEqual([0, 0])
    expect(readFileSync(file, 'utf8')).toBe('400')
    expect(readdirSync(join(lock, '..'))).toEqual([])
  })

  test('a lock whose holder is dead is broken, by one of many at a time', async () => {
    const { lock, file } = lockIn(temporaryFolder())
    const pid = await deadPid()
    for (let round = 0; round < 5; round++) {
      await withLock(lock, async () => undefined)
      writeFileSync(lock, JSON.stringify({ pid, started: '1' }))
      const children = Array.from({ length: 6 }, () => start(counter, [lock, file, '5']))
      expect(await Promise.all(children.map(ended))).toEqual([0, 0, 0, 0, 0, 0])
      expect(readFileSync(file, 'utf8')).toBe(String((round + 1) * 30))
    }
    expect(readdirSync(join(lock, '..'))).toEqual([])
  })

  test('forty processes that each die with the lock lose no count', async () => {
    const { lock, file } = lockIn(temporaryFolder())
    const children = Array.from({ length: 40 }, () => start(victim, [lock, file]))
    await Promise.all(children.map(ended))
    expect(readFileSync(file, 'utf8')).toBe('40')
    expect(await withLock(lock, async () => 'done')).toBe('done')
  })

  test('a holder that was killed is noticed', async () => {
    const { lock } = lockIn(temporaryFolder())
    const child = start(holder, [lock, '60000'])
    if (child.stdout !== null) await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await ended(child)
    expect(existsSync(lock)).toBe(true)
    expect(await withLock(lock, async () => 'done')).toBe('done')
    expect(existsSync(lock)).toBe(false)
  })

  test('a breaker that was killed half way stops nobody', async () => {
    const { lock } = lockIn(temporaryFolder())
    const pid = await deadPid()
    await withLock(lock, async () => undefined)
    for (const path of [lock, `${lock}.breaking`]) writeFileSync(path, JSON.stringify({ pid, started: '1' }))
    expect(await withLock(lock, async () => 'done')).toBe('done')
    expect(readdirSync(join(lock, '..'))).toEqual([])
  })

  test('a live holder is waited for', async () => {
    const { lock } = lockIn(temporaryFolder())
    const child = start(holder, [lock, '500'])
    if (child.stdout !== null) await once(child.stdout, 'data')
    const began = performance.now()
    await withLock(lock, async () => undefined)
    expect(performance.now() - began).toBeGreaterThan(300)
    expect(await ended(child)).toBe(0)
  })

  test.skipIf(process.platform !== 'linux')(
    'a pid that another process took over does not hold it',
    async () => {
      const { lock } = lockIn(temporaryFolder())
      await withLock(lock, async () => undefined)
      writeFileSync(lock, JSON.stringify({ pid: process.pid, started: 'long ago' }))
      expect(await withLock(lock, async () => 'done')).toBe('done')
    },
  )

  test('a lock that nobody can read is not broken', async () => {
    const { lock } = lockIn(temporaryFolder())
    await withLock(lock, async () => undefined)
    writeFileSync(lock, 'not ours')
    const waiting = withLock(lock, async () => 'done')
    await sleep(300)
    expect(readFileSync(lock, 'utf8')).toBe('not ours')
    writeFileSync(lock, JSON.stringify({ pid: await deadPid(), started: '1' }))
    expect(await waiting).toBe('done')
  })

  test('is released when the work fails, and the failure comes through', async () => {
    const { lock } = lockIn(temporaryFolder())
    await expect(withLock(lock, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(existsSync(lock)).toBe(false)
  })

  test('in one process too only one at a time works', async () => {
    const { lock } = lockIn(temporaryFolder())
    let [inside, most] = [0, 0]
    const work = () =>
      withLock(lock, async () => {
        inside++
        most = Math.max(most, inside)
        await sleep(5)
        inside--
      })
    await Promise.all(Array.from({ length: 8 }, work))
    expect(most).toBe(1)
  })
})
