import { CasectlError } from '../lib/errors.js'
import type { Library } from '../library/library.js'
import { type Case, type CaseFile, STATUSES } from '../model/case.js'
import type { Forge } from '../model/forge.js'
import { shownLine } from '../report/shown.js'
import { mayBecome } from '../review/transitions.js'
import { readReviewed, type Wanted } from '../workspace/review-cases.js'
import { changedFiles, type Target } from '../workspace/submit.js'
import { readSubmitted, type SubmittedCase } from '../workspace/submit-case.js'
import type { Workspace } from '../workspace/workspace.js'
import type { Context, ExitCode } from './context.js'
import { typedId } from './index-notes.js'
import { notFound } from './show-missing.js'

export interface SubmitCommandOptions {
  readonly ids: readonly string[]
  readonly draft?: boolean
  readonly forge?: Forge
  readonly remote?: string
  readonly base?: string
  readonly switch?: boolean
  readonly yes?: boolean
  readonly dryRun?: boolean
  readonly json?: boolean
}

export type Chosen = SubmittedCase

/**
 * The cases to submit, linted: those that were named, else every draft that differs from the base, once
 * somebody has agreed to the list.
 * @returns an exit code where there is nothing to go on with
 * @throws CasectlError `usage`, `review` for a case that cannot go into review
 */
export async function chooseCases(
  context: Context,
  target: Target,
  options: SubmitCommandOptions,
): Promise<Chosen[] | ExitCode> {
  const { workspace } = target
  const library = await asked(workspace, options.ids)
  const found =
    options.ids.length > 0 ? await named(context, target, library, options) : await drafts(target, library)
  if (typeof found === 'number') return found
  if (options.ids.length === 0 && !(await agreed(context, target, found, options))) return 1
  for (const { case: one } of found) refuseStatus(one)
  const chosen: Chosen[] = []
  for (const { file, case: one } of found) chosen.push(await readSubmitted(workspace, library, file, one))
  return chosen
}

/** The cases that were asked for, or every draft: of the others no more is read than id and status. */
async function asked(workspace: Workspace, ids: readonly string[]): Promise<Library> {
  const wanted = new Set(ids.map(typed => typedId(workspace, typed).toUpperCase()))
  const isWanted: Wanted =
    ids.length > 0 ? id => wanted.has(id.toUpperCase()) : (_, status) => status === 'draft'
  return workspace.libraryOf(await readReviewed(workspace, isWanted))
}

interface Found {
  readonly file: CaseFile
  readonly case: Case
}

async function named(
  context: Context,
  { workspace }: Target,
  library: Library,
  { ids, json }: SubmitCommandOptions,
): Promise<Found[] | ExitCode> {
  const found = new Map<string, Found>()
  for (const typed of ids) {
    const one = library.byId.get(typedId(workspace, typed).toUpperCase())?.[0]
    const file = one && library.fileAt.get(one.path)
    if (one === undefined || file === undefined) {
      return notFound(context, await workspace.library(), {
        id: typed,
        ...(json === undefined ? {} : { json }),
      })
    }
    found.set(one.id, { file, case: one })
  }
  return [...found.values()]
}

async function drafts(target: Target, library: Library): Promise<Found[]> {
  const changed = await changedFiles(target)
  return library.files.flatMap((file): Found[] => {
    const one = file.case
    return one?.status === 'draft' && one.id !== '' && changed.has(file.path) ? [{ file, case: one }] : []
  })
}

async function agreed(
  { terminal, host }: Context,
  { base }: Target,
  found: readonly Found[],
  { yes, dryRun }: SubmitCommandOptions,
): Promise<boolean> {
  if (found.length === 0) {
    terminal.say(
      { en: 'No draft differs from {base}: nothing to submit.', zh: '没有与 {base} 不同的草稿，无可提交。' },
      { base: base.name },
    )
    return false
  }
  const list = found.map(({ case: one }) => `  ${one.id}  ${shownLine(one.title)}`).join('\n')
  terminal.say(
    { en: 'Drafts that differ from {base}:\n{list}', zh: '与 {base} 不同的草稿：\n{list}' },
    { base: base.name, list },
  )
  if (yes === true || dryRun === true) return true
  if (!terminal.interactive) throw needsYes()
  const { openPrompts } = await import('../io/prompts.js')
  const question = { en: 'Submit them, each on a branch of its own?', zh: '逐个提交到各自的分支？' }
  return (await openPrompts(host, terminal.language)).confirm(terminal.text(question), false)
}

function refuseStatus({ id, path, status, sound }: Case): void {
  if (!sound || !STATUSES.includes(status)) {
    throw new CasectlError(
      'review',
      { en: `${path} cannot be read as a case.`, zh: `${path} 无法作为案例读取。` },
      { en: '`casectl lint` says why.', zh: '运行 `casectl lint` 可查看原因。' },
    )
  }
  if (mayBecome(status, 'in-review')) return
  throw new CasectlError('review', {
    en: `${id} is ${status}; from there it cannot go into review.`,
    zh: `${id} 的状态是 ${status}，不能进入评审。`,
  })
}

function needsYes(): CasectlError {
  return new CasectlError(
    'usage',
    { en: 'Nobody is there to agree to the list.', zh: '没有人可以确认这份清单。' },
    { en: 'Name the cases, or give --yes.', zh: '请给出案例 id，或使用 --yes。' },
  )
}
