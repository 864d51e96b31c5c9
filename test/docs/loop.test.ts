import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Words } from '../../src/tutorial/command-line.js'
import { ANNA, MIN, ROBERT, SAM, YUE } from '../../src/tutorial/people.js'
import { GIT_ENV, write } from '../cli/repository.js'
import { cli } from '../cli/run-cli.js'
import { sampleCopy, temporaryFolder } from '../cli/temporary.js'
import { replayed } from '../cli/transcript.js'
import { gitAs } from '../review/team.js'

// Two dozen commands one after the other.
vi.setConfig({ testTimeout: 180_000 })

const PEOPLE = Object.fromEntries([ANNA, MIN, ROBERT, SAM, YUE].map(person => [person.login, person]))

const CONFIG = `version: 1
languages: [zh-CN, en]
search: { log: true }
review:
  roles:
    technical: [{ name: ${ROBERT.name}, email: ${ROBERT.email} }]
    sensitivity: [{ name: ${MIN.name}, email: ${MIN.email} }]
`

/** The sample library with reviewers and a remote, and the export that the page shows. */
function library(page: string): string {
  const cwd = sampleCopy()
  write(cwd, 'casectl.config.yml', CONFIG)
  write(cwd, '.gitignore', '.casectl/\ntickets.csv\nmapping.yml\n')
  const remote = join(temporaryFolder(), 'library.git')
  gitAs(YUE, cwd, 'init', '--quiet', '--bare', '--initial-branch=main', remote)
  gitAs(YUE, cwd, 'init', '--quiet', '--initial-branch=main')
  gitAs(YUE, cwd, 'remote', 'add', 'origin', remote)
  gitAs(YUE, cwd, 'add', '--all')
  gitAs(YUE, cwd, 'commit', '--quiet', '-m', 'The sample library')
  gitAs(YUE, cwd, 'push', '--quiet', '-u', 'origin', 'main')
  write(cwd, 'tickets.csv', /```csv\n([\s\S]*?)```/.exec(page)?.[1] ?? '')
  return cwd
}

test.each([
  ['docs/loop.md', 'en_US.UTF-8'],
  ['docs/loop.zh-CN.md', 'zh_CN.UTF-8'],
])('every line of %s prints what the page says', async (file, LANG) => {
  const page = readFileSync(file, 'utf8')
  const cwd = library(page)
  let drawn = 0
  // Ids are drawn; here they are the same each time.
  const random = (n: number): Uint8Array => Uint8Array.from({ length: n }, () => (drawn++ * 37) % 251)
  const shell = async (login: string, [program, ...args]: Words): Promise<string> => {
    const person = PEOPLE[login] ?? YUE
    if (program === 'git') return gitAs(person, cwd, ...args)
    const who = { GIT_AUTHOR_NAME: person.name, GIT_AUTHOR_EMAIL: person.email }
    const by = { GIT_COMMITTER_NAME: person.name, GIT_COMMITTER_EMAIL: person.email }
    const env = { ...GIT_ENV, ...who, ...by, LANG, TMPDIR: '/tmp' }
    const { stdout, stderr } = await cli(args, { cwd, env, random })
    return stdout + stderr
  }
  await expect(await replayed(page, shell)).toMatchFileSnapshot(join('../..', file))
})
