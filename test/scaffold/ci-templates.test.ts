import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const read = (name: string): string => readFileSync(`templates/ci/${name}`, 'utf8')
const VERSION: string = JSON.parse(readFileSync('package.json', 'utf8')).version

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: object
  readonly jobs: Readonly<
    Record<
      string,
      { readonly permissions: object; readonly steps: readonly Step[]; readonly 'timeout-minutes': number }
    >
  >
}

test('the GitHub workflow may read the repository and nothing else, and keeps no token', () => {
  const { on, permissions, jobs } = parse(read('github-action.yml')) as Workflow
  expect(Object.keys(on)).toEqual(['pull_request', 'workflow_call'])
  expect(permissions).toEqual({})
  for (const job of Object.values(jobs)) {
    expect(job.permissions).toEqual({ contents: 'read' })
    expect(job['timeout-minutes']).toBeGreaterThan(0)
    const checkout = job.steps.find(({ uses }) => uses?.startsWith('actions/checkout@') === true)
    expect(checkout?.with).toEqual({ 'fetch-depth': 0, 'persist-credentials': false })
  }
})

test('every action is pinned to a commit, and casectl to this version', () => {
  const { jobs } = parse(read('github-action.yml')) as Workflow
  for (const { uses } of Object.values(jobs).flatMap(job => job.steps)) {
    if (uses !== undefined) expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/)
  }
  for (const name of ['github-action.yml', 'gitlab-ci.yml']) {
    const versions = [...read(name).matchAll(/casectl@([\w.-]+)/g)].map(match => match[1])
    expect(versions).toEqual([VERSION, VERSION])
  }
  expect(parse(read('gitlab-ci.yml')).casectl.image).toMatch(/^node:\d+\.\d+\.\d+-/)
})

test('nothing that contributors write is put into a script: no expression in any, every variable quoted', () => {
  const { jobs } = parse(read('github-action.yml')) as Workflow
  const gitlab = parse(read('gitlab-ci.yml')) as Readonly<
    Record<string, { readonly script: readonly string[] }>
  >
  const runs = Object.values(jobs).flatMap(job => job.steps.flatMap(({ run }) => run ?? []))
  const scripts = [...runs, ...Object.values(gitlab).flatMap(({ script }) => script)]
  expect(scripts).toHaveLength(5)
  for (const script of scripts) {
    expect(script).not.toContain('${{')
    // What is left without the quoted pieces holds no variable.
    expect(script.replaceAll(/"[^"]*"/g, '')).not.toContain('$')
  }
  for (const name of ['github-action.yml', 'gitlab-ci.yml']) {
    expect(read(name)).not.toMatch(/\.title|head_ref|_TITLE|COMMIT_MESSAGE/)
  }
})

test('both templates judge the reviews of what the request changes, with its whole history', () => {
  const { jobs } = parse(read('github-action.yml')) as Workflow
  const runs = Object.values(jobs).flatMap(job => job.steps.flatMap(({ run }) => run ?? []))
  expect(runs.filter(run => run.includes('review check "origin/$BASE..HEAD"'))).toHaveLength(1)
  const gitlab = parse(read('gitlab-ci.yml'))
  expect(gitlab['casectl-review']).toMatchObject({ extends: 'casectl' })
  expect(gitlab['casectl-review'].script[0]).toContain('"$CI_MERGE_REQUEST_DIFF_BASE_SHA..$CI_COMMIT_SHA"')
  expect(gitlab.casectl.variables.GIT_DEPTH).toBe('0')
})
