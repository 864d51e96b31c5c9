import { openPrompts, type Prompts } from '../io/prompts.js'
import { CasectlError } from '../lib/errors.js'
import type { Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import { type CommandStep, type Step, TUTORIAL_ROLES, type Values } from '../tutorial/step.js'
import { editOf, lineOf, playEdit, playLine, type Scene } from '../workspace/tutorial/play.js'
import type { Context, ExitCode } from './context.js'
import { editLines, promptOf } from './tutorial-lines.js'

/** The steps of a role that are left, one at a time: why, the line, Enter, what it prints, whether that is right. */
export async function guide(context: Context, scene: Scene): Promise<ExitCode> {
  const { terminal, host } = context
  const { sandbox, tutorial } = scene
  const stage = await sandbox.enter(tutorial, host.now())
  terminal.out(style.bold(terminal.text(tutorial.title)))
  terminal.say(SANDBOX, { top: sandbox.top })
  const prompts = await openPrompts(host, terminal.language)
  let { values } = stage
  try {
    for (const [i, step] of tutorial.steps.entries()) {
      if (i < stage.done) continue
      terminal.out(`\n${style.bold(`${i + 1}/${tutorial.steps.length}`)}  ${terminal.text(step.why)}`)
      const after = await takeStep(context, scene, prompts, step, values)
      if (after === undefined) {
        terminal.say(LEFT, { top: sandbox.top })
        return 0
      }
      values = after
      await sandbox.keep(tutorial.role, { done: i + 1, values })
    }
  } catch (error) {
    // Ctrl-C at a prompt leaves as `q` does, but for the exit code.
    if (error instanceof Error && error.name === 'ExitPromptError') terminal.say(LEFT, { top: sandbox.top })
    throw error
  }
  terminal.say(DONE, { top: sandbox.top, others: othersOf(scene).join(', ') })
  return 0
}

const SANDBOX: Message = {
  en: 'Everything happens in {top}. Enter runs a line, your own line may stand in its place; q leaves, and `casectl tutorial --resume --dir {top}` goes on.',
  zh: '一切都在 {top} 中进行。按回车运行所示命令，也可以输入您自己的命令；输入 q 离开，之后用 `casectl tutorial --resume --dir {top}` 继续。',
}
const LEFT: Message = {
  en: 'Go on: casectl tutorial --resume --dir {top}\nDelete: rm -rf {top}',
  zh: '继续：casectl tutorial --resume --dir {top}\n删除：rm -rf {top}',
}
const DONE: Message = {
  en: '\nDone. Not begun here: {others} (casectl tutorial ROLE --dir {top})\nDelete: rm -rf {top}',
  zh: '\n完成。尚未开始的角色：{others}（casectl tutorial 角色 --dir {top}）\n删除：rm -rf {top}',
}

function othersOf({ sandbox }: Scene): string[] {
  const others = TUTORIAL_ROLES.filter(role => sandbox.stage(role) === undefined)
  return others.length === 0 ? ['–'] : others
}

/** @returns what is known after it, or undefined where the user leaves */
async function takeStep(
  context: Context,
  scene: Scene,
  prompts: Prompts,
  step: Step,
  values: Values,
): Promise<Values | undefined> {
  const { terminal } = context
  const prompt = promptOf(scene.tutorial, step)
  if (!('line' in step)) {
    const edit = editOf(step, values, scene.language)
    for (const line of editLines(terminal, prompt, edit)) terminal.out(line)
    if (isLeaving(await prompts.input(terminal.text(ASK)))) return undefined
    if (!(await playEdit(scene, edit))) terminal.say(CHANGED_ALREADY)
    return values
  }
  for (;;) {
    terminal.out(`${prompt} ${style.cyan(lineOf(step, values, scene.language))}`)
    const typed = await prompts.input(terminal.text(ASK))
    if (isLeaving(typed)) return undefined
    const after = await tryLine(context, scene, step, values, typed)
    if (after !== undefined) return after
  }
}

const ASK: Message = { en: 'Enter: run, q: leave', zh: '回车：运行，q：离开' }
const CHANGED_ALREADY: Message = {
  en: 'You have changed these words already.',
  zh: '这些文字您已经改过了。',
}

function isLeaving(typed: string): boolean {
  return /^(?:q|quit|exit)$/i.test(typed)
}

/** @returns undefined where the line is to be typed again */
async function tryLine(
  { terminal }: Context,
  scene: Scene,
  step: CommandStep,
  values: Values,
  typed: string,
): Promise<Values | undefined> {
  try {
    const played = await playLine(scene, step, values, typed === '' ? undefined : typed)
    terminal.raw(played.stdout)
    terminal.raw(played.stderr)
    if (played.wrong === undefined) {
      terminal.out(style.green(terminal.text({ en: '✓ as it should be', zh: '✓ 符合预期' })))
      return played.values
    }
    terminal.out(style.yellow(`✗ ${terminal.text(played.wrong)}`))
  } catch (error) {
    if (!(error instanceof CasectlError)) throw error
    terminal.complain(terminal.text(error.text))
  }
  return undefined
}
