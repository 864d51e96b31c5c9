import { nearest } from '../lib/near-names.js'
import type { CaseFile } from '../model/case.js'
import { readDisabling } from '../model/disabling.js'
import type { Range } from '../model/range.js'

/**
 * The rules that cannot be waved through: what the parser refused, since the disabling text stands
 * in the same file, and those that judge the disabling itself.
 */
const ALWAYS_ON: ReadonlySet<string> = new Set([
  'readable-file',
  'front-matter',
  'duplicate-key',
  'body-limits',
  'disable-comment',
  'unused-disable',
])

/** One rule waved through in a stretch of a file, and why. */
export interface Disable {
  readonly rule: string
  readonly reason: string
  /** Where it is written. */
  readonly at: Range
  /** True for a comment that names this rule alone. */
  readonly alone: boolean
  /** Offsets of the stretch in which a silenced finding starts, `to` exclusive. */
  readonly from: number
  readonly to: number
}

/** A disable that does not count, and what is wrong with it. */
export interface DisableFault {
  readonly code: 'reason' | 'rules' | 'unknown' | 'always' | 'directive' | 'notOpen' | 'unclosed'
  readonly name: string
  /** The nearest names there are, best first. */
  readonly suggestions: readonly string[]
  readonly at: Range | undefined
}

/** What a file says of rules that shall not judge it: in its front matter and in comments. */
export interface Disables {
  readonly disables: readonly Disable[]
  readonly faults: readonly DisableFault[]
}

export const NO_DISABLES: Disables = { disables: [], faults: [] }

const DIRECTIVES = ['disable-next-line', 'disable-file', 'disable', 'enable'] as const
type Directive = (typeof DIRECTIVES)[number]

/**
 * Reads the disables of a file. One without a reason, of an unknown rule or of one that is always
 * on is a fault and silences nothing.
 * @param known ids of every rule there is
 */
export function readDisables(file: CaseFile, known: ReadonlySet<string>): Disables {
  const found = file.case
  if (found === undefined) return NO_DISABLES
  const inComments = file.text.includes('casectl-', found.frontMatter.end)
  if (found.disabledRules.length === 0 && !inComments) return NO_DISABLES
  const reader = new Reader(file.text, known)
  for (const { rule, reason = '', pointer } of found.disabledRules) {
    const at = found.fields.get(pointer)?.value ?? found.frontMatter
    reader.whole([rule], reason, at, false)
  }
  if (inComments) for (const { text, at } of found.body.comments) reader.comment(text, at)
  return reader.end()
}

class Reader implements Disables {
  readonly disables: Disable[] = []
  readonly faults: DisableFault[] = []
  readonly #text: string
  readonly #known: ReadonlySet<string>
  /** Blocks that wait for their end. */
  #open: Omit<Disable, 'to'>[] = []

  constructor(text: string, known: ReadonlySet<string>) {
    this.#text = text
    this.#known = known
  }

  comment(comment: string, at: Range): void {
    const match = /^casectl-([a-z-]+)(?![\w-])/.exec(comment)
    if (match === null) return
    const directive = DIRECTIVES.find(name => name === match[1])
    const { rules, reason } = readDisabling(comment.slice(match[0].length))
    if (directive === undefined) this.#unknownDirective(match[1] ?? '', at)
    else if (directive === 'enable') this.#close(rules, at)
    else this.#disable(directive, rules, reason, at)
  }

  /** Rules waved through in the whole file. */
  whole(rules: readonly string[], reason: string, at: Range, alone: boolean): void {
    for (const rule of this.#accepted(rules, reason, at)) {
      this.disables.push({ rule, reason, at, alone, from: 0, to: this.#text.length + 1 })
    }
  }

  end(): Disables {
    for (const block of this.#open) {
      this.disables.push({ ...block, to: this.#text.length + 1 })
      this.faults.push({ code: 'unclosed', name: block.rule, suggestions: [], at: block.at })
    }
    return this
  }

  #disable(
    directive: Exclude<Directive, 'enable'>,
    rules: readonly string[],
    reason: string,
    at: Range,
  ): void {
    const alone = rules.length === 1
    if (directive === 'disable-file') {
      this.whole(rules, reason, at, alone)
      return
    }
    const [from, to] = this.#nextLine(at.end)
    for (const rule of this.#accepted(rules, reason, at)) {
      if (directive === 'disable-next-line') this.disables.push({ rule, reason, at, alone, from, to })
      else this.#open.push({ rule, reason, at, alone, from: at.end })
    }
  }

  #close(rules: readonly string[], at: Range): void {
    for (const rule of rules) {
      if (this.#open.some(block => block.rule === rule)) continue
      this.faults.push({ code: 'notOpen', name: rule, suggestions: [], at })
    }
    const ends = (block: Omit<Disable, 'to'>): boolean => rules.length === 0 || rules.includes(block.rule)
    for (const block of this.#open) if (ends(block)) this.disables.push({ ...block, to: at.start })
    this.#open = this.#open.filter(block => !ends(block))
  }

  #accepted(rules: readonly string[], reason: string, at: Range): string[] {
    const fault = (code: DisableFault['code'], name: string, suggestions: readonly string[] = []): void => {
      this.faults.push({ code, name, suggestions, at })
    }
    if (rules.length === 0) fault('rules', '')
    // Without a dash the words of a reason would read as rules.
    else if (reason === '') fault('reason', rules[0] ?? '')
    if (reason === '') return []
    return rules.filter(rule => {
      if (ALWAYS_ON.has(rule)) fault('always', rule)
      else if (!this.#known.has(rule)) fault('unknown', rule, nearest(rule, this.#known))
      else return true
      return false
    })
  }

  #unknownDirective(name: string, at: Range): void {
    const suggestions = nearest(name, DIRECTIVES)
    // Another tool may mark comments as its own; only what looks like ours is a slip of the pen.
    if (suggestions.length > 0) this.faults.push({ code: 'directive', name, suggestions, at })
  }

  /** The next line that is not blank: Markdown wants a blank one between a comment and a table. */
  #nextLine(after: number): readonly [from: number, to: number] {
    let from = this.#text.indexOf('\n', after) + 1
    if (from === 0) return [this.#text.length, this.#text.length]
    for (;;) {
      const end = this.#text.indexOf('\n', from)
      if (end === -1) return [from, this.#text.length + 1]
      if (this.#text.slice(from, end).trim() !== '') return [from, end + 1]
      from = end + 1
    }
  }
}
