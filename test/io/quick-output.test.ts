import { execFileSync } from 'node:child_process'
import { closeSync, constants, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { QuickOutput } from '../../src/io/quick-output.js'
import { folderWith, temporaryFolder } from '../cli/temporary.js'

/** Takes down what it is told, in the place of Node's stream. */
function recorder(): { readonly written: Buffer[]; open(): NodeJS.WriteStream } {
  const written: Buffer[] = []
  const write = (data: Uint8Array): boolean => written.push(Buffer.from(data)) > 0
  return { written, open: () => Object.create(process.stdout, { write: { value: write } }) }
}

const refuse = (): never => {
  throw new Error('opened')
}

test('what is written waits until it is let go, and the stream of a file is never opened', () => {
  const file = join(folderWith({ answer: '' }), 'answer')
  const descriptor = openSync(file, 'w')
  const held: (() => void)[] = []
  const output = new QuickOutput(descriptor, held, refuse)
  expect([output.isTTY, output.columns]).toEqual([false, 80])
  output.write('停机\n')
  output.write(Buffer.from([0, 255]))
  expect(readFileSync(file, 'utf8')).toBe('')
  for (const letGo of held) letGo()
  expect(readFileSync(file)).toEqual(Buffer.concat([Buffer.from('停机\n'), Buffer.from([0, 255])]))
  closeSync(descriptor)
})

test.skipIf(process.platform !== 'linux')(
  'what a full pipe does not take goes the way of the stream, and all that follows',
  () => {
    const pipe = join(temporaryFolder(), 'pipe')
    execFileSync('bash', ['-c', 'mkfifo "$0"', pipe])
    const descriptor = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK)
    const stream = recorder()
    const held: (() => void)[] = []
    const output = new QuickOutput(descriptor, held, stream.open)
    // More than the 64 KiB that a pipe of Linux holds.
    const long = '停机报警'.repeat(10_000)
    output.write(long)
    output.write('end')
    for (const letGo of held) letGo()
    const taken = Buffer.alloc(1 << 20)
    const size = readSync(descriptor, taken)
    closeSync(descriptor)
    expect(size).toBeGreaterThan(0)
    expect(stream.written).toHaveLength(2)
    expect(Buffer.concat([taken.subarray(0, size), ...stream.written]).toString()).toBe(`${long}end`)
  },
)

test('a screen is told by way of the stream', () => {
  const stream = recorder()
  const held: (() => void)[] = []
  // Descriptors that cannot be looked at count as screens: Node's stream says what is wrong with them.
  const output = new QuickOutput(1 << 20, held, stream.open)
  output.write('停机')
  for (const letGo of held) letGo()
  expect(Buffer.concat(stream.written).toString()).toBe('停机')
})
