import type { Person } from './step.js'

/** Who works in the sandbox. The addresses are those that example.com keeps free for examples. */
export const SAM: Person = { login: 'sam', name: 'Sam Reed', email: 'sam.reed@example.com' }
export const ANNA: Person = { login: 'anna', name: 'Anna Bell', email: 'anna.bell@example.com' }
export const ROBERT: Person = { login: 'robert', name: 'Robert Hale', email: 'robert.hale@example.com' }
export const MIN: Person = { login: 'min', name: 'Zhao Min', email: 'zhao.min@example.com' }
export const YUE: Person = { login: 'yue', name: 'Lin Yue', email: 'lin.yue@example.com' }

/** The variables by which git writes somebody into a commit. */
export function identityOf({ name, email }: Person): Record<string, string> {
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
  }
}
