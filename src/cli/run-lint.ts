import { lintAsUsual } from '../io/short-run.js'
import { beforeThreads } from '../io/task-worker.js'
import { declareLint } from './declare-lint.js'
import { report } from './failure.js'
import { hostOf, watchStreams } from './process-host.js'
import { buildProgram } from './program.js'
import { Session } from './session.js'

/**
 * Runs `casectl lint`, and no other command, as this process.
 * @returns whether it came to an end, whatever it found
 */
export async function runLint(process: NodeJS.Process): Promise<boolean> {
  watchStreams(process)
  beforeThreads(lintAsUsual)
  const host = hostOf(process)
  const session = new Session(host)
  try {
    await buildProgram(session, [declareLint]).parseAsync(host.argv, { from: 'user' })
    process.exitCode ||= session.code
    return true
  } catch (error) {
    process.exitCode ||= report(error, host, session.terminal)
    return false
  }
}
