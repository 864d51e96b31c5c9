import type { Day } from '../lib/day.js'
import type { Marks } from '../lib/marked-block.js'
import { KINDS } from '../model/case.js'
import type { Config } from '../model/config.js'
import type { Reviewer } from '../model/review.js'
import { personKey } from '../review/policy.js'
import { REVIEWS } from '../review/record-path.js'

export const OWNER_FORMATS = ['github', 'gitlab'] as const
export type OwnerFormat = (typeof OWNER_FORMATS)[number]

/** Between these lines CODEOWNERS is generated. */
export const OWNER_MARKS: Marks = {
  begin: '# casectl roles: written by `casectl roles sync` from the roles of the library',
  end: '# casectl roles: end',
}

/** The role whose people keep the settings, if a library has it. */
const MAINTAINERS = /^maintainers?$/

export interface OwnersInput {
  readonly config: Pick<Config, 'folders' | 'taxonomy' | 'review'>
  /** Files that the policy stands in, relative to the library. */
  readonly settings: readonly string[]
  /** The library's folder from the top of the repository, '' for the top. */
  readonly folder: string
  /** Whose reviews have ended by then is no owner. */
  readonly day: Day
}

/**
 * The lines of CODEOWNERS that the roles come to, with what they cannot express as comments:
 * - A path says nothing of facets, so that a reviewer of some products is asked for every case.
 * - On GitHub the approval of any one owner of the last line that matches is enough
 *   (https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners);
 *   on GitLab that of one owner in each section (https://docs.gitlab.com/user/project/codeowners/reference/).
 */
export function codeowners(input: OwnersInput, format: OwnerFormat): string {
  const roles = rolesInForce(input)
  return [
    ...remarks(roles, format),
    ...(format === 'github' ? forGithub(input, roles) : forGitlab(input, roles)),
  ].join('\n')
}

interface Role {
  readonly name: string
  readonly people: readonly Reviewer[]
  /** For every kind, for some, or for none. */
  readonly required: 'all' | 'some' | 'none'
}

function rolesInForce({ config: { review }, day }: OwnersInput): Role[] {
  return [...review.roles].map(([name, people]) => {
    const asked = KINDS.filter(kind => review.required[kind].includes(name)).length
    return {
      name,
      people: people.filter(({ until }) => until === undefined || day <= until),
      required: asked === KINDS.length ? 'all' : asked > 0 ? 'some' : 'none',
    }
  })
}

function remarks(roles: readonly Role[], format: OwnerFormat): string[] {
  const limited = roles.flatMap(({ name, people }) =>
    people
      .filter(({ only }) => Object.keys(only).length > 0)
      .map(person => `#   ${name}: ${person.name ?? person.email} reviews only ${scope(person)}`),
  )
  const all =
    format === 'github'
      ? ['# Any one owner of a line may approve; that each role approves, `casectl review check` sees to.']
      : ['# One owner of each section may approve; by distinct people, `casectl review check` sees to.']
  const facets = ['# A path cannot say which cases somebody is for; the gate knows:', ...limited]
  return [...all, ...(limited.length > 0 ? facets : [])]
}

/** What a reviewer is limited to: `product home-router, charger`. */
export function scope({ only }: Reviewer): string {
  return Object.entries(only)
    .map(([facet, terms]) => `${facet} ${terms.join(', ')}`)
    .join('; ')
}

function forGithub(input: OwnersInput, roles: readonly Role[]): string[] {
  const reviewers = roles.filter(({ required }) => required !== 'none').flatMap(({ people }) => people)
  const cases = owners(reviewers)
  if (cases === '') return ['# Nobody reviews.']
  return [
    ...paths(input).map(path => `${path} ${cases}`),
    ...settings(input).map(path => `${path} ${owners(keepers(roles))}`),
  ]
}

function forGitlab(input: OwnersInput, roles: readonly Role[]): string[] {
  const sections = roles
    .filter(({ required, people }) => required !== 'none' && people.length > 0)
    .flatMap(({ name, people, required }) => [
      // A role of some kinds only: a path cannot tell those, so that the section does not keep a merge back.
      `${required === 'some' ? '^' : ''}[${name}]`,
      ...paths(input).map(path => `${path} ${owners(people)}`),
    ])
  if (sections.length === 0) return ['# Nobody reviews.']
  return [...sections, '[settings]', ...settings(input).map(path => `${path} ${owners(keepers(roles))}`)]
}

/** Maintainers where the library has them, else whoever reviews every case, else all reviewers. */
function keepers(roles: readonly Role[]): readonly Reviewer[] {
  const all = roles.flatMap(({ people }) => people)
  const maintainers = roles.filter(({ name }) => MAINTAINERS.test(name)).flatMap(({ people }) => people)
  if (maintainers.length > 0) return maintainers
  const whole = all.filter(({ only }) => Object.keys(only).length === 0)
  return whole.length > 0 ? whole : all
}

function paths({ config: { folders }, folder }: OwnersInput): string[] {
  return [...new Set([folders.cases, folders.archive, REVIEWS])].map(path => `${pattern(folder, path)}/`)
}

function settings(input: OwnersInput): string[] {
  return [...new Set([...input.settings, input.config.taxonomy])].map(path => pattern(input.folder, path))
}

/** A path from the top of the repository as a pattern that matches nothing else. */
function pattern(folder: string, path: string): string {
  return `/${[folder, path].filter(part => part !== '').join('/')}`.replace(/[\\\s#*?[\]!]/g, '\\$&')
}

/** Each person once: as the forge calls them, else by address, which both forges take. */
function owners(people: readonly Reviewer[]): string {
  const known = new Map(people.map(person => [personKey(person), person]))
  return [...known.values()]
    .map(({ login, email }) => (login === undefined ? email : `@${login.replace(/^@/, '')}`))
    .filter(name => !/\s/.test(name))
    .join(' ')
}
