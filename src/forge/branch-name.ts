import type { CaseId } from '../model/case-id.js'

/** What every branch of a submitted case begins with. */
export const BRANCHES = 'case/'
/** Characters of a title in a branch's name. */
const MOST = 40

/**
 * The branch of a case: `case/CASE-7F3KQ-router-drops`. Only ASCII letters and digits of the title are
 * taken, so that the name needs no escaping in addresses and file systems; a title without any leaves
 * the id alone.
 */
export function branchOf(id: CaseId, title: string): string {
  const words =
    title
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  let slug = ''
  for (const word of words) {
    if (slug.length + word.length + 1 > MOST) break
    slug = slug === '' ? word : `${slug}-${word}`
  }
  return slug === '' ? `${BRANCHES}${id}` : `${BRANCHES}${id}-${slug}`
}

/** Whether a branch is one of a case, whatever the title was when it was made. */
export function isBranchOf(id: CaseId, name: string): boolean {
  return name === `${BRANCHES}${id}` || name.startsWith(`${BRANCHES}${id}-`)
}

/** A name that nobody has taken: the given one, else with a number behind it. */
export function freeBranch(name: string, taken: (name: string) => boolean): string {
  let free = name
  for (let i = 2; taken(free); i++) free = `${name}-${i}`
  return free
}
