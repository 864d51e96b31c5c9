import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildSync } from 'esbuild'
import { afterAll } from 'vitest'

/** Whether the tests run as root, for whom every file is readable. */
const IS_ROOT: boolean = process.getuid?.() === 0

// "nobody" on every Linux.
const NOBODY = { uid: 65534, gid: 65534 }

// Some dependencies are CommonJS and ask for Node's own modules.
const AS_MODULE = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  logLevel: 'error',
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
} as const

/** Bundles TypeScript that imports from `./src/…` to a program that any user may run. */
export function buildProgram(source: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'casectl-program-')))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const outfile = join(folder, 'program.mjs')
  buildSync({
    stdin: { contents: source, resolveDir: process.cwd(), loader: 'ts' },
    outfile,
    ...AS_MODULE,
  })
  chmodSync(folder, 0o755)
  return outfile
}

/** Puts a worker of workspace/ beside a program, as the build of the package does: the true one, or another. */
export function buildWorker(program: string, name: string, source?: string): void {
  writeFileSync(join(dirname(program), 'package.json'), '{"type":"module"}')
  buildSync({
    ...(source === undefined
      ? { entryPoints: [`src/workspace/${name}.ts`] }
      : { stdin: { contents: source, resolveDir: process.cwd(), loader: 'ts' } }),
    outfile: join(dirname(program), `${name}.js`),
    ...AS_MODULE,
  })
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
