import type { CheckedDraft, DraftText } from './import-check.js'
import type { Checker } from './import-checker.js'

/** A row whose turn has come: it needed no look, or was looked at. */
export type Queued<Looked, Passed> =
  | { readonly passed: Passed }
  | { readonly looked: Looked; readonly checked: CheckedDraft }

/** Rows looked at together, and batches that are under way before the first of them is waited for. */
const BATCH = 64
const AHEAD = 4

type Entry<Looked, Passed> = { readonly passed: Passed } | { readonly looked: Looked }

interface Sent<Looked, Passed> {
  readonly entries: readonly Entry<Looked, Passed>[]
  readonly checked: Promise<readonly CheckedDraft[]>
}

/** Rows on their way through a checker: they come out in the order in which they went in. */
export class RowQueue<Looked extends { readonly draft: DraftText }, Passed> {
  readonly #checker: Checker
  readonly #settle: (queued: Queued<Looked, Passed>) => void
  readonly #sent: Sent<Looked, Passed>[] = []
  #entries: Entry<Looked, Passed>[] = []
  /** What names the rows that are on their way. */
  readonly #names = new Map<Looked, readonly string[]>()
  readonly #waiting = new Set<string>()

  constructor(checker: Checker, settle: (queued: Queued<Looked, Passed>) => void) {
    this.#checker = checker
    this.#settle = settle
  }

  /** True while a row of that name is on its way. */
  waitsFor(name: string): boolean {
    return this.#waiting.has(name)
  }

  /** Takes a row that needs no look. */
  async pass(passed: Passed): Promise<void> {
    await this.#add({ passed })
  }

  /** Takes a row that is looked at. No other of these names may be on its way. */
  async look(looked: Looked, names: readonly string[]): Promise<void> {
    this.#names.set(looked, names)
    for (const name of names) this.#waiting.add(name)
    await this.#add({ looked })
  }

  /** Waits for every row that is on its way. */
  async drain(): Promise<void> {
    this.#send()
    while (this.#sent.length > 0) await this.#takeFirst()
  }

  async #add(entry: Entry<Looked, Passed>): Promise<void> {
    this.#entries.push(entry)
    if (this.#entries.length < BATCH) return
    this.#send()
    if (this.#sent.length > AHEAD) await this.#takeFirst()
  }

  #send(): void {
    const entries = this.#entries
    if (entries.length === 0) return
    this.#entries = []
    const texts = entries.flatMap(entry => ('looked' in entry ? [textOf(entry.looked.draft)] : []))
    const checked = texts.length === 0 ? Promise.resolve([]) : this.#checker.check(texts)
    // It is waited for later; until then a failure is nobody's.
    checked.catch(() => undefined)
    this.#sent.push({ entries, checked })
  }

  async #takeFirst(): Promise<void> {
    const sent = this.#sent.shift()
    if (sent === undefined) return
    const checked = (await sent.checked).values()
    for (const entry of sent.entries) {
      if ('passed' in entry) this.#settle(entry)
      else this.#settleLooked(entry.looked, checked.next().value)
    }
  }

  #settleLooked(looked: Looked, checked: CheckedDraft | undefined): void {
    if (checked === undefined) throw new RangeError('a draft was not looked at')
    for (const name of this.#names.get(looked) ?? []) this.#waiting.delete(name)
    this.#names.delete(looked)
    this.#settle({ looked, checked })
  }
}

/** A draft without what only the thread that drafts needs. */
function textOf({ path, text, language, compared }: DraftText): DraftText {
  return { path, text, language, compared }
}
