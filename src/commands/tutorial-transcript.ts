import type { Message } from '../lib/message.js'
import type { Step, Values } from '../tutorial/step.js'
import { editOf, lineOf, type Played, playEdit, playLine, type Scene } from '../workspace/tutorial/play.js'
import { type Context, type ExitCode, envelope } from './context.js'
import { editLines, promptOf } from './tutorial-lines.js'

interface Request {
  readonly json: boolean
  /** Whether the sandbox stays. */
  readonly kept: boolean
  readonly now: Date
}

/** One step as JSON tells it. */
interface Entry {
  readonly why: string
  readonly who: string
  readonly line: string
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** What came out otherwise than expected; null where nothing did. */
  readonly wrong: string | null
}

/**
 * The steps of a role that are left, run one after the other, as a transcript on stdout.
 * @returns 1 where a step came out otherwise than it should; the rest is not run then
 */
export async function transcribe(context: Context, scene: Scene, request: Request): Promise<ExitCode> {
  const { terminal } = context
  const { sandbox, tutorial } = scene
  const { done, values: known } = await sandbox.enter(tutorial, request.now)
  const entries: Entry[] = []
  let values = known
  for (const [i, step] of tutorial.steps.entries()) {
    if (i < done) continue
    const told = { why: terminal.text(step.why), who: (step.who ?? tutorial.person).login }
    if (!request.json) terminal.out(`# ${i + 1}/${tutorial.steps.length} ${told.why}`)
    const { played, line } = await play(scene, step, values)
    const wrong = played.wrong === undefined ? null : terminal.text(played.wrong)
    const { code, stdout, stderr } = played
    entries.push({ ...told, line, code, stdout, stderr, wrong })
    if (!request.json) print(context, scene, step, values, played)
    if (wrong !== null) break
    values = played.values
    await sandbox.keep(tutorial.role, { done: i + 1, values })
  }
  const failed = entries.at(-1)?.wrong ?? null
  if (request.json) {
    const place = request.kept ? sandbox.top : null
    terminal.json(
      envelope('tutorial', { role: tutorial.role, sandbox: place, ok: failed === null, steps: entries }),
    )
  } else if (failed !== null) terminal.complain(failed)
  if (request.kept) terminal.say(KEPT, { top: sandbox.top })
  return failed === null ? 0 : 1
}

const KEPT: Message = { en: 'The sandbox: {top}', zh: '沙箱位于：{top}' }

async function play(scene: Scene, step: Step, values: Values): Promise<{ played: Played; line: string }> {
  if ('line' in step)
    return {
      played: await playLine(scene, step, values),
      line: lineOf(step, values, scene.language),
    }
  const edit = editOf(step, values, scene.language)
  const made = await playEdit(scene, edit)
  const played = { code: 0, stdout: '', stderr: '', values }
  return { line: `edit ${edit.path}`, played: made ? played : { ...played, wrong: NOT_THERE } }
}

const NOT_THERE: Message = {
  en: 'The words to change are not in the file.',
  zh: '文件中没有要修改的文字。',
}

function print({ terminal }: Context, scene: Scene, step: Step, values: Values, played: Played): void {
  const prompt = promptOf(scene.tutorial, step)
  if ('line' in step) terminal.out(`${prompt} ${lineOf(step, values, scene.language)}`)
  else
    for (const line of editLines(terminal, prompt, editOf(step, values, scene.language))) terminal.out(line)
  const text = `${played.stdout}${played.stderr}`
  if (text !== '') terminal.raw(text.endsWith('\n') ? text : `${text}\n`)
  terminal.out('')
}
