import { randomBytes } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import { run } from '../../src/cli/main.js'
import type { Host } from '../../src/io/host.js'

export interface CliResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface CliOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: string
  /** Random bytes; drawn anew without. */
  readonly random?: (n: number) => Uint8Array
}

/** Runs the whole command line inside the test, with streams of its own and an English locale. */
export async function cli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const [out, err] = [gather(stdout), gather(stderr)]
  const host: Host = {
    argv: args,
    env: { LANG: 'en_US.UTF-8', ...options.env },
    cwd: options.cwd ?? process.cwd(),
    stdin: Readable.from(options.stdin === undefined ? [] : [Buffer.from(options.stdin)]),
    stdout,
    stderr,
    now: () => new Date('2026-11-22T08:00:00Z'),
    random: options.random ?? (n => randomBytes(n)),
  }
  const code = await run(host)
  stdout.end()
  stderr.end()
  return { code, stdout: await out, stderr: await err }
}

async function gather(stream: PassThrough): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
