import type { Day } from '../lib/day.js'
import type { Case, RepoPath } from '../model/case.js'
import { compareDiagnostics, type Diagnostic } from '../model/diagnostic.js'
import type { CarryRecord, ReviewFile, ReviewRecord } from '../model/review.js'
import type { History } from './history.js'
import { identityFault } from './identity.js'
import { finding, findingOf } from './messages.js'
import { type Policy, personKey, personName } from './policy.js'
import { carryFaults, countFaults, placeFaults } from './record-faults.js'
import { recordName } from './record-path.js'
import { sameTexts } from './same-texts.js'

/** A review that could be read. */
export interface Review {
  readonly file: ReviewFile
  readonly record: ReviewRecord
}

/** Where a case stands in review. */
export interface Standing {
  /** Approvals of the text as it is that count, one a role at most. */
  readonly approvals: ReadonlyMap<string, Review>
  /** Approvals of another text, by role. */
  readonly stale: ReadonlyMap<string, readonly Review[]>
  /** Returns of the text as it is that count. */
  readonly returns: readonly Review[]
  /** Required roles in which nobody has approved the text as it is. */
  readonly missing: readonly string[]
  /** What is wrong with the reviews themselves. */
  readonly faults: readonly Diagnostic[]
}

export interface StandingInput {
  readonly case: Case
  readonly digest: string | undefined
  /** The reviews in the case's folder. */
  readonly files: readonly ReviewFile[]
  readonly policy: Policy
  /** The day that is judged; without it a review may be of any day. */
  readonly day?: Day | undefined
  readonly history?: History | undefined
  /** The other case whose text has a digest. */
  readonly otherOf: (digest: string) => string | undefined
}

/**
 * Weighs the reviews of a case. A review of another text neither counts nor is judged, unless the
 * pull request adds it; what is withdrawn by its own reviewer is as if it were not there. A text that a
 * command made of another one, as a carry-over shows, counts as that one.
 */
export function standingOf(input: StandingInput): Standing {
  return new Weighing(input).result()
}

class Weighing {
  readonly #input: StandingInput
  /** Digests that stand for the text as it is. */
  readonly #fresh: ReadonlySet<string>
  readonly #faults: Diagnostic[] = []
  readonly #approvals = new Map<string, Review>()
  readonly #stale = new Map<string, Review[]>()
  readonly #returns: Review[] = []
  /** Person → the role in which the person has approved. */
  readonly #people = new Map<string, string>()

  constructor(input: StandingInput) {
    this.#input = input
    this.#fresh = sameTexts(input.digest, this.#carries())
    const reviews = this.#read()
    const withdrawn = this.#withdrawn(reviews)
    for (const review of reviews) {
      if (review.record.verdict !== 'withdraw' && !withdrawn.has(recordName(review.file.path)))
        this.#weigh(review)
    }
  }

  result(): Standing {
    const missing = this.#input.policy.required(this.#input.case).filter(role => !this.#approvals.has(role))
    return {
      approvals: this.#approvals,
      stale: this.#stale,
      returns: this.#returns,
      missing,
      faults: this.#faults.sort(compareDiagnostics),
    }
  }

  #carries(): CarryRecord[] {
    return this.#input.files.flatMap(file => {
      if (file.carry === undefined) return []
      const faults = [...carryFaults(file, file.carry, this.#input.history)]
      this.#faults.push(...faults)
      return faults.length === 0 ? [file.carry] : []
    })
  }

  #read(): Review[] {
    const reviews: Review[] = []
    for (const file of this.#input.files) {
      for (const problem of file.problems) this.#faults.push(findingOf(problem, file.path))
      if (file.record === undefined) continue
      const misplaced = [...placeFaults(file, file.record)]
      this.#faults.push(...misplaced)
      if (misplaced.length === 0) reviews.push({ file, record: file.record })
    }
    return reviews
  }

  /** Names of the files that their reviewers took back. */
  #withdrawn(reviews: readonly Review[]): Set<string> {
    const names = new Map(reviews.map(review => [recordName(review.file.path), review]))
    const withdrawn = new Set<string>()
    for (const { file, record } of reviews) {
      if (record.verdict !== 'withdraw') continue
      const at = file.fields.get('/withdraws')?.value
      const target = names.get(record.withdraws ?? '')
      const name = { file: record.withdraws ?? '', case: record.case }
      if (target === undefined || target.record.verdict === 'withdraw') {
        this.#faults.push(finding('withdraws-nothing', name, file.path, at))
      } else if (personKey(target.record.reviewer) !== personKey(record.reviewer)) {
        const people = { reviewer: personName(record.reviewer), other: personName(target.record.reviewer) }
        this.#faults.push(finding('withdrawn-by-other', { ...people, file: name.file }, file.path, at))
      } else if (this.#isByReviewer(file, record)) withdrawn.add(name.file)
    }
    return withdrawn
  }

  #weigh(review: Review): void {
    const { file, record } = review
    const fresh = record.digest !== undefined && this.#fresh.has(record.digest)
    const added = this.#input.history?.added.has(file.path) === true
    if (!fresh) this.#noteOther(review)
    if (!fresh && record.verdict === 'approve') {
      this.#stale.set(record.role, [...(this.#stale.get(record.role) ?? []), review])
    }
    if (!fresh && !added) return
    const { policy, day } = this.#input
    const faults = [...countFaults(file, record, this.#input.case, policy, day)]
    this.#faults.push(...faults)
    const proven = this.#isByReviewer(file, record)
    const counts = fresh && proven && faults.length === 0
    if (record.verdict === 'approve') this.#approve(review, counts)
    else if (record.verdict === 'return' && counts) this.#returns.push(review)
  }

  #approve(review: Review, counts: boolean): void {
    const { file, record } = review
    const person = personKey(record.reviewer)
    const reviewer = personName(record.reviewer)
    const at = file.fields.get('/reviewer')?.value
    const own = this.#input.history?.authors.get(this.#input.case.id)?.has(person) === true
    if (own) this.#faults.push(finding('own-case', { reviewer, case: this.#input.case.id }, file.path, at))
    if (!counts || own) return
    const other = this.#people.get(person)
    if (other !== undefined && other !== record.role) {
      this.#faults.push(finding('same-person', { reviewer, other }, file.path, at))
    } else if (!this.#approvals.has(record.role)) {
      this.#people.set(person, record.role)
      this.#approvals.set(record.role, review)
    }
  }

  /** Names the other case whose digest a review has. */
  #noteOther({ file, record }: Review): void {
    const { history, otherOf } = this.#input
    const { digest } = record
    // Whatever a pull request does not add has been judged before.
    if (digest === undefined || (history !== undefined && !history.added.has(file.path))) return
    if (history?.former.get(record.case)?.has(digest) === true) return
    const other = otherOf(digest)
    if (other === undefined || other === record.case) return
    const at = file.fields.get('/digest')?.value
    this.#faults.push(finding('other-digest', { other, case: record.case }, file.path, at))
  }

  #isByReviewer(file: ReviewFile, record: ReviewRecord): boolean {
    const { history, policy } = this.#input
    const added = history?.added.get(file.path)
    if (history === undefined || added === undefined) return true
    const claim = {
      path: file.path,
      person: record.reviewer,
      at: file.fields.get('/reviewer')?.value,
      login: policy.find(record.role, record.reviewer.email)?.login,
    }
    const fault = identityFault(claim, added, history, policy)
    if (fault !== undefined) this.#faults.push(fault)
    return fault === undefined
  }
}

/** The files of reviews in a sentence. */
export function namesOf(reviews: readonly Review[]): string {
  return reviews.map(({ file }): RepoPath => file.path).join(', ')
}
