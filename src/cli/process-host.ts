import type { Host } from '../io/host.js'
import { systemCode } from '../lib/errors.js'

/** The world of a process as a command sees it. */
export function hostOf(process: NodeJS.Process): Host {
  return {
    argv: process.argv.slice(2),
    env: process.env,
    cwd: process.cwd(),
    // Opening it loads what reads streams: only for those who ask.
    get stdin() {
      return process.stdin
    },
    stdout: process.stdout,
    stderr: process.stderr,
    now: () => new Date(),
    random: (n: number) => crypto.getRandomValues(new Uint8Array(n)),
  }
}

/** Lets the streams end as they will, without a stack trace. */
export function watchStreams(process: NodeJS.Process): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', error => {
      // A reader that went away (`casectl list | head`) is no failure.
      if (systemCode(error) === 'EPIPE') return
      // A full disk is: a program that printed half must not look successful.
      process.exitCode = 2
    })
  }
}
