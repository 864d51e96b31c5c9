import { join } from 'node:path'
import { applyChanges, readText } from '../io/apply.js'
import { CasectlError } from '../lib/errors.js'
import { addTo } from '../lib/groups.js'
import type { Message } from '../lib/message.js'
import type { RepoPath } from '../model/case.js'
import type { FileChange } from '../model/change.js'
import type { CarryRecord, ReviewFile } from '../model/review.js'
import type { AddedBy, CarryFault } from '../review/history.js'
import { digestOf } from './case-digest.js'
import { changedCases } from './changed-digests.js'
import { replay } from './replay.js'
import type { Workspace } from './workspace.js'

/** Where the library of a commit can be had. */
export interface Replaying {
  /** The library as it was before a commit, in a folder that may be changed; undefined where there was none. */
  before(commit: string): Promise<Workspace | undefined>
  /** Settings of the pull request's base, which its own commits cannot bend: path → text. */
  readonly settings: ReadonlyMap<RepoPath, string>
  open(root: string): Promise<Workspace>
}

interface Carry {
  readonly path: RepoPath
  readonly record: CarryRecord
}

/**
 * Replays every carry-over that a pull request adds, on what was before the commit that added it; of
 * several commands in one commit each on what the one before it left.
 * @returns those that do not hold, and why
 */
export async function brokenCarries(
  reviews: readonly ReviewFile[],
  added: ReadonlyMap<RepoPath, AddedBy>,
  replaying: Replaying,
): Promise<Map<RepoPath, CarryFault>> {
  const byCommit = new Map<string, Carry[]>()
  for (const { path, carry } of reviews) {
    const commit = added.get(path)?.commit
    if (carry !== undefined && commit !== undefined) addTo(byCommit, commit, { path, record: carry })
  }
  const broken = new Map<RepoPath, CarryFault>()
  for (const [commit, carries] of byCommit) {
    const workspace = await replaying.before(commit)
    const fail: Fail = ({ path }, fault) => {
      broken.set(path, { commit, ...fault })
    }
    if (workspace === undefined) for (const carry of carries) fail(carry, { code: 'carry-other-from' })
    else await new CommitCheck(workspace, replaying, fail).run(carries)
  }
  return broken
}

type Fail = (carry: Carry, fault: Omit<CarryFault, 'commit'>) => void

/** Commands of one commit that are replayed: each reads the library anew. */
const MOST_COMMANDS = 50
const TOO_MANY: Message = {
  en: `the commit has more than ${MOST_COMMANDS} commands.`,
  zh: `该提交含有超过 ${MOST_COMMANDS} 个命令。`,
}

class CommitCheck {
  #workspace: Workspace
  readonly #replaying: Replaying
  readonly #fail: Fail

  constructor(workspace: Workspace, replaying: Replaying, fail: Fail) {
    this.#workspace = workspace
    this.#replaying = replaying
    this.#fail = fail
  }

  async run(carries: readonly Carry[]): Promise<void> {
    const commands = new Map<string, Carry[]>()
    for (const carry of carries) {
      const { command, arguments: args } = carry.record
      // Each record of this one names the moves that its own case knows of: together they are the command.
      const key = command === 'lifecycle apply' ? '' : JSON.stringify(Object.entries(args).sort())
      addTo(commands, command + key, carry)
    }
    // The order in which commands ran is written nowhere: the next is the one that begins at what is there.
    let left = [...commands.values()]
    if (left.length > MOST_COMMANDS) {
      for (const carry of carries) this.#fail(carry, { code: 'carry-fails', reason: TOO_MANY })
      return
    }
    while (left.length > 0) {
      const now = await this.#digests(left.flat())
      const next = left.find(group => group.every(({ record }) => now.get(record.case) === record.from))
      if (next === undefined) {
        for (const carry of left.flat()) this.#fail(carry, { code: 'carry-other-from' })
        return
      }
      left = left.filter(group => group !== next)
      await this.#replay(next)
    }
  }

  /** What the cases say now. */
  async #digests(carries: readonly Carry[]): Promise<Map<string, string | undefined>> {
    const library = await this.#workspace.library()
    return new Map(
      carries.map(({ record }) => {
        const [found] = library.byId.get(record.case) ?? []
        const file = found === undefined ? undefined : library.fileAt.get(found.path)
        return [record.case, file === undefined ? undefined : digestOf(file)]
      }),
    )
  }

  async #replay(group: readonly Carry[]): Promise<void> {
    const [first] = group
    if (first === undefined) return
    const ids = group.map(({ record }) => record.case)
    try {
      if (first.record.command === 'lint --fix') await this.#withSettings()
      const args = Object.assign({}, ...group.map(({ record }) => record.arguments))
      const command = { command: first.record.command, arguments: args }
      const done = await replay(this.#workspace, command, ids)
      const to = new Map(
        changedCases(done.changes, await this.#workspace.parser(), id => ids.includes(id)).map(each => [
          each.id,
          each.to,
        ]),
      )
      for (const carry of group) {
        const { case: id, to: said } = carry.record
        if (done.meant.includes(id)) this.#fail(carry, { code: 'carry-meaning' })
        else if (to.get(id) !== said) this.#fail(carry, { code: 'carry-other-to' })
      }
      await applyChanges(this.#workspace.root, done.changes, done.moves)
      this.#workspace = await this.#replaying.open(this.#workspace.root)
    } catch (error) {
      if (!(error instanceof CasectlError)) throw error
      for (const carry of group) this.#fail(carry, { code: 'carry-fails', reason: error.text })
    }
  }

  /** What `lint --fix` mends is said by settings: those of the base, lest a pull request says it itself. */
  async #withSettings(): Promise<void> {
    const { root } = this.#workspace
    const changes: FileChange[] = []
    for (const [path, text] of this.#replaying.settings) {
      const now = await readText(join(root, path))
      if (now !== text) changes.push({ path, before: now, after: text })
    }
    if (changes.length === 0) return
    await applyChanges(root, changes)
    this.#workspace = await this.#replaying.open(root)
  }
}
