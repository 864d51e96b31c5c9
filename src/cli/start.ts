import { randomBytes } from 'node:crypto'
import { systemCode } from '../lib/errors.js'
import { run } from './main.js'

/** Runs casectl as this process. Sets the exit code and lets the streams drain: never cuts a pipe. */
export function start(process: NodeJS.Process): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', error => {
      // A reader that went away (`casectl list | head`) is no failure.
      if (systemCode(error) === 'EPIPE') return
      // A full disk is: a program that printed half must not look successful.
      process.exitCode = 2
    })
  }
  const host = {
    argv: process.argv.slice(2),
    env: process.env,
    cwd: process.cwd(),
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    now: () => new Date(),
    random: (n: number) => randomBytes(n),
  }
  run(host).then(code => {
    process.exitCode ||= code
  })
}
