import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ANNA, caseOf, gitAs, ID, PATH, SUE, TIM } from '../review/team.js'
import { serveGit } from './git-server.js'
import { GIT_ENV, write } from './repository.js'
import { cli } from './run-cli.js'
import { temporaryFolder } from './temporary.js'
import { settled, wordsOf } from './transcript.js'

const PEOPLE = { anna: ANNA, tim: TIM, sue: SUE }
type Name = keyof typeof PEOPLE
const BRANCH = `case/${ID}-router-drops`

const CONFIG = `rules: { title-standard: off, required-sections: off, required-fields: off, ordered-steps: off }
review:
  roles:
    technical: [{ name: Tim Tech, email: tim@example.com }]
    sensitivity: [{ name: Sue Sense, email: sue@example.com }]
`

/** Three clones of one bare repository that git itself serves by http, and what is typed and printed in them. */
class Team {
  readonly transcript: string[] = []
  readonly #folder: string

  private constructor(folder: string) {
    this.#folder = folder
  }

  static async start(): Promise<Team> {
    const folder = temporaryFolder()
    gitAs(ANNA, folder, 'init', '--quiet', '--bare', '--initial-branch=main', 'served/library.git')
    const server = await serveGit(join(folder, 'served'))
    const team = new Team(folder)
    for (const name of Object.keys(PEOPLE) as Name[]) {
      gitAs(PEOPLE[name], folder, 'clone', '--quiet', `${server}/library.git`, name)
      gitAs(PEOPLE[name], team.at(name), 'config', 'pull.rebase', 'false')
      gitAs(PEOPLE[name], team.at(name), 'symbolic-ref', 'HEAD', 'refs/heads/main')
    }
    return team
  }

  at(name: Name): string {
    return join(this.#folder, name)
  }

  write(name: Name, path: string, text: string): void {
    write(this.at(name), path, text)
  }

  /** Runs git as a person. */
  git(name: Name, ...args: readonly string[]): string {
    return gitAs(PEOPLE[name], this.at(name), ...args)
  }

  commit(name: Name, message: string): void {
    this.git(name, 'add', '--all')
    this.git(name, 'commit', '--quiet', '-m', message)
    this.note(name, `git commit -m "${message}"`)
  }

  /** Changes the case by hand. */
  sed(name: Name, script: string): void {
    execFileSync('sed', ['-i', script, PATH], { cwd: this.at(name) })
    this.note(name, `sed -i '${script}' ${PATH}`)
  }

  note(name: Name, line: string, output = ''): void {
    this.transcript.push(`${name}$ ${line}`, ...(output === '' ? [] : [output]))
  }

  async casectl(name: Name, line: string): Promise<{ code: number; stdout: string }> {
    const args = wordsOf(line)
    const person = { GIT_AUTHOR_NAME: PEOPLE[name].name, GIT_AUTHOR_EMAIL: PEOPLE[name].email }
    const result = await cli(args, { cwd: this.at(name), env: { ...GIT_ENV, ...person, TMPDIR: '/tmp' } })
    this.note(name, `casectl ${line}`, `${result.stdout}${result.stderr}`.trimEnd())
    return result
  }
}

test('three clones of one remote: drafted, submitted, approved twice, published, merged; one word later the gate is shut', async () => {
  const team = await Team.start()
  team.write('anna', 'casectl.config.yml', CONFIG)
  team.git('anna', 'add', '--all')
  team.git('anna', 'commit', '--quiet', '-m', 'library')
  team.git('anna', 'push', '--quiet', 'origin', 'main')

  team.write('anna', PATH, caseOf('draft'))
  expect(await team.casectl('anna', `submit ${ID} --switch`)).toMatchObject({ code: 0 })

  const scores = '--authenticity 5 --typicality 4 --reusability 4'
  for (const [name, role, words] of [
    ['tim', 'technical', ' -m "Reproduced on firmware 2.1."'],
    ['sue', 'sensitivity', ''],
  ] as const) {
    team.git(name, 'fetch', '--quiet')
    team.git(name, 'switch', '--quiet', BRANCH)
    team.note(name, `git fetch && git switch ${BRANCH}`)
    const done = await team.casectl(name, `review approve ${ID} --role ${role} ${scores}${words}`)
    expect(done.code).toBe(0)
    team.commit(name, `Review ${ID}`)
  }
  team.git('tim', 'push', '--quiet')
  team.note('tim', 'git push')
  // Both reviewed the same commit: the second one merges, and nothing is in conflict.
  team.git('sue', 'pull', '--quiet', '--no-edit')
  team.git('sue', 'push', '--quiet')
  team.note('sue', 'git pull && git push')

  team.git('anna', 'pull', '--quiet')
  team.note('anna', 'git pull')
  expect((await team.casectl('anna', `review publish ${ID}`)).code).toBe(0)
  team.commit('anna', `Publish ${ID}`)
  expect(await team.casectl('anna', 'review check origin/main..HEAD')).toMatchObject({ code: 0 })
  team.git('anna', 'push', '--quiet', 'origin', 'HEAD', 'HEAD:main')
  team.note('anna', 'git push origin HEAD HEAD:main')

  team.git('anna', 'fetch', '--quiet')
  team.sed('anna', 's/Restart the router/Restart the modem/')
  team.commit('anna', 'One word')
  const shut = await team.casectl('anna', 'review check origin/main..HEAD')
  expect(shut.code).toBe(1)
  expect(shut.stdout).toMatch(/approved as technical: reviews\/CASE-7F3KQ\/\S+-technical-/)
  expect(shut.stdout).toMatch(/approved as sensitivity: reviews\/CASE-7F3KQ\/\S+-sensitivity-/)
  expect(settled(team.transcript.join('\n'))).toBe(documented())
})

/** The transcript that docs/review.md shows: the first block of its kind. */
function documented(): string {
  return /```console\n([\s\S]*?)\n```/.exec(readFileSync('docs/review.md', 'utf8'))?.[1] ?? ''
}
