import { relative, resolve } from 'node:path'
import { readTextInput } from '../io/stdin.js'
import { dayOf } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import { readIntake } from '../parse/read-intake.js'
import { takeIn } from '../workspace/intake.js'
import { type Command, envelope } from './context.js'
import { checkMaskOptions, type MaskOptions } from './masking.js'

export interface IntakeOptions extends MaskOptions {
  readonly from?: string
  readonly json?: boolean
}

/** `casectl intake --from ticket.json`: one closed ticket becomes one draft. Never asks but for `--no-mask`. */
export const intake: Command<IntakeOptions> = async (context, options) => {
  const { terminal, host } = context
  if (options.from === undefined) throw fromMissing()
  checkMaskOptions(context, options)
  const name = options.from === '-' ? 'stdin' : options.from
  const ticket = readIntake(await readTextInput(host, options.from), name)
  const workspace = await context.openWorkspace()
  const { id, path, created, draft } = await takeIn(
    workspace,
    ticket,
    dayOf(host.now()),
    options.mask !== false,
  )
  const masked = Object.fromEntries(draft?.masked ?? [])
  const incomplete = draft?.incomplete ?? []
  if (options.json === true) terminal.json(envelope('intake', { id, path, created, masked, incomplete }))
  else terminal.out(relative(host.cwd, resolve(workspace.root, path)))
  if (!created)
    terminal.say(
      {
        en: '{id} names this ticket already; nothing was written.',
        zh: '{id} 已引用该工单，未写入任何内容。',
      },
      { id },
    )
  return 0
}

function fromMissing(): CasectlError {
  return new CasectlError(
    'usage',
    { en: '--from is missing.', zh: '缺少 --from。' },
    {
      en: 'Give --from ticket.json, or --from - for stdin.',
      zh: '请用 --from ticket.json 给出，或用 --from - 从标准输入读取。',
    },
  )
}
