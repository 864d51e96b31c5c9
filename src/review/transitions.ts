import { STATUSES, type Status } from '../model/case.js'

/** Where a case may go, one step at a time; `new` stands for one that was not there. */
export const TRANSITIONS: Readonly<Record<Status | 'new', readonly Status[]>> = {
  new: ['draft', 'in-review', 'published'],
  draft: ['in-review', 'withdrawn'],
  'in-review': ['published', 'draft', 'withdrawn'],
  published: ['needs-review', 'in-review', 'superseded', 'archived', 'withdrawn'],
  'needs-review': ['published', 'in-review', 'superseded', 'archived', 'withdrawn'],
  archived: ['in-review', 'needs-review'],
  superseded: ['archived', 'in-review'],
  withdrawn: ['draft', 'archived'],
}

/**
 * Whether a pull request may bring a case from one status to another: by one step, or by two with
 * `in-review` between them, which a pull request is.
 */
export function mayBecome(from: Status | 'new', to: Status): boolean {
  if (from === to || TRANSITIONS[from].includes(to)) return true
  return TRANSITIONS[from].includes('in-review') && TRANSITIONS['in-review'].includes(to)
}

/** Every status that a pull request may give to a case. */
export function nextOf(from: Status | 'new'): Status[] {
  return STATUSES.filter(status => status !== from && mayBecome(from, status))
}
