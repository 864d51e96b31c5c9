import { QuickOutput } from '../io/quick-output.js'
import { declareSearch } from './declare-search.js'
import { hostOf, watchStream } from './process-host.js'
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
  const held: (() => void)[] = []
  const stdout = new QuickOutput(1, held, () => watchStream(process, process.stdout))
  const stderr = new QuickOutput(2, held, () => watchStream(process, process.stderr))
  const host = Object.create(hostOf(process), { stdout: { value: stdout }, stderr: { value: stderr } })
  try {
    const session = new Session(host)
    await buildProgram(session, [declareSearch]).parseAsync(host.argv, { from: 'user' })
    process.exitCode ||= session.code
  } catch {
    return false
  }
  for (const letGo of held) letGo()
  return true
}
