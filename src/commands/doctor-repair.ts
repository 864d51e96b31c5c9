import { applyChanges } from '../io/apply.js'
import { CasectlError } from '../lib/errors.js'
import type { Message } from '../lib/message.js'
import { nearest } from '../lib/near-names.js'
import { style, unstyled } from '../lib/style.js'
import { unifiedDiff } from '../report/diff.js'
import { shown } from '../report/shown.js'
import type { Patient } from '../workspace/doctor/check.js'
import { NOTHING, type Repair, type RepairPlan } from '../workspace/repairs/repair.js'
import { REPAIRS } from '../workspace/repairs/repairs.js'
import { type Context, type ExitCode, envelope } from './context.js'

interface RepairRequest {
  /** Every repair where left empty. */
  readonly names: readonly string[]
  readonly yes: boolean
  readonly json: boolean
}

/** `casectl doctor --fix`: shows what the repairs would do, or makes them; exit 1 where something is left to people. */
export async function repairPatient(
  context: Context,
  patient: Patient,
  { names, yes, json }: RepairRequest,
): Promise<ExitCode> {
  const { terminal } = context
  const told: object[] = []
  let [count, left] = [0, 0]
  for (const repair of chosen(names)) {
    const plan = await planOf(repair, patient)
    if (yes) await carryOut(patient, plan)
    count += plan.changes.length + plan.steps.length
    left += plan.left.length
    told.push(planJson(repair, plan))
    if (!json) tell(context, repair, plan)
  }
  if (json) terminal.json(envelope('doctor', { done: yes, repairs: told }))
  terminal.say(yes ? DONE : WOULD, { count, left })
  return left > 0 ? 1 : 0
}

/** Without settings that hold, what needs the library has to wait. */
async function planOf(repair: Repair, patient: Patient): Promise<RepairPlan> {
  if (repair.needs === 'nothing') return repair.plan(patient)
  const { workspace, trouble } = patient
  if (workspace !== undefined) return repair.plan({ ...patient, workspace })
  return { ...NOTHING, left: trouble === undefined ? [] : [trouble.text] }
}

async function carryOut({ root, workspace }: Patient, { changes, act }: RepairPlan): Promise<void> {
  if (workspace === undefined) await applyChanges(root, changes)
  else await workspace.apply(changes)
  await act?.()
}

function chosen(names: readonly string[]): readonly Repair[] {
  const known = REPAIRS.map(({ name }) => name)
  for (const name of names) if (!known.includes(name)) throw unknown(name, known)
  return names.length === 0 ? REPAIRS : REPAIRS.filter(({ name }) => names.includes(name))
}

function tell({ terminal }: Context, { name, summary }: Repair, { changes, steps, left }: RepairPlan): void {
  if (changes.length + steps.length + left.length === 0) return
  const lines = (messages: readonly Message[], mark: string): string[] =>
    messages.map(message => `${mark} ${shown(terminal.text(message))}`)
  terminal.out(
    [
      style.bold(`${name}: ${terminal.text(summary)}`),
      ...lines(steps, style.green('+')),
      ...changes.map(unifiedDiff),
      ...lines(left, style.yellow('?')),
    ].join('\n'),
  )
}

function planJson({ name }: Repair, { changes, steps, left }: RepairPlan): object {
  const files = changes.map(change => ({ path: change.path, diff: unstyled(unifiedDiff(change)) }))
  return { repair: name, files, steps: steps.map(({ en }) => en), left: left.map(({ en }) => en) }
}

const DONE = {
  en: 'Repairs made: {count}. Left for you to decide: {left}.',
  zh: '已修复：{count}。需人工决定：{left}。',
} as const
const WOULD = {
  en: 'Repairs that would be made: {count}. Left for you to decide: {left}. Nothing was written; --yes makes them.',
  zh: '将修复：{count}。需人工决定：{left}。没有写入任何内容；加 --yes 才会执行。',
} as const

function unknown(name: string, known: readonly string[]): CasectlError {
  const close = nearest(name, known).join(', ') || known.join(', ')
  return new CasectlError(
    'usage',
    { en: `There is no repair "${name}".`, zh: `没有名为“${name}”的修复。` },
    { en: `Repairs: ${close}`, zh: `可用修复：${close}` },
  )
}
