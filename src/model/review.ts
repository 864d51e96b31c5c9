import type { Day } from '../lib/day.js'
import type { CaseFile, FieldPlace, Kind, Pointer } from './case.js'
import type { CaseId } from './case-id.js'

export const VERDICTS = ['approve', 'return', 'comment', 'withdraw'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What a reviewer gives one to five stars for: 真实性, 典型性, 可复用性. */
export const SCORES = ['authenticity', 'typicality', 'reusability'] as const
export type Score = (typeof SCORES)[number]

/** Who reviews. People are told apart by their addresses, without regard to letter case. */
export interface Person {
  readonly name?: string
  readonly email: string
}

/** One review: what `reviews/<ID>/<day>-<role>-<random>.yml` says. Never changed once it is committed. */
export interface ReviewRecord {
  readonly case: CaseId
  readonly role: string
  readonly verdict: Verdict
  readonly reviewer: Person
  readonly day: Day
  /** What was reviewed; a withdrawal has none. */
  readonly digest?: string
  readonly scores?: Readonly<Partial<Record<Score, number>>>
  readonly comment?: string
  /** The name of the file that a withdrawal takes back. */
  readonly withdraws?: string
}

/** The commands that rewrite cases without changing what they mean. */
export type CarryCommand =
  | 'taxonomy mv'
  | 'taxonomy merge'
  | 'supersede'
  | 'merge'
  | 'mv'
  | 'lint --fix'
  | 'lifecycle apply'

/**
 * A command rewrote a case: `reviews/<ID>/carry-<day>-<random>.yml`. What was approved of the text
 * before holds for the text afterwards, where the command replays.
 */
export interface CarryRecord {
  readonly case: CaseId
  readonly command: CarryCommand
  readonly arguments: Readonly<Record<string, string>>
  /** Who ran it; missing where git does not know. */
  readonly by?: Person
  readonly day: Day
  /** Digest of the case before. */
  readonly from: string
  readonly to: string
}

/** A file below `reviews/`: its review or its carry-over as far as it could be read, and its problems. */
export interface ReviewFile extends Omit<CaseFile, 'case'> {
  readonly record?: ReviewRecord
  readonly carry?: CarryRecord
  readonly fields: ReadonlyMap<Pointer, FieldPlace>
}

export const IDENTITIES = ['author', 'signed', 'forge'] as const
/** What proves who a reviewer is: a commit's author (a claim), its signature, or the forge's word. */
export type Identity = (typeof IDENTITIES)[number]

/** Who may review in a role. */
export interface Reviewer extends Person {
  /** What the forge calls the person. */
  readonly login?: string
  /** Dimension → terms: only such cases. Empty for every case. */
  readonly only: Readonly<Record<string, readonly string[]>>
  /** The last day on which reviews count. */
  readonly until?: Day
}

/** Where roles may stand in place of the configuration, beside it. */
export const ROLES_FILE = 'roles.yml'

/** What feedback does to the day of the next review. */
export interface Reuse {
  /** A solved use within the period: later, by this share of the time since the last review. */
  readonly solved: number
  /** Each unsolved one: earlier, by this share of the period. */
  readonly unsolved: number
}

/** How a library reviews. Without roles it does not. */
export interface ReviewConfig {
  readonly identity: Identity
  /** Commit up to which cases were published without review. */
  readonly adopted?: string
  /** The lowest average of the scores with which a case may be approved, 1 to 5. */
  readonly threshold: number
  readonly roles: ReadonlyMap<string, readonly Reviewer[]>
  /** The page that says who does what, relative to the library. */
  readonly raci: string
  /** Roles that must approve, by kind. */
  readonly required: Readonly<Record<Kind, readonly string[]>>
  /** Roles whose people may grant exceptions; nobody may where it is empty. */
  readonly exceptions: readonly string[]
  /** How feedback moves the day of the next review, as shares. */
  readonly reuse: Reuse
  /** Months from the last approval to the next review. */
  readonly months: number
  /** The same for some cases; of several that apply the fewest months count. */
  readonly monthsBy: {
    readonly kind: Readonly<Partial<Record<Kind, number>>>
    /** By term of the facet `urgency`. */
    readonly urgency: Readonly<Record<string, number>>
  }
}

/** `review:` in `casectl.config.yml`, as the schema lets it through. */
export interface WrittenReview {
  readonly identity?: Identity
  readonly adopted?: string
  readonly threshold?: number
  readonly roles?: Readonly<Record<string, readonly WrittenReviewer[]>>
  readonly raci?: string
  readonly required?: Readonly<Partial<Record<Kind, readonly string[]>>>
  readonly exceptions?: readonly string[]
  readonly reuse?: Partial<Reuse>
  readonly months?: number
  readonly months_by?: Partial<ReviewConfig['monthsBy']>
}

export interface WrittenReviewer extends Person {
  readonly login?: string
  readonly only?: Reviewer['only']
  readonly until?: Day
}

/** An approval on the forge: `schemas/approvals.schema.json`. One of the two names is there. */
export interface ForgeApproval {
  /** The head of the pull request when it was approved. */
  readonly commit: string
  readonly email?: string
  readonly login?: string
}
