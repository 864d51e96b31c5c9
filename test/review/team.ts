import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReviewRecord } from '../../src/model/review.js'
import { reviewText } from '../../src/review/write-review.js'
import { digestOf } from '../../src/workspace/case-digest.js'
import { GIT_ENV, write } from '../cli/repository.js'
import { temporaryFolder } from '../cli/temporary.js'
import { parse } from '../parse/parsing.js'

export interface Person {
  readonly name: string
  readonly email: string
}
export const ANNA: Person = { name: 'Anna Author', email: 'anna@example.com' }
export const TIM: Person = { name: 'Tim Tech', email: 'tim@example.com' }
export const SUE: Person = { name: 'Sue Sense', email: 'sue@example.com' }
export const MAX: Person = { name: 'Max Else', email: 'max@example.com' }

export const POLICY = `review:
  roles:
    technical:
      - { name: Tim Tech, email: tim@example.com, login: tim }
      - { name: Anna Author, email: anna@example.com }
    sensitivity:
      - { name: Sue Sense, email: sue@example.com, login: sue }
      - { name: Tim Tech, email: tim@example.com, login: tim }
`
export const ID = 'CASE-7F3KQ'
export const PATH = `cases/${ID}-a.md`

export function caseOf(status: string, words = 'Restart the router.', id = ID): string {
  return `---\nid: ${id}\nkind: case\ntitle: Router drops\nstatus: ${status}\nlanguage: en\n---\n\n# Router drops\n\n## Steps\n\n${words}\n`
}

/** Runs git as a person; the day of a commit is that of the year 2026 in which tests live. */
export function gitAs(who: Person, cwd: string, ...args: readonly string[]): string {
  const env = {
    ...GIT_ENV,
    GIT_AUTHOR_NAME: who.name,
    GIT_AUTHOR_EMAIL: who.email,
    GIT_COMMITTER_NAME: who.name,
    GIT_COMMITTER_EMAIL: who.email,
    GIT_AUTHOR_DATE: '2026-11-28T12:00:00Z',
    GIT_COMMITTER_DATE: '2026-11-28T12:00:00Z',
  }
  const local = ['-c', 'protocol.file.allow=always', '-c', 'commit.gpgsign=false']
  return execFileSync('git', [...local, ...args], { cwd, env, encoding: 'utf8', stdio: 'pipe' })
}

/** Commits everything as a person. */
export function commitAs(who: Person, cwd: string, message = 'change'): string {
  gitAs(who, cwd, 'add', '--all')
  gitAs(who, cwd, 'commit', '--quiet', '-m', message)
  return gitAs(who, cwd, 'rev-parse', 'HEAD').trim()
}

/** A repository on a branch `work` from `main`, which holds the policy and no case. */
export function library(policy = POLICY): string {
  const cwd = temporaryFolder()
  gitAs(ANNA, cwd, 'init', '--quiet', '--initial-branch=main')
  write(cwd, 'casectl.config.yml', policy)
  commitAs(ANNA, cwd, 'library')
  gitAs(ANNA, cwd, 'switch', '--quiet', '-c', 'work')
  return cwd
}

let drawn = 0

/** A review as the command would write it, with what a test says otherwise. */
export function reviewOf(
  cwd: string,
  who: Person,
  role: string,
  other: Partial<ReviewRecord> = {},
  path = PATH,
): { path: string; text: string } {
  const file = join(cwd, path)
  const digest = existsSync(file) ? digestOf(parse(readFileSync(file, 'utf8'))) : undefined
  const record: ReviewRecord = {
    ...{ case: ID, role, verdict: 'approve', reviewer: who, day: '2026-11-28' },
    ...(digest === undefined ? {} : { digest }),
    scores: { authenticity: 4, typicality: 4, reusability: 4 },
    ...other,
  }
  const name = `${record.day}-${record.role}-${String(drawn++).padStart(10, '0')}.yml`
  return { path: `reviews/${record.case}/${name}`, text: reviewText(record) }
}

/** Writes a review and commits it as its reviewer. */
export function review(
  cwd: string,
  who: Person,
  role: string,
  other: Partial<ReviewRecord> = {},
  author = who,
): string {
  const { path, text } = reviewOf(cwd, who, role, other)
  write(cwd, path, text)
  commitAs(author, cwd, `review as ${role}`)
  return path
}

/** Anna's case in review, approved by Tim and Sue, published. */
export function published(cwd: string): { technical: string; sensitivity: string } {
  write(cwd, PATH, caseOf('in-review'))
  commitAs(ANNA, cwd, 'draft')
  const technical = review(cwd, TIM, 'technical')
  const sensitivity = review(cwd, SUE, 'sensitivity')
  write(cwd, PATH, caseOf('published'))
  commitAs(SUE, cwd, 'publish')
  return { technical, sensitivity }
}
