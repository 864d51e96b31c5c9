import { stripVTControlCharacters } from 'node:util'
import { readText } from '../../io/apply.js'
import { replaceFile } from '../../io/replace-file.js'
import { type Ran, runInSandbox } from '../../io/sandbox-process.js'
import { CasectlError } from '../../lib/errors.js'
import { fill, type Language, type Message } from '../../lib/message.js'
import { commandsOf } from '../../tutorial/command-line.js'
import { keptValues, misfit } from '../../tutorial/judge.js'
import { identityOf } from '../../tutorial/people.js'
import type { CommandStep, EditStep, Person, Tutorial, Values } from '../../tutorial/step.js'
import type { Sandbox } from './sandbox.js'

/** A step that was done: what was printed, what is known now, and what came out otherwise. */
export interface Played extends Ran {
  readonly values: Values
  readonly wrong?: Message
}

/** Who plays where. */
export interface Scene {
  readonly sandbox: Sandbox
  readonly tutorial: Tutorial
  readonly language: Language
}

/** The line of a step as it is typed. */
export function lineOf({ line }: CommandStep, values: Values, language: Language): string {
  return fill(line, values)[language]
}

/**
 * Runs a line in the clone of the role and holds it against the step.
 * @param typed what the user typed in the place of the step's own line
 * @throws CasectlError `usage` for a line that is neither casectl nor git
 */
export async function playLine(
  scene: Scene,
  step: CommandStep,
  values: Values,
  typed = lineOf(step, values, scene.language),
): Promise<Played> {
  const ran = await runLine(scene, typed, step.who ?? scene.tutorial.person)
  const plain = {
    code: ran.code,
    stdout: stripVTControlCharacters(ran.stdout),
    stderr: stripVTControlCharacters(ran.stderr),
  }
  const wrong = misfit(step, plain, values, scene.language)
  if (wrong !== undefined) return { ...ran, values, wrong }
  return { ...ran, values: keptValues(step, plain, values) }
}

async function runLine({ sandbox, tutorial }: Scene, line: string, who: Person): Promise<Ran> {
  const commands = commandsOf(line)
  if (commands === undefined) throw unreadable(line)
  const all: Ran[] = []
  for (const [program, ...args] of commands) {
    if (program !== 'casectl' && program !== 'git') throw unreadable(line)
    const env = { ...sandbox.env, ...identityOf(who) }
    const ran = await runInSandbox(program, args, sandbox.folder(tutorial.role), env)
    all.push(ran)
    if (ran.code !== 0) break
  }
  const joined = (name: 'stdout' | 'stderr'): string => all.map(ran => ran[name]).join('')
  return { code: all.at(-1)?.code ?? 2, stdout: joined('stdout'), stderr: joined('stderr') }
}

/** A change by hand: the file, the words, the words since. */
export interface Edit {
  readonly path: string
  readonly from: string
  readonly to: string
}

export function editOf({ file, from, to }: EditStep, values: Values, language: Language): Edit {
  const text = (message: Message): string => fill(message, values)[language]
  return { path: text(file), from: text(from), to: text(to) }
}

/**
 * Makes the change, unless somebody has changed those words already.
 * @returns whether it was made
 */
export async function playEdit({ sandbox, tutorial }: Scene, { path, from, to }: Edit): Promise<boolean> {
  const folder = sandbox.folder(tutorial.role)
  const before = (await readText(`${folder}/${path}`)) ?? ''
  if (!before.includes(from)) return false
  await replaceFile(folder, { path, before, after: before.replace(from, () => to) })
  return true
}

function unreadable(line: string): CasectlError {
  return new CasectlError(
    'usage',
    {
      en: `Only casectl and git run here, without a shell: ${line}`,
      zh: `这里只能运行 casectl 和 git，不经过 shell：${line}`,
    },
    { en: 'Close every quotation mark.', zh: '请检查引号是否成对。' },
  )
}
