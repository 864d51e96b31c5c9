import type { Command } from 'commander'
import type { Host } from '../io/host.js'
import type { Terminal } from '../io/terminal.js'
import { nearest } from '../lib/near-names.js'
import { DECLARATIONS } from './declarations.js'
import { report } from './failure.js'
import { buildProgram } from './program.js'
import { Session } from './session.js'
import { TOPICS } from './topics.js'
import { unknownCommand } from './usage.js'

export type { Host } from '../io/host.js'

/**
 * Runs casectl on one command line and returns its exit code. Never throws for what a user can
 * cause, and never exits the process.
 */
export async function run(host: Host): Promise<number> {
  const session = new Session(host)
  const program = buildProgram(session, DECLARATIONS)
  try {
    if (explainTopic(program, host.argv, session.terminal)) return 0
    await program.parseAsync(host.argv, { from: 'user' })
    return session.code
  } catch (error) {
    return report(error, host, session.terminal)
  }
}

/**
 * Answers `casectl help TOPIC`; Commander answers for its commands.
 * @throws CasectlError for a topic that is neither: Commander would print its general help
 */
function explainTopic(program: Command, [first, topic]: readonly string[], terminal: Terminal): boolean {
  if (first !== 'help' || topic === undefined || topic.startsWith('-')) return false
  const text = TOPICS[topic]
  if (text !== undefined) terminal.out(terminal.text(text))
  const names = program.commands.map(command => command.name())
  if (text === undefined && !names.includes(topic)) {
    throw unknownCommand(topic, nearest(topic, [...names, ...Object.keys(TOPICS)]))
  }
  return text !== undefined
}
