import type { Day } from '../lib/day.js'
import type { RepoPath } from '../model/case.js'
import { type CaseId, CROCKFORD } from '../model/case-id.js'
import { baseName } from '../model/repo-path.js'

/** Where reviews lie, relative to the library's root. */
export const REVIEWS = 'reviews'

/** Random characters of a name: with 50 bits no two reviews of a day meet. */
const RANDOM_LENGTH = 10

const FORM = /^reviews\/([^/]+)\/(\d{4}-\d{2}-\d{2})-([a-z][a-z0-9-]*)-([0-9a-z]{10})\.yml$/

/** What the name of a review file says. */
export interface RecordName {
  readonly case: CaseId
  readonly day: Day
  readonly role: string
}

const CARRY_FORM = /^reviews\/([^/]+)\/carry-(\d{4}-\d{2}-\d{2})-[0-9a-z]{10}\.yml$/

/** What the name of a carry-over says; undefined for a name that none has. */
export function readCarryPath(path: RepoPath): Omit<RecordName, 'role'> | undefined {
  const match = CARRY_FORM.exec(path)
  if (match === null) return undefined
  const [, id = '', day = ''] = match
  return { case: id, day }
}

/** A path that no other carry-over takes. */
export function drawCarryPath(name: Omit<RecordName, 'role'>, random: (n: number) => Uint8Array): RepoPath {
  return `${REVIEWS}/${name.case}/carry-${name.day}-${drawName(random)}.yml`
}

/** Undefined for a name that no review has. */
export function readRecordPath(path: RepoPath): RecordName | undefined {
  const match = FORM.exec(path)
  if (match === null) return undefined
  const [, id = '', day = '', role = ''] = match
  return { case: id, day, role }
}

/** A path that nobody else takes: two branches that review one case never touch one file. */
export function drawRecordPath(name: RecordName, random: (n: number) => Uint8Array): RepoPath {
  return `${REVIEWS}/${name.case}/${name.day}-${name.role}-${drawName(random)}.yml`
}

/** Ten random characters of a name: 50 bits. */
export function drawName(random: (n: number) => Uint8Array): string {
  const drawn = [...random(RANDOM_LENGTH)].map(byte => CROCKFORD[byte & 31]).join('')
  return drawn.toLowerCase()
}

/** The id in whose folder a file lies, or undefined for what lies elsewhere. */
export function idOfRecord(path: RepoPath): CaseId | undefined {
  return /^reviews\/([^/]+)\/[^/]+$/.exec(path)?.[1]
}

/** The name by which a withdrawal names a review. */
export function recordName(path: RepoPath): string {
  return baseName(path)
}
