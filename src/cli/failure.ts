import { CommanderError } from 'commander'
import { envelope } from '../commands/context.js'
import type { Host } from '../io/host.js'
import { type Terminal, truthy } from '../io/terminal.js'
import { CasectlError } from '../lib/errors.js'
import { style } from '../lib/style.js'
import { usageError } from './usage.js'

/** Tells what went wrong, in the user's language, and returns the exit code. */
export function report(error: unknown, host: Host, terminal: Terminal): number {
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
