import { PassThrough, Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { Terminal } from '../../src/io/terminal.js'

const LINE = { en: 'Reading {done}', zh: '正在读取 {done}' }

/** A terminal, and all that is written to its stderr. */
function terminal(screen: boolean, { quiet = false, env = {}, columns = 80 } = {}) {
  const stderr = Object.assign(new PassThrough(), { isTTY: screen, columns })
  const host = {
    argv: [],
    env,
    cwd: '/',
    stdin: Readable.from([]),
    stdout: new PassThrough(),
    stderr,
    now: () => new Date(0),
    random: (n: number) => new Uint8Array(n),
  }
  const options = { language: 'zh', color: 'never', quiet, verbose: false, input: false } as const
  return { terminal: new Terminal(host, options), written: () => String(stderr.read() ?? '') }
}

test('a status line takes the place of the one before, and leaves no trace', () => {
  const { terminal: shown, written } = terminal(true)
  shown.status(LINE, { done: 1 })
  shown.status(LINE, { done: 2 })
  shown.complain('words')
  shown.status(undefined)
  expect(written()).toBe('\r\u001b[K正在读取 1\r\u001b[K正在读取 2\r\u001b[Kwords\n')
})

test('output on stdout takes it away first', () => {
  const { terminal: shown, written } = terminal(true)
  shown.status(LINE, { done: 1 })
  shown.out('data')
  expect(written()).toBe('\r\u001b[K正在读取 1\r\u001b[K')
})

test('it fits the screen', () => {
  const { terminal: shown, written } = terminal(true, { columns: 10 })
  shown.status(LINE, { done: 100000 })
  expect(written()).toBe('\r\u001b[K正在读取…')
})

test.each([
  ['no screen', terminal(false)],
  ['--quiet', terminal(true, { quiet: true })],
  ['a dumb terminal', terminal(true, { env: { TERM: 'dumb' } })],
])('with %s there is none', (_, { terminal: shown, written }) => {
  shown.status(LINE, { done: 1 })
  shown.status(undefined)
  expect(written()).toBe('')
})
