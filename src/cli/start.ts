import { run } from './main.js'
import { hostOf, watchStreams } from './process-host.js'

/** Runs casectl as this process. Sets the exit code and lets the streams drain: never cuts a pipe. */
export function start(process: NodeJS.Process): void {
  watchStreams(process)
  run(hostOf(process)).then(code => {
    process.exitCode ||= code
  })
}
