import type { Message } from '../lib/message.js'
import type { AuditConfig } from '../model/audit.js'
import { STATUSES, type Status } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import type { CommitFacts } from '../model/commit.js'
import type { AuditEntry, AuditedCommit } from './audit-entry.js'
import { personKey } from './policy.js'
import { mayBecome } from './transitions.js'

export const UNUSUAL = {
  'mass-delete': {
    en: '{author} removed {count} cases on {day}.',
    zh: '{author} 于 {day} 删除了 {count} 个案例。',
  },
  'off-hours': {
    en: '{author} committed at {time}, outside working hours.',
    zh: '{author} 在工作时段之外提交：{time}。',
  },
  'own-review': {
    en: '{author} approved {case}, which the same person changed in {other}.',
    zh: '{author} 批准了 {case}，而此人曾在 {other} 中修改该案例。',
  },
  'status-jump': {
    en: '{case} went from {from} to {to}, which no step allows.',
    zh: '{case} 的状态从 {from} 变为 {to}，不是允许的步骤。',
  },
  'review-edited': { en: 'The review {path} was changed.', zh: '评审 {path} 被修改。' },
  'review-removed': { en: 'The review {path} was removed.', zh: '评审 {path} 被删除。' },
  'bad-signature': {
    en: 'The signature does not hold (git says {status}).',
    zh: '签名无效（git 显示 {status}）。',
  },
} as const satisfies Readonly<Record<string, Message>>

export type UnusualCode = keyof typeof UNUSUAL

/** Something that an auditor wants to look at. It may be right. */
export interface Unusual {
  readonly code: UnusualCode
  /** The full object name; of a mass deletion the last of the day. */
  readonly commit: string
  readonly case?: CaseId
  readonly args: Readonly<Record<string, string | number>>
}

/** Of `%G?`: a signature that is wrong, or by a key that was revoked (git-log(1)). */
const BAD_SIGNATURES = new Set(['B', 'R'])

interface Change {
  readonly person: string
  readonly commit: string
}

/** Watches commits, newest first, for what is unusual. */
export class UnusualWatch {
  readonly #config: AuditConfig
  /** Person and day → the cases removed. */
  readonly #removed = new Map<string, { cases: Set<CaseId>; commit: string; author: string; day: string }>()
  /** Approvals seen, by case: their changes come later, since they are older. */
  readonly #approved = new Map<CaseId, Change[]>()
  readonly #changed = new Map<CaseId, Change[]>()

  constructor(config: AuditConfig) {
    this.#config = config
  }

  /** What is unusual about a commit by itself. */
  *look(commit: AuditedCommit): Iterable<Unusual> {
    if (commit.entries.length === 0) return
    const at = { commit: commit.commit }
    const { name, time } = commit.author
    if (isOffHours(time, this.#config.hours)) yield { ...at, code: 'off-hours', args: { time, author: name } }
    const { status } = commit.signature
    if (BAD_SIGNATURES.has(status)) yield { ...at, code: 'bad-signature', args: { status } }
    for (const entry of commit.entries) {
      this.#note(entry, commit)
      yield* jump(entry, commit)
      for (const { how, path } of entry.reviews) {
        if (how !== 'added') yield { ...at, code: `review-${how}`, case: entry.id, args: { path } }
      }
    }
  }

  /** What only all commits together show. */
  *end(): Iterable<Unusual> {
    for (const { cases, commit, author, day } of this.#removed.values()) {
      if (cases.size < this.#config.massDelete) continue
      yield { code: 'mass-delete', commit, args: { author, day, count: cases.size } }
    }
    for (const [id, approvals] of this.#approved) {
      for (const { person, commit } of approvals) {
        const own = this.#changed.get(id)?.find(change => change.person === person)
        if (own === undefined) continue
        const args = { author: person, case: id, other: own.commit.slice(0, 12) }
        yield { code: 'own-review', commit, case: id, args }
      }
    }
  }

  #note(entry: AuditEntry, { commit, author }: CommitFacts): void {
    const { id, action, reviews } = entry
    const person = personKey(author)
    if (action === 'removed') {
      const day = author.time.slice(0, 10)
      const key = `${person} ${day}`
      const known = this.#removed.get(key) ?? { cases: new Set(), commit, author: author.name, day }
      known.cases.add(id)
      this.#removed.set(key, known)
    }
    // Of what is new or gone nothing has to be compared to know that it says something else.
    if (action === 'added' || ((action === 'changed' || action === 'moved') && saysMore(entry.comparison))) {
      push(this.#changed, id, { person, commit })
    }
    for (const { how, record } of reviews) {
      if (how !== 'added' || record?.verdict !== 'approve') continue
      push(this.#approved, id, { person: personKey(record.reviewer), commit })
    }
  }
}

function push(map: Map<CaseId, Change[]>, id: CaseId, change: Change): void {
  const known = map.get(id)
  if (known === undefined) map.set(id, [change])
  else known.push(change)
}

/** Fields that anybody may set without becoming an author: those that no approval covers. */
const STANDING: ReadonlySet<string> = new Set(['status', 'updated', 'review_by', 'superseded_by'])

function saysMore({ fields, sections }: AuditEntry['comparison']): boolean {
  return sections.length > 0 || fields.some(({ field }) => !STANDING.has(field))
}

function* jump({ id, before, after }: AuditEntry, { commit }: CommitFacts): Iterable<Unusual> {
  const from = before === undefined ? 'new' : statusOf(before.status)
  if (from === undefined || (before === undefined && after === undefined)) return
  if (after === undefined) {
    if (from !== 'draft') yield { code: 'status-jump', commit, case: id, args: { case: id, from, to: '–' } }
    return
  }
  const to = statusOf(after.status)
  if (to === undefined || mayBecome(from, to)) return
  yield { code: 'status-jump', commit, case: id, args: { case: id, from, to } }
}

function statusOf(text: string): Status | undefined {
  return STATUSES.find(status => status === text)
}

/** True for a time outside the hours, by the clock that the time itself names. */
export function isOffHours(time: string, { from, to, weekends }: AuditConfig['hours']): boolean {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2})/.exec(time)
  if (match === null) return false
  const [, day = '', hour = ''] = match
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (!weekends && (weekday === 0 || weekday === 6)) return true
  const at = Number(hour)
  return from <= to ? at < from || at >= to : at < from && at >= to
}
