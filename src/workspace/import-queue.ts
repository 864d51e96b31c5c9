import { setImmediate as nextTurn } from 'node:timers/promises'
import type { DraftedRow, RowTask } from './import-drafter.js'
import type { Drafters } from './import-drafters.js'

/** A row whose turn has come: it needed no draft, or what became of it is known. */
export type Settled<Asked, Passed> =
  | { readonly passed: Passed }
  | { readonly asked: Asked; readonly drafted: DraftedRow }

/** Rows drafted together, and batches that are under way before the first of them is waited for. */
const BATCH = 64
const AHEAD = 4

type Entry<Asked, Passed> = { readonly passed: Passed } | { readonly asked: Asked }

interface Sent<Asked, Passed> {
  readonly entries: readonly Entry<Asked, Passed>[]
  readonly drafted: Promise<readonly DraftedRow[]>
}

/** Rows on their way through those who draft: they come out in the order in which they went in. */
export class RowQueue<Asked extends RowTask, Passed> {
  readonly #drafters: Drafters
  readonly #settle: (settled: Settled<Asked, Passed>) => void
  readonly #sent: Sent<Asked, Passed>[] = []
  #entries: Entry<Asked, Passed>[] = []
  /** References and ids of the rows that are on their way. */
  readonly #waiting = new Set<string>()

  constructor(drafters: Drafters, settle: (settled: Settled<Asked, Passed>) => void) {
    this.#drafters = drafters
    this.#settle = settle
  }

  /** True while a row of that reference or id is on its way. */
  waitsFor(name: string): boolean {
    return this.#waiting.has(name)
  }

  /** Takes a row that needs no draft. */
  async pass(passed: Passed): Promise<void> {
    await this.#add({ passed })
  }

  /** Takes a row that is to become a draft. No other of its names may be on its way. */
  async ask(asked: Asked): Promise<void> {
    this.#waiting.add(asked.ref).add(asked.id)
    await this.#add({ asked })
  }

  /** Waits for every row that is on its way. */
  async drain(): Promise<void> {
    this.#send()
    while (this.#sent.length > 0) await this.#takeFirst()
  }

  async #add(entry: Entry<Asked, Passed>): Promise<void> {
    this.#entries.push(entry)
    if (this.#entries.length < BATCH) return
    this.#send()
    // What a thread has answered is heard between two turns.
    await nextTurn()
    if (this.#sent.length > AHEAD) await this.#takeFirst()
  }

  #send(): void {
    const entries = this.#entries
    if (entries.length === 0) return
    this.#entries = []
    const tasks = entries.flatMap(entry => ('asked' in entry ? [taskOf(entry.asked)] : []))
    const drafted = tasks.length === 0 ? Promise.resolve([]) : this.#drafters.draft(tasks)
    // It is waited for later; until then a failure is nobody's.
    drafted.catch(() => undefined)
    this.#sent.push({ entries, drafted })
  }

  async #takeFirst(): Promise<void> {
    const sent = this.#sent.shift()
    if (sent === undefined) return
    const drafted = (await sent.drafted).values()
    for (const entry of sent.entries) {
      if ('passed' in entry) this.#settle(entry)
      else this.#settleAsked(entry.asked, drafted.next().value)
    }
  }

  #settleAsked(asked: Asked, drafted: DraftedRow | undefined): void {
    if (drafted === undefined) throw new RangeError('a row was not drafted')
    this.#waiting.delete(asked.ref)
    this.#waiting.delete(asked.id)
    this.#settle({ asked, drafted })
  }
}

/** A row without what only the thread that reads needs. */
function taskOf({ row, id, ref }: RowTask): RowTask {
  return { row, id, ref }
}
