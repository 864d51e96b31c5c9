import { truthy } from '../io/terminal.js'
import { CasectlError } from '../lib/errors.js'
import { TUTORIAL_ROLES, type TutorialRole } from '../tutorial/step.js'
import { TUTORIALS } from '../tutorial/tutorials.js'
import { Sandbox } from '../workspace/tutorial/sandbox.js'
import type { Command, Context } from './context.js'
import { guide } from './tutorial-guide.js'
import { listTutorials } from './tutorial-list.js'
import { transcribe } from './tutorial-transcript.js'

export interface TutorialOptions {
  readonly role?: TutorialRole
  readonly dir?: string
  readonly resume?: boolean
  readonly list?: boolean
  readonly json?: boolean
}

/** `casectl tutorial`: a sandbox library, and the ten minutes of a role in it. */
export const tutorial: Command<TutorialOptions> = async (context, options) => {
  const { terminal, host } = context
  if (options.list === true) return listTutorials(context, options)
  const talks = terminal.interactive && options.json !== true
  const asked = options.role ?? (options.resume === true ? undefined : await chooseRole(context, talks))
  const { sandbox, begun } = await openSandbox(context, options)
  const role = asked ?? sandbox.last ?? 'agent'
  if (begun && options.resume !== true && sandbox.stage(role) !== undefined) throw alreadyBegun(role, sandbox)
  const scene = { sandbox, tutorial: TUTORIALS[role], language: terminal.language }
  if (talks) return guide(context, scene)
  // A temporary folder that nobody asked for is gone with the transcript.
  const passing = options.dir === undefined && !begun
  try {
    return await transcribe(context, scene, { json: options.json === true, kept: !passing, now: host.now() })
  } finally {
    if (passing) await sandbox.remove()
  }
}

async function openSandbox({ host, terminal }: Context, { dir, resume, json }: TutorialOptions) {
  const { env } = host
  const color = terminal.screen && json !== true && (env['NO_COLOR'] ?? '') === '' && !truthy(env['CI'])
  const request = { ...(dir === undefined ? {} : { dir }), language: terminal.language, color }
  if (resume === true) return { sandbox: await Sandbox.open(host, request), begun: true }
  if (dir !== undefined && (await Sandbox.isAt(host, dir)))
    return { sandbox: await Sandbox.open(host, request), begun: true }
  terminal.say({ en: 'Building a sandbox …', zh: '正在建立沙箱……' })
  return { sandbox: await Sandbox.build(host, request), begun: false }
}

async function chooseRole({ terminal, host }: Context, talks: boolean): Promise<TutorialRole> {
  if (!talks) throw roleMissing()
  const { openPrompts } = await import('../io/prompts.js')
  const prompts = await openPrompts(host, terminal.language)
  return prompts.select(
    terminal.text({ en: 'Whose ten minutes?', zh: '以谁的身份开始？' }),
    TUTORIAL_ROLES.map(value => ({ value, name: terminal.text(TUTORIALS[value].title) })),
  )
}

function roleMissing(): CasectlError {
  const roles = TUTORIAL_ROLES
  return new CasectlError(
    'usage',
    { en: 'A role is missing.', zh: '缺少角色。' },
    { en: `Give one: ${roles.join(', ')}`, zh: `请给出一个：${roles.join('、')}` },
  )
}

function alreadyBegun(role: TutorialRole, { top }: Sandbox): CasectlError {
  return new CasectlError(
    'exists',
    { en: `${role} was begun in ${top}.`, zh: `${top} 中的 ${role} 已经开始过。` },
    {
      en: 'Go on with --resume, or name another folder.',
      zh: '用 --resume 继续，或指定另一个文件夹。',
    },
  )
}
