import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { afterAll } from 'vitest'

/** Whether the tests run as root, for whom every file is readable. */
const IS_ROOT: boolean = process.getuid?.() === 0

// "nobody" on every Linux.
const NOBODY = { uid: 65534, gid: 65534 }

/** Bundles TypeScript that imports from `./src/…` to a program that any user may run. */
export function buildProgram(source: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'casectl-program-')))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const outfile = join(folder, 'program.mjs')
  buildSync({
    stdin: { contents: source, resolveDir: process.cwd(), loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    logLevel: 'error',
    // Some dependencies are CommonJS and ask for Node's own modules.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  })
  chmodSync(folder, 0o755)
  return outfile
}

export function start(program: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
}

export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program as a user who is not root. */
export function runUnprivileged(program: string, args: readonly string[], cwd = '/'): Ended {
  return spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LANG: 'en_US.UTF-8' },
    timeout: 60_000,
    ...(IS_ROOT ? NOBODY : {}),
  })
}
