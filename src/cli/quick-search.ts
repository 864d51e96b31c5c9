import type { Output } from '../io/host.js'
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
  const held: (() => void)[] = []
  const stdout = holding(host.stdout, held)
  const stderr = holding(host.stderr, held)
  try {
    const session = new Session({ ...host, stdout, stderr })
    await buildProgram(session, [declareSearch]).parseAsync(host.argv, { from: 'user' })
    watchStreams(process)
    for (const write of held) write()
    process.exitCode ||= session.code
    return true
  } catch {
    return false
  }
}

/** The same stream, which keeps what is written to it: help and half an answer must not stand twice. */
function holding(stream: Output, held: (() => void)[]): Output {
  const write = (text: string): boolean => {
    held.push(() => stream.write(text))
    return true
  }
  return Object.create(stream, { write: { value: write } })
}
