import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ANNA, caseOf, gitAs, ID, PATH, SUE, TIM } from '../review/team.js'
import { GIT_ENV, write } from './repository.js'
import { cli } from './run-cli.js'
import { temporaryFolder } from './temporary.js'

const PEOPLE = { anna: ANNA, tim: TIM, sue: SUE }
type Name = keyof typeof PEOPLE

const CONFIG = `review:
  roles:
    technical: [{ name: Tim Tech, email: tim@example.com }]
    sensitivity: [{ name: Sue Sense, email: sue@example.com }]
`

/** Three clones of one bare repository, and what is typed and printed in them. */
class Team {
  readonly transcript: string[] = []
  readonly #folder = temporaryFolder()

  constructor() {
    gitAs(ANNA, this.#folder, 'init', '--quiet', '--bare', '--initial-branch=main', 'library.git')
    for (const name of Object.keys(PEOPLE) as Name[]) {
      gitAs(PEOPLE[name], this.#folder, 'clone', '--quiet', 'library.git', name)
      gitAs(PEOPLE[name], this.at(name), 'config', 'pull.rebase', 'false')
    }
  }

  at(name: Name): string {
    return join(this.#folder, name)
  }

  write(name: Name, path: string, text: string): void {
    write(this.at(name), path, text)
  }

  /** Runs git as a person; with a message, commits first. */
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
    const args = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
    const person = { GIT_AUTHOR_NAME: PEOPLE[name].name, GIT_AUTHOR_EMAIL: PEOPLE[name].email }
    const result = await cli(args, { cwd: this.at(name), env: { ...GIT_ENV, ...person, TMPDIR: '/tmp' } })
    this.note(name, `casectl ${line}`, `${result.stdout}${result.stderr}`.trimEnd())
    return result
  }
}

/** The transcript without what is drawn anew each time. */
function settled(lines: readonly string[]): string {
  return lines.join('\n').replace(/-[0-9a-z]{10}\.yml/g, '-7r2m9x0kq4.yml')
}

test('three clones of one remote: drafted, approved twice, published, merged; one word later the gate is shut', async () => {
  const team = new Team()
  team.write('anna', 'casectl.config.yml', CONFIG)
  team.git('anna', 'add', '--all')
  team.git('anna', 'commit', '--quiet', '-m', 'library')
  team.git('anna', 'push', '--quiet', 'origin', 'main')

  team.git('anna', 'switch', '--quiet', '-c', 'router-drops')
  team.note('anna', 'git switch -c router-drops')
  team.write('anna', PATH, caseOf('in-review'))
  team.commit('anna', `${ID} for review`)
  team.git('anna', 'push', '--quiet', '-u', 'origin', 'router-drops')
  team.note('anna', 'git push -u origin router-drops')

  const scores = '--authenticity 5 --typicality 4 --reusability 4'
  for (const [name, role, words] of [
    ['tim', 'technical', ' -m "Reproduced on firmware 2.1."'],
    ['sue', 'sensitivity', ''],
  ] as const) {
    team.git(name, 'fetch', '--quiet')
    team.git(name, 'switch', '--quiet', 'router-drops')
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
  expect(settled(team.transcript)).toBe(documented())
})

/** The transcript that docs/review.md shows: the first block of its kind. */
function documented(): string {
  return /```console\n([\s\S]*?)\n```/.exec(readFileSync('docs/review.md', 'utf8'))?.[1] ?? ''
}
