import { expect, test } from 'vitest'
import { ANNA, caseOf, gitAs, ID, PATH } from '../review/team.js'
import { GIT_ENV, write } from './repository.js'
import { cli } from './run-cli.js'
import { SUBMIT_CONFIG } from './submitting.js'
import { temporaryFolder } from './temporary.js'

// Needs an account and leaves a request behind: CASECTL_LIVE_REMOTE=ADDRESS of a repository to try it on.
const REMOTE = process.env['CASECTL_LIVE_REMOTE']
const TOKENS = ['GH_TOKEN', 'GITHUB_TOKEN', 'GH_ENTERPRISE_TOKEN', 'GITEA_TOKEN', 'FORGEJO_TOKEN']

test.skipIf(REMOTE === undefined)('live: a case is submitted to CASECTL_LIVE_REMOTE', async () => {
  const cwd = temporaryFolder()
  const own = { ...GIT_ENV, HOME: process.env['HOME'] ?? '' }
  const tokens = TOKENS.flatMap(name => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
  gitAs(ANNA, cwd, 'clone', '--quiet', REMOTE ?? '', '.')
  write(cwd, 'casectl.config.yml', SUBMIT_CONFIG)
  write(cwd, PATH, caseOf('draft'))
  gitAs(ANNA, cwd, 'config', 'user.name', ANNA.name)
  gitAs(ANNA, cwd, 'config', 'user.email', ANNA.email)
  const result = await cli(['submit', ID, '--draft', '--json'], {
    cwd,
    env: { ...own, ...Object.fromEntries(tokens) },
  })
  expect(result.stderr).toBe('')
  expect(JSON.parse(result.stdout).submitted[0].request).not.toBe('to-open')
})
