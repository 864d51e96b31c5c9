import { declareSearch } from './declare-search.js'
import { hostOf, watchStreams } from './process-host.js'
import { buildProgram } from './program.js'
import { Session } from './session.js'

/**
 * `casectl search` out of one small bundle, in which everything that other commands load is left
 * out: an index that is there and fits is asked in half the time that the whole program takes to
 * load. Whatever else there is to do (an index to build, a question to ask, a mistake to explain)
 * ends it before a word is printed, and the whole program does it.
 * @returns false when the whole program must run
 */
export async function quickSearch(process: NodeJS.Process): Promise<boolean> {
  const host = hostOf(process)
  try {
    const session = new Session(host)
    await buildProgram(session, [declareSearch]).parseAsync(host.argv, { from: 'user' })
    watchStreams(process)
    process.exitCode ||= session.code
    return true
  } catch {
    return false
  }
}
