import { once } from 'node:events'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { delimiter, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ANNA, caseOf, gitAs, ID, PATH } from '../review/team.js'
import { startGithub } from './github-stub.js'
import { write } from './repository.js'
import { as, type Served, SUBMIT_CONFIG, serveLibrary } from './submitting.js'
import { temporaryFolder } from './temporary.js'

const BRANCH = `case/${ID}-router-drops`
const TOKEN = 'ghp_0123456789abcdefghij'
const ask = (cwd: string, ...args: string[]): string => gitAs(ANNA, cwd, ...args).trimEnd()

/** A hook that writes the push options that it was given, one a line. */
const NOTES_OPTIONS = `i=0
while [ "$i" -lt "\${GIT_PUSH_OPTION_COUNT:-0}" ]; do
  eval "printf '%s\\\\n' \\"\\$GIT_PUSH_OPTION_$i\\"" >> options
  i=$((i + 1))
done`

/** Each push option that a hook noted, by name. */
function optionsOf({ bare }: Served): Record<string, string> {
  const lines = readFileSync(join(bare, 'options'), 'utf8').trimEnd().split('\n')
  return Object.fromEntries(
    lines.map(line => {
      const at = line.indexOf('=')
      return at === -1 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)]
    }),
  )
}

test('GitHub: the client asks and is answered as the official description says; run again, it opens nothing', async () => {
  const github = await startGithub()
  const { clone, bare } = await serveLibrary({ api: github.address })
  write(clone, PATH, caseOf('draft', 'Thanks to @tim, see #12, /close'))
  const env = { GH_ENTERPRISE_TOKEN: TOKEN, GITHUB_TOKEN: 'for-github-com-alone' }
  const args = ['submit', ID, '--forge', 'github', '--json']
  const first = await as(ANNA, clone, [...args, '--draft'], env)
  expect(first.stderr).toBe('')
  const [opened] = JSON.parse(first.stdout).submitted
  expect(opened).toMatchObject({ request: 'opened', url: 'https://github.example/acme/library/pull/1' })
  expect(github.pulls).toMatchObject([
    { head: BRANCH, base: 'main', title: `${ID}: Router drops`, draft: true },
  ])
  const body = github.pulls[0]?.body ?? ''
  expect(body).toContain('- **technical**: @tim')
  expect(body).toContain('- [ ] Problem')
  // What the case says mentions nobody, closes nothing and is no command.
  expect(body).toContain('> Thanks to @<!-- -->tim, see #<!-- -->12, /close')
  const second = await as(ANNA, clone, args, env)
  expect(JSON.parse(second.stdout).submitted[0]).toMatchObject({
    request: 'open',
    url: opened.url,
    pushed: false,
  })
  expect(github.pulls).toHaveLength(1)
  expect(new Set(github.requests.map(({ authorization }) => authorization))).toEqual(
    new Set([`token ${TOKEN}`]),
  )
  expect(github.faults).toEqual([])
  expect(ask(bare, 'rev-parse', BRANCH)).toBe(opened.commit)
})

test('GitHub: refused, the branch is there, the token is not told, and the next run goes on', async () => {
  const github = await startGithub()
  const config = `forge: github\n${SUBMIT_CONFIG}`
  const { clone, bare, server } = await serveLibrary({ api: github.address, config })
  write(clone, PATH, caseOf('draft'))
  github.refuse = 422
  // What a host is may be said by a clone: that alone sends no token there.
  const unnamed = await as(ANNA, clone, ['submit', ID, '--json'], { GH_ENTERPRISE_TOKEN: TOKEN })
  expect(JSON.parse(unnamed.stdout).submitted[0].request).toBe('to-open')
  expect(github.requests).toEqual([])
  const env = { GH_ENTERPRISE_TOKEN: TOKEN, GH_HOST: new URL(server).host }
  const refused = await as(ANNA, clone, ['submit', ID], env)
  expect(refused.code).toBe(2)
  expect(refused.stderr).toMatch(/opened no request: .*No, said to token \*\*\*/)
  expect(`${refused.stdout}${refused.stderr}`).not.toContain(TOKEN)
  expect(ask(bare, 'branch', '--list', 'case/*').trim()).toBe(BRANCH)
  github.refuse = undefined
  expect((await as(ANNA, clone, ['submit', ID], env)).stdout).toContain('/pull/1')
  expect(github.faults).toEqual([])
})

test('GitHub: without a token that of `gh` is used; without `gh` the address to open it at is told', async () => {
  const github = await startGithub()
  const { clone, server } = await serveLibrary({ api: github.address })
  write(clone, PATH, caseOf('draft'))
  const args = ['submit', ID, '--forge', 'github', '--json']
  // For github.com only: another host does not get it.
  const alone = await as(ANNA, clone, args, { GITHUB_TOKEN: TOKEN })
  const compare = `${server}/acme/library/compare/main...case/${ID}-router-drops?expand=1`
  expect(JSON.parse(alone.stdout).submitted[0]).toMatchObject({ request: 'to-open', url: compare })
  expect(github.requests).toEqual([])
  const bin = temporaryFolder()
  write(bin, 'gh', `#!/bin/sh\n[ "$*" = "auth token --hostname ${new URL(server).host}" ] && echo ${TOKEN}\n`)
  chmodSync(join(bin, 'gh'), 0o755)
  const path = `${bin}${delimiter}${process.env['PATH']}`
  const byGh = await as(ANNA, clone, args, { PATH: path })
  expect(JSON.parse(byGh.stdout).submitted[0]).toMatchObject({ request: 'opened' })
  expect(github.requests[0]?.authorization).toBe(`token ${TOKEN}`)
})

test('GitLab: a real post-receive hook reads the push options, and what it prints is where the request is', async () => {
  const said = 'echo "View merge request for case:"; echo "  $WEB/acme/library/-/merge_requests/7"'
  const served = await serveLibrary({
    settings: [['receive.advertisePushOptions', 'true']],
    hooks: { 'post-receive': `#!/bin/sh\n${NOTES_OPTIONS}\nWEB=$(cat web)\n${said}\n` },
  })
  const { clone, bare, server } = served
  write(bare, 'web', server)
  write(clone, PATH, caseOf('draft', 'Open C:\\new and wait.'))
  const result = await as(ANNA, clone, ['submit', ID, '--forge', 'gitlab', '--draft', '--json'])
  expect(JSON.parse(result.stdout).submitted[0]).toMatchObject({
    request: 'opened',
    url: `${server}/acme/library/-/merge_requests/7`,
  })
  const options = optionsOf(served)
  expect(options).toMatchObject({
    'merge_request.create': '',
    'merge_request.draft': '',
    'merge_request.target': 'main',
    'merge_request.title': `${ID}: Router drops`,
  })
  // GitLab reads `\n` as a line break; a backslash of the case is none.
  const description = options['merge_request.description']?.replaceAll('\\n', '\n') ?? ''
  expect(description.split('\n')[0]).toBe('> Open C:\\\\<!-- -->new and wait.')
  expect(description).toContain('\n## Checklist\n')
  expect(ask(bare, 'rev-parse', '--verify', `refs/heads/${BRANCH}`)).toHaveLength(40)
})

test('GitLab: a host without push options gets the branch, and the address to open the request at is told', async () => {
  const { clone, bare, server } = await serveLibrary()
  write(clone, PATH, caseOf('draft'))
  const result = await as(ANNA, clone, ['submit', ID, '--forge', 'gitlab', '--json'])
  const [done] = JSON.parse(result.stdout).submitted
  expect(done.request).toBe('to-open')
  expect(done.url).toMatch(`${server}/acme/library/-/merge_requests/new?merge_request`)
  expect(new URL(done.url).searchParams.get('merge_request[source_branch]')).toBe(BRANCH)
  expect(ask(bare, 'branch', '--list', 'case/*').trim()).toBe(BRANCH)
})

// Speaks the protocol of githooks(5), proc-receive: takes pushes to refs/for/, keeps each as the head
// of a request of its topic, and answers as Gitea does.
const PROC_RECEIVE = String.raw`#!${process.execPath}
const fs = require('node:fs'), { execFileSync } = require('node:child_process')
const input = fs.readFileSync.bind(fs, 0)
let buffer = Buffer.alloc(0)
const take = n => { while (buffer.length < n) { const part = Buffer.alloc(65536); const read = fs.readSync(0, part); if (read === 0) process.exit(0); buffer = Buffer.concat([buffer, part.subarray(0, read)]) } const out = buffer.subarray(0, n); buffer = buffer.subarray(n); return out }
const line = () => { const size = parseInt(take(4).toString(), 16); return size === 0 ? null : take(size - 4).toString().replace(/\n$/, '') }
const lines = () => { const all = []; for (let one = line(); one !== null; one = line()) all.push(one); return all }
const send = text => { const data = Buffer.from(text + '\n'); fs.writeSync(1, (data.length + 4).toString(16).padStart(4, '0')); fs.writeSync(1, data) }
const flush = () => fs.writeSync(1, '0000')
lines(); send('version=1\0push-options atomic'); flush()
const commands = lines(), options = lines()
fs.writeFileSync('options', options.join('\n') + '\n')
const topic = options.find(one => one.startsWith('topic=')).slice(6)
for (const command of commands) {
  const [, commit, ref] = command.split(' ')
  const known = fs.existsSync('topics.json') ? JSON.parse(fs.readFileSync('topics.json', 'utf8')) : {}
  const number = known[topic] ?? Object.keys(known).length + 1
  const head = 'refs/pull/' + number + '/head'
  let before = ''
  try { before = execFileSync('git', ['rev-parse', '--verify', '--quiet', head]).toString().trim() } catch {}
  if (before === commit) { send('ng ' + ref + ' new commit is same with old commit'); continue }
  execFileSync('git', ['update-ref', head, commit])
  fs.writeFileSync('topics.json', JSON.stringify({ ...known, [topic]: number }))
  process.stderr.write('Visit the existing pull request:\n  ' + fs.readFileSync('web', 'utf8') + '/acme/library/pulls/' + number + '\n')
  send('ok ' + ref); send('option refname ' + head); send('option new-oid ' + commit)
}
flush()
`

test('AGit: a real proc-receive hook takes the push; run again, nothing is pushed; changed, the same request is updated', async () => {
  const served = await serveLibrary({
    settings: [
      ['receive.advertisePushOptions', 'true'],
      ['receive.procReceiveRefs', 'refs/for'],
    ],
    hooks: { 'proc-receive': PROC_RECEIVE },
  })
  const { clone, bare, server } = served
  write(bare, 'web', server)
  write(clone, PATH, caseOf('draft'))
  const args = ['submit', ID, '--forge', 'gitea', '--draft', '--json']
  const first = JSON.parse((await as(ANNA, clone, args)).stdout).submitted[0]
  const url = `${server}/acme/library/pulls/1`
  expect(first).toMatchObject({ request: 'opened', url, pushed: true })
  const options = optionsOf(served)
  expect(options).toMatchObject({ topic: BRANCH, title: `WIP: ${ID}: Router drops` })
  expect(options['description']).toContain('<br>**Checklist**<br>')
  expect(ask(bare, 'rev-parse', 'refs/pull/1/head')).toBe(first.commit)
  expect(ask(bare, 'branch', '--list')).toBe('* main')
  const again = JSON.parse((await as(ANNA, clone, args)).stdout).submitted[0]
  expect(again).toMatchObject({ request: 'open', url, pushed: false, commit: first.commit })
  write(clone, PATH, caseOf('draft', 'Restart the modem.'))
  const changed = JSON.parse((await as(ANNA, clone, args)).stdout).submitted[0]
  expect(changed).toMatchObject({ pushed: true, url })
  expect(ask(bare, 'rev-parse', 'refs/pull/1/head~1')).toBe(first.commit)
})

test('AGit: a host that takes no push options is told so, and gets no ref that nobody looks at', async () => {
  const { clone, bare } = await serveLibrary()
  write(clone, PATH, caseOf('draft'))
  const refused = await as(ANNA, clone, ['submit', ID, '--forge', 'agit'])
  expect(refused.code).toBe(2)
  expect(refused.stderr).toContain('takes no push options')
  expect(ask(bare, 'for-each-ref', '--format=%(refname)')).toBe('refs/heads/main')
  expect(existsSync(join(clone, '.git/casectl/submit'))).toBe(false)
})

test('Gitea with a token: a branch and a pull request by its interface, found again by the next run', async () => {
  const pulls: { head: string; base: string; title: string }[] = []
  const seen: string[] = []
  const api = createServer(async (request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization}`)
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const page = { html_url: 'https://gitea.example/acme/library/pulls/1', state: 'open' }
    const found = pulls.some(({ head, base }) =>
      request.url?.endsWith(`/${base}/${encodeURIComponent(head)}`),
    )
    if (request.method === 'POST') pulls.push(JSON.parse(Buffer.concat(chunks).toString('utf8')))
    const status = request.method === 'POST' ? 201 : found ? 200 : 404
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(status === 404 ? { message: 'not there' } : page))
  })
  api.listen(0, '127.0.0.1')
  await once(api, 'listening')
  onTestFinished(() => {
    api.close()
  })
  const { clone, server, bare } = await serveLibrary({
    api: `http://127.0.0.1:${(api.address() as AddressInfo).port}`,
  })
  write(clone, PATH, caseOf('draft'))
  const env = { GITEA_TOKEN: TOKEN, GITEA_SERVER_URL: `${server}/` }
  write(clone, 'casectl.config.yml', `forge: gitea\n${SUBMIT_CONFIG}`)
  const first = JSON.parse((await as(ANNA, clone, ['submit', ID, '--draft', '--json'], env)).stdout)
    .submitted[0]
  expect(first).toMatchObject({ request: 'opened', url: 'https://gitea.example/acme/library/pulls/1' })
  expect(pulls).toMatchObject([{ head: BRANCH, base: 'main', title: `WIP: ${ID}: Router drops` }])
  const again = JSON.parse((await as(ANNA, clone, ['submit', ID, '--json'], env)).stdout).submitted[0]
  expect(again).toMatchObject({ request: 'open', pushed: false })
  expect(pulls).toHaveLength(1)
  expect(ask(bare, 'branch', '--list', 'case/*').trim()).toBe(BRANCH)
  expect(seen[0]).toBe(
    `GET /api/v1/repos/acme/library/pulls/main/${encodeURIComponent(BRANCH)} token ${TOKEN}`,
  )
})

test('another host: what it says of opening a request is told; a refused push is an error in its words', async () => {
  const said = 'echo "Create a pull request:"; echo "  $(cat web)/acme/library/pull-requests/new?source=case"'
  const hooks = { 'post-receive': `#!/bin/sh\n${said}\n` }
  const { clone, bare, server } = await serveLibrary({ hooks })
  write(bare, 'web', server)
  write(clone, PATH, caseOf('draft'))
  const result = JSON.parse((await as(ANNA, clone, ['submit', ID, '--json'])).stdout).submitted[0]
  expect(result).toMatchObject({
    request: 'to-open',
    url: `${server}/acme/library/pull-requests/new?source=case`,
  })
  write(bare, 'hooks/pre-receive', '#!/bin/sh\necho "No cases on Sundays."\nexit 1\n')
  chmodSync(join(bare, 'hooks/pre-receive'), 0o755)
  write(clone, PATH, caseOf('draft', 'Restart the modem.'))
  const refused = await as(ANNA, clone, ['submit', ID])
  expect(refused.code).toBe(2)
  expect(refused.stderr).toContain('No cases on Sundays.')
  expect(refused.stderr).not.toContain('    at ')
})
