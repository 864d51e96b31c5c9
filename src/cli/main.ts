import { type Command, CommanderError } from 'commander'
import { envelope } from '../commands/context.js'
import type { Host } from '../io/host.js'
import { type Terminal, truthy } from '../io/terminal.js'
import { CasectlError } from '../lib/errors.js'
import { style } from '../lib/style.js'
import { nearest } from '../lib/text.js'
import { DECLARATIONS } from './declarations.js'
import { buildProgram } from './program.js'
import { Session } from './session.js'
import { TOPICS } from './topics.js'
import { unknownCommand, usageError } from './usage.js'

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

function report(error: unknown, host: Host, terminal: Terminal): number {
  if (error instanceof CommanderError) {
    // No command: its help was printed, which is what was asked for as far as one can tell.
    if (error.exitCode === 0 || error.code === 'commander.help') return 0
    return complain(usageError(error), host, terminal)
  }
  if (error instanceof CasectlError) return complain(error, host, terminal)
  // Ctrl-C at a prompt.
  if (error instanceof Error && error.name === 'ExitPromptError') return 130
  const detail = error instanceof Error ? error : new Error(String(error))
  terminal.complain(
    terminal.text(
      {
        en: 'casectl met a fault of its own: {message}\nPlease report it with the command you ran. CASECTL_DEBUG=1 shows where it happened.',
        zh: 'casectl 自身出错：{message}\n请附上所运行的命令反馈。设置 CASECTL_DEBUG=1 可显示出错位置。',
      },
      { message: detail.message },
    ),
  )
  if (truthy(host.env['CASECTL_DEBUG'])) terminal.complain(detail.stack ?? '')
  return 2
}

function complain(error: CasectlError, host: Host, terminal: Terminal): 2 {
  const label = terminal.text({ en: 'error: ', zh: '错误：' })
  terminal.complain(`${style.red(label)}${terminal.text(error.text)}`)
  for (const detail of error.details) terminal.complain(`  ${terminal.text(detail)}`)
  if (error.hint !== undefined) terminal.complain(`${style.dim('→')} ${terminal.text(error.hint)}`)
  if (host.argv.includes('--json')) {
    const details = error.details.map(detail => detail.en)
    terminal.json(envelope('error', { error: { code: error.code, message: error.text.en, details } }))
  }
  return 2
}
