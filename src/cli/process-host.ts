import type { Host } from '../io/host.js'
import { systemCode } from '../lib/errors.js'

/** The world of a process as a command sees it. */
export function hostOf(process: NodeJS.Process): Host {
  return {
    argv: process.argv.slice(2),
    env: process.env,
    cwd: process.cwd(),
    // Opening one loads what reads or writes streams: only for those who ask.
    get stdin() {
      return process.stdin
    },
    get stdout() {
      return process.stdout
    },
    get stderr() {
      return process.stderr
    },
    now: () => new Date(),
    random: (n: number) => crypto.getRandomValues(new Uint8Array(n)),
  }
}

/** Lets the streams end as they will, without a stack trace. */
export function watchStreams(process: NodeJS.Process): void {
  for (const stream of [process.stdout, process.stderr]) watchStream(process, stream)
}

/** The same for one of them, which it returns. */
export function watchStream(process: NodeJS.Process, stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.on('error', error => {
    // A reader that went away (`casectl list | head`) is no failure.
    if (systemCode(error) === 'EPIPE') return
    // A full disk is: a program that printed half must not look successful.
    process.exitCode = 2
  })
}
