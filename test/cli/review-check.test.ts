import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  ANNA,
  caseOf,
  commitAs,
  gitAs,
  ID,
  library,
  MAX,
  PATH,
  POLICY,
  published,
  review,
  reviewOf,
  SUE,
  TIM,
} from '../review/team.js'
import { GIT_ENV, write } from './repository.js'
import { type CliResult, cli } from './run-cli.js'
import { temporaryFolder } from './temporary.js'

interface Found {
  readonly code: string
  readonly severity: string
  readonly path: string
  readonly line: number
  readonly message: string
}

const run = (cwd: string, ...args: readonly string[]): Promise<CliResult> =>
  cli(['review', 'check', ...args], { cwd, env: { ...GIT_ENV, TMPDIR: '/tmp' } })

/** Findings of the gate as `code path`, and its exit code. */
async function gate(cwd: string, ...args: readonly string[]): Promise<{ code: number; found: Found[] }> {
  const { code, stdout, stderr } = await run(cwd, ...args, '--json')
  if (code === 2) throw new Error(stderr)
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Found[] }
  return { code, found: diagnostics }
}

const codes = async (cwd: string, ...args: readonly string[]): Promise<string[]> =>
  (await gate(cwd, ...args)).found.map(({ code }) => code)

const RANGE = 'main..work'

test('a case that two people approved passes; a word changed afterwards names the approvals that are stale', async () => {
  const cwd = library()
  const files = published(cwd)
  expect(await gate(cwd, RANGE)).toEqual({ code: 0, found: [] })
  expect(await gate(cwd)).toEqual({ code: 0, found: [] })
  write(cwd, PATH, caseOf('published', 'Restart the modem.'))
  commitAs(ANNA, cwd, 'one word')
  const { code, found } = await gate(cwd, RANGE)
  expect(code).toBe(1)
  expect(found).toMatchObject([
    { code: 'stale', path: PATH, line: 5, message: expect.stringContaining(files.sensitivity) },
    { code: 'stale', path: PATH, line: 5, message: expect.stringContaining(files.technical) },
  ])
  expect(await codes(cwd)).toEqual(['stale', 'stale'])
})

test('a move, another form and another status keep approvals fresh, and who does so is no author', async () => {
  const cwd = library()
  published(cwd)
  mkdirSync(join(cwd, 'cases/router'))
  const text = readFileSync(join(cwd, PATH), 'utf8').replace('title: Router drops', "title: 'Router drops'")
  write(cwd, `cases/router/${ID}-b.md`, text.replaceAll('\n\n', '\n\n\n'))
  rmSync(join(cwd, PATH))
  commitAs(TIM, cwd, 'move')
  expect(await gate(cwd, RANGE)).toEqual({ code: 0, found: [] })
})

test('an approval is missing', async () => {
  const cwd = library()
  write(cwd, PATH, caseOf('published'))
  commitAs(ANNA, cwd)
  review(cwd, TIM, 'technical')
  const { code, found } = await gate(cwd, RANGE)
  expect(code).toBe(1)
  expect(found).toMatchObject([{ code: 'unapproved', path: PATH, line: 5 }])
  expect(found[0]?.message).toContain('as sensitivity')
})

test('the author of the case cannot approve it, whoever published it', async () => {
  const cwd = library()
  write(cwd, PATH, caseOf('in-review'))
  commitAs(ANNA, cwd)
  const path = review(cwd, ANNA, 'technical')
  review(cwd, SUE, 'sensitivity')
  write(cwd, PATH, caseOf('published'))
  commitAs(SUE, cwd)
  const { found } = await gate(cwd, RANGE)
  expect(found.map(({ code, path: at }) => [code, at])).toEqual([
    ['unapproved', PATH],
    ['own-case', path],
  ])
})

test('who wrote the case before the pull request cannot approve it either', async () => {
  const cwd = library()
  write(cwd, PATH, caseOf('draft'))
  commitAs(ANNA, cwd)
  gitAs(ANNA, cwd, 'branch', '-f', 'main', 'work')
  review(cwd, ANNA, 'technical')
  expect(await codes(cwd, RANGE)).toContain('own-case')
})

test('who wrote the case under a former name cannot approve it', async () => {
  const cwd = library()
  write(cwd, PATH, caseOf('draft'))
  commitAs(ANNA, cwd)
  mkdirSync(join(cwd, 'cases/router'))
  renameSync(join(cwd, PATH), join(cwd, `cases/router/${ID}-b.md`))
  commitAs(MAX, cwd)
  gitAs(ANNA, cwd, 'branch', '-f', 'main', 'work')
  const { path, text } = reviewOf(cwd, ANNA, 'technical', {}, `cases/router/${ID}-b.md`)
  write(cwd, path, text)
  commitAs(ANNA, cwd)
  expect(await codes(cwd, RANGE)).toEqual(['own-case'])
})

test('a second file of an approved id does not hide behind the first', async () => {
  const cwd = library()
  published(cwd)
  const second = `cases/${ID}-z.md`
  write(cwd, second, caseOf('published', 'Not approved.'))
  commitAs(ANNA, cwd)
  expect((await gate(cwd, RANGE)).found).toMatchObject([
    { code: 'stale', path: second },
    { code: 'stale', path: second },
  ])
})

test('an unknown person, one of another product, one who left', async () => {
  const cwd = library(`${POLICY}      - { email: max@example.com, until: 2026-01-31 }\n`)
  write(cwd, PATH, caseOf('in-review'))
  commitAs(ANNA, cwd)
  review(cwd, MAX, 'technical')
  review(cwd, MAX, 'sensitivity')
  review(cwd, SUE, 'legal')
  const { found } = await gate(cwd, RANGE)
  expect(found.map(({ code, line }) => [code, line])).toEqual([
    ['unknown-role', 2],
    ['no-longer-reviewer', 5],
    ['unknown-reviewer', 5],
  ])
})

test('one person in two roles', async () => {
  const cwd = library()
  write(cwd, PATH, caseOf('published'))
  commitAs(ANNA, cwd)
  review(cwd, TIM, 'sensitivity')
  const second = review(cwd, TIM, 'technical')
  const { found } = await gate(cwd, RANGE)
  expect(found.map(({ code, path }) => [code, path])).toEqual([
    ['unapproved', PATH],
    ['same-person', second],
  ])
})

test('the digest of another case', async () => {
  const cwd = library()
  const other = 'cases/CASE-8F3KQ-b.md'
  write(cwd, PATH, caseOf('published'))
  write(cwd, other, caseOf('draft', 'Other words.', 'CASE-8F3KQ'))
  commitAs(ANNA, cwd)
  const { text } = reviewOf(cwd, TIM, 'technical', {}, other)
  const path = `reviews/${ID}/2026-11-28-technical-aaaaaaaaaa.yml`
  write(cwd, path, text)
  commitAs(TIM, cwd)
  const { found } = await gate(cwd, RANGE)
  expect(found.find(({ code }) => code === 'other-digest')).toMatchObject({ path, line: 8 })
  expect(found.find(({ code }) => code === 'other-digest')?.message).toContain('CASE-8F3KQ')
})

test.each([
  ['no scores at all', '', 'missing-scores', 'authenticity, typicality, reusability'],
  ['two of three', 'scores: { authenticity: 5, typicality: 4 }\n', 'missing-scores', 'missing: reusability'],
  ['scores below', 'scores: { authenticity: 3, typicality: 3, reusability: 2 }\n', 'below-threshold', '2.67'],
  ['a score out of bounds', 'scores: { authenticity: 6, typicality: 3, reusability: 2 }\n', 'limit', '5'],
  ['no number', 'scores: { authenticity: high, typicality: 3, reusability: 2 }\n', 'type', 'whole number'],
])('scores: %s', async (_, scores, code, words) => {
  const cwd = library()
  write(cwd, PATH, caseOf('published'))
  commitAs(ANNA, cwd)
  const { path, text } = reviewOf(cwd, TIM, 'technical')
  write(cwd, path, text.replace(/scores:\n(?: .*\n)+/, scores))
  commitAs(TIM, cwd)
  const { found } = await gate(cwd, RANGE)
  expect(found.filter(({ path: at }) => at === path)).toMatchObject([
    { code, message: expect.stringContaining(words) },
  ])
  expect(found.filter(({ code: each }) => each === 'unapproved')).toHaveLength(2)
})

test('a review changed after its commit, and one removed in the same pull request', async () => {
  const cwd = library()
  const { technical, sensitivity } = published(cwd)
  write(
    cwd,
    technical,
    readFileSync(join(cwd, technical), 'utf8').replace('authenticity: 4', 'authenticity: 5'),
  )
  const edited = commitAs(TIM, cwd)
  rmSync(join(cwd, sensitivity))
  const removed = commitAs(SUE, cwd)
  const { found } = await gate(cwd, RANGE)
  expect(found.map(({ code, path }) => [code, path])).toEqual([
    ['unapproved', PATH],
    ['record-removed', sensitivity],
    ['record-edited', technical],
  ])
  expect(found[1]?.message).toContain(removed.slice(0, 12))
  expect(found[2]?.message).toContain(edited.slice(0, 12))
})

test('a review that was there before may neither change nor go', async () => {
  const cwd = library()
  const { technical, sensitivity } = published(cwd)
  gitAs(ANNA, cwd, 'branch', '-f', 'main', 'work')
  renameSync(join(cwd, technical), join(cwd, technical.replace('2026-11-28', '2026-11-27')))
  write(cwd, sensitivity, `${readFileSync(join(cwd, sensitivity), 'utf8')}comment: more\n`)
  commitAs(SUE, cwd)
  const found = await codes(cwd, RANGE)
  expect(found).toEqual(
    expect.arrayContaining(['record-removed', 'record-edited', 'file-name', 'unapproved']),
  )
})

test('a merge does not smuggle a review in: what is in none of its parents is its own', async () => {
  const cwd = library()
  write(cwd, PATH, caseOf('in-review'))
  commitAs(ANNA, cwd)
  gitAs(ANNA, cwd, 'switch', '--quiet', '-c', 'side')
  write(cwd, 'note', '1')
  commitAs(ANNA, cwd)
  gitAs(ANNA, cwd, 'switch', '--quiet', 'work')
  write(cwd, 'other', '1')
  commitAs(ANNA, cwd)
  gitAs(ANNA, cwd, 'merge', '--quiet', '--no-commit', '--no-ff', 'side')
  const { path, text } = reviewOf(cwd, TIM, 'technical')
  write(cwd, path, text)
  commitAs(ANNA, cwd, 'merge')
  expect((await gate(cwd, RANGE)).found).toMatchObject([{ code: 'identity-mismatch', path }])
})

test('somebody else commits a review, alone or among other work', async () => {
  const cwd = library()
  write(cwd, PATH, caseOf('published'))
  commitAs(ANNA, cwd)
  review(cwd, TIM, 'technical', {}, ANNA)
  const { found } = await gate(cwd, RANGE)
  expect(found.map(({ code }) => code)).toEqual(['unapproved', 'unapproved', 'identity-mismatch'])
  expect(found[2]?.message).toMatch(/names Tim Tech <tim@example.com>, but commit \w{12} .* by Anna Author/)
})

test('a squashed history shows nobody, unless the forge vouches for the commits before', async () => {
  const cwd = library()
  published(cwd)
  const head = gitAs(ANNA, cwd, 'rev-parse', 'HEAD').trim()
  gitAs(ANNA, cwd, 'switch', '--quiet', '-c', 'squashed', 'main')
  gitAs(ANNA, cwd, 'merge', '--quiet', '--squash', 'work')
  gitAs(ANNA, cwd, 'commit', '--quiet', '-m', 'squashed')
  const { code, found } = await gate(cwd, 'main..squashed')
  expect(code).toBe(1)
  expect(found.map(each => each.code)).toEqual([
    'unapproved',
    'unapproved',
    'identity-squashed',
    'identity-squashed',
  ])
  const approvals = [
    { commit: head, email: 'Tim@example.com' },
    { commit: head, login: 'sue' },
    { commit: '0'.repeat(40), login: 'max' },
  ]
  const file = join(temporaryFolder(), 'approvals.json')
  writeFileSync(file, JSON.stringify({ version: 1, approvals }))
  expect(await gate(cwd, 'main..squashed', '--approvals', file)).toEqual({ code: 0, found: [] })
  writeFileSync(file, JSON.stringify({ version: 1, approvals: [{ commit: 'main' }] }))
  expect(await run(cwd, 'main..squashed', '--approvals', file)).toMatchObject({ code: 2 })
})

test('identity forge: a review counts when the forge has the approval of a commit that holds it', async () => {
  const cwd = library(`${POLICY}  identity: forge\n`)
  const { technical, sensitivity } = published(cwd)
  const first = await gate(cwd, RANGE)
  expect(first.found.slice(2).map(({ code, path }) => [code, path])).toEqual([
    ['not-on-forge', sensitivity],
    ['not-on-forge', technical],
  ])
  const head = gitAs(ANNA, cwd, 'rev-parse', 'HEAD').trim()
  const before = gitAs(ANNA, cwd, 'rev-parse', 'HEAD~2').trim()
  const file = join(temporaryFolder(), 'approvals.json')
  const list = (commit: string): string =>
    JSON.stringify({
      version: 1,
      approvals: [
        { commit: head, login: 'tim' },
        { commit, login: 'sue' },
      ],
    })
  writeFileSync(file, list(before))
  expect(await codes(cwd, RANGE, '--approvals', file)).toEqual(['unapproved', 'not-on-forge'])
  writeFileSync(file, list(head))
  expect(await codes(cwd, RANGE, '--approvals', file)).toEqual([])
})

/** Two SSH keys, of which git here knows Tim's and Sue's. */
function keys(cwd: string): { sign: (who: typeof TIM, key?: typeof TIM) => void } {
  const folder = temporaryFolder()
  const allowed = [TIM, SUE].map(({ email }) => {
    const file = join(folder, email)
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', email, '-f', file])
    return `${email} namespaces="git" ${readFileSync(`${file}.pub`, 'utf8')}`
  })
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, MAX.email)])
  writeFileSync(join(folder, 'allowed'), allowed.join(''))
  gitAs(ANNA, cwd, 'config', 'gpg.format', 'ssh')
  gitAs(ANNA, cwd, 'config', 'gpg.ssh.allowedSignersFile', join(folder, 'allowed'))
  return {
    sign: (who, key = who) => {
      gitAs(who, cwd, 'add', '--all')
      gitAs(
        who,
        cwd,
        '-c',
        `user.signingkey=${join(folder, key.email)}`,
        'commit',
        '--quiet',
        '-S',
        '-m',
        'signed',
      )
    },
  }
}

test('identity signed: a signature by the reviewer counts, and nothing else', async () => {
  const cwd = library(`${POLICY}  identity: signed\n`)
  const { sign } = keys(cwd)
  write(cwd, PATH, caseOf('published'))
  commitAs(ANNA, cwd)
  const add = (who: typeof TIM, role: string): string => {
    const { path, text } = reviewOf(cwd, who, role)
    write(cwd, path, text)
    return path
  }
  add(TIM, 'technical')
  sign(TIM)
  const unsigned = add(SUE, 'sensitivity')
  commitAs(SUE, cwd)
  expect((await gate(cwd, RANGE)).found).toMatchObject([
    { code: 'unapproved', path: PATH },
    { code: 'unsigned', path: unsigned, line: 5 },
  ])
  const byTim = add(SUE, 'sensitivity')
  sign(SUE, TIM)
  const byStranger = add(SUE, 'sensitivity')
  sign(SUE, MAX)
  expect((await gate(cwd, RANGE)).found.slice(1).map(({ code, path }) => [code, path])).toEqual([
    ['unsigned', unsigned],
    ['other-signer', byTim],
    ['bad-signature', byStranger],
  ])
  add(SUE, 'sensitivity')
  sign(SUE)
  expect((await gate(cwd, RANGE)).found.map(({ code }) => code)).not.toContain('unapproved')
})

test('a return keeps the gate shut until the text changes or its reviewer withdraws it', async () => {
  const cwd = library()
  published(cwd)
  const returned = review(cwd, SUE, 'sensitivity', { verdict: 'return', comment: 'Names a customer.' })
  expect((await gate(cwd, RANGE)).found).toMatchObject([{ code: 'returned', path: PATH }])
  const withdrawal = { verdict: 'withdraw', withdraws: returned.split('/').at(-1) ?? '' } as const
  const others = review(cwd, TIM, 'sensitivity', withdrawal)
  expect(await codes(cwd, RANGE)).toEqual(['returned', 'withdrawn-by-other'])
  gitAs(TIM, cwd, 'reset', '--quiet', '--hard', 'HEAD~1')
  expect(others).toContain('sensitivity')
  review(cwd, SUE, 'sensitivity', withdrawal)
  expect(await gate(cwd, RANGE)).toEqual({ code: 0, found: [] })
})

test('a withdrawn approval does not count; one that names nothing is told', async () => {
  const cwd = library()
  const { technical } = published(cwd)
  review(cwd, TIM, 'technical', { verdict: 'withdraw', withdraws: technical.split('/').at(-1) ?? '' })
  expect(await codes(cwd, RANGE)).toEqual(['unapproved'])
  review(cwd, TIM, 'technical', { verdict: 'withdraw', withdraws: '2026-11-28-technical-zzzzzzzzzz.yml' })
  expect(await codes(cwd, RANGE)).toEqual(['unapproved', 'withdraws-nothing'])
})

test.each([
  ['draft', 'superseded', ['illegal-transition']],
  ['draft', 'archived', ['illegal-transition']],
  ['withdrawn', 'published', ['illegal-transition', 'unapproved', 'unapproved']],
  ['draft', 'in-review', []],
  ['published', 'needs-review', []],
  ['needs-review', 'archived', []],
  ['published', undefined, ['case-removed']],
  ['draft', undefined, []],
  [undefined, 'archived', ['illegal-transition']],
  [undefined, 'draft', []],
])('from %s to %s', async (from, to, expected) => {
  const cwd = library()
  if (from !== undefined) write(cwd, PATH, caseOf(from))
  write(cwd, 'x', '')
  commitAs(ANNA, cwd)
  gitAs(ANNA, cwd, 'branch', '-f', 'main', 'work')
  if (to === undefined) rmSync(join(cwd, PATH))
  else write(cwd, PATH, caseOf(to))
  commitAs(ANNA, cwd)
  expect((await codes(cwd, RANGE)).sort()).toEqual(expected)
})

test('a published case that cannot be read any more is no removed one', async () => {
  const cwd = library()
  published(cwd)
  gitAs(ANNA, cwd, 'branch', '-f', 'main', 'work')
  write(cwd, PATH, 'broken')
  commitAs(ANNA, cwd)
  expect((await gate(cwd, RANGE)).found).toMatchObject([{ code: 'no-digest', path: PATH }])
})

test('a pull request is judged by the policy of its base', async () => {
  const cwd = library()
  write(cwd, PATH, caseOf('published'))
  write(cwd, 'casectl.config.yml', POLICY.replaceAll('sue@', 'max@').replaceAll('tim@', 'max@'))
  commitAs(ANNA, cwd)
  review(cwd, MAX, 'technical')
  expect(await codes(cwd, RANGE)).toEqual(['unapproved', 'unapproved', 'unknown-reviewer'])
  write(cwd, 'casectl.config.yml', '')
  commitAs(ANNA, cwd)
  expect(await codes(cwd, RANGE)).toEqual(['unapproved', 'unapproved', 'unknown-reviewer'])
})

test('what was published before review began is a note until it changes', async () => {
  const cwd = library('')
  write(cwd, PATH, caseOf('published'))
  const adopted = commitAs(ANNA, cwd)
  write(cwd, 'casectl.config.yml', `${POLICY}  adopted: ${adopted}\n`)
  commitAs(ANNA, cwd)
  gitAs(ANNA, cwd, 'branch', '-f', 'main', 'work')
  expect(await gate(cwd)).toMatchObject({ code: 0, found: [{ code: 'accepted-before', severity: 'note' }] })
  mkdirSync(join(cwd, 'cases/sub'))
  renameSync(join(cwd, PATH), join(cwd, `cases/sub/${ID}-a.md`))
  commitAs(ANNA, cwd)
  expect(await codes(cwd, RANGE)).toEqual(['accepted-before'])
  write(cwd, `cases/sub/${ID}-a.md`, caseOf('published', 'Changed.'))
  commitAs(ANNA, cwd)
  expect(await codes(cwd, RANGE)).toEqual(['unapproved', 'unapproved'])
})

test('hostile reviews are findings: no YAML, links, aliases, the folder of another case, another name', async () => {
  const cwd = library()
  write(cwd, PATH, caseOf('in-review'))
  commitAs(ANNA, cwd)
  const at = (name: string): string => `reviews/${ID}/2026-11-28-technical-${name}.yml`
  write(cwd, at('aaaaaaaaaa'), '[')
  write(cwd, at('bbbbbbbbbb'), 'a: &x [1]\nb: *x\n')
  write(cwd, at('cccccccccc'), reviewOf(cwd, TIM, 'technical', { case: 'CASE-8F3KQ' }).text)
  write(cwd, at('dddddddddd'), reviewOf(cwd, TIM, 'sensitivity').text)
  write(cwd, at('eeeeeeeeee'), '\0')
  write(cwd, at('ffffffffff'), `${reviewOf(cwd, TIM, 'technical').text}verdit: approve\n`)
  write(cwd, 'reviews/CASE-0F3KQ/2026-11-28-technical-gggggggggg.yml', reviewOf(cwd, TIM, 'technical').text)
  execFileSync('ln', ['-s', '/etc/hostname', join(cwd, at('hhhhhhhhhh'))])
  commitAs(TIM, cwd)
  const { code, found } = await gate(cwd, RANGE)
  expect(code).toBe(1)
  expect(found.map(each => [each.path.slice(-14, -4), each.code, each.line])).toEqual([
    ['gggggggggg', 'unknown-case', 1],
    ['aaaaaaaaaa', 'yaml', 1],
    ['bbbbbbbbbb', 'alias', 1],
    ['cccccccccc', 'other-case', 1],
    ['dddddddddd', 'file-name', 1],
    ['eeeeeeeeee', 'binary', 1],
    ['ffffffffff', 'unknownKey', 13],
    ['hhhhhhhhhh', 'notAFile', 1],
  ])
})

test('a review of a day to come', async () => {
  const cwd = library()
  write(cwd, PATH, caseOf('in-review'))
  commitAs(ANNA, cwd)
  review(cwd, TIM, 'technical', { day: '2026-11-29' })
  expect((await gate(cwd, RANGE)).found).toMatchObject([{ code: 'future-day', line: 7 }])
  expect(await codes(cwd, RANGE, '--as-of', '2026-11-29')).toEqual([])
})

test('every format reports, in both languages; a shallow clone and an unknown base are told', async () => {
  const cwd = library()
  write(cwd, PATH, caseOf('published'))
  commitAs(ANNA, cwd)
  for (const format of [
    'pretty',
    'compact',
    'json',
    'jsonl',
    'sarif',
    'github',
    'gitlab',
    'junit',
    'markdown',
  ]) {
    const { code, stdout } = await run(cwd, RANGE, '--format', format)
    expect([format, code]).toEqual([format, 1])
    expect(stdout).toContain('as technical')
  }
  expect((await run(cwd, RANGE, '--lang', 'zh')).stdout).toContain('还没有 technical 角色的批准')
  expect(await run(cwd, 'nowhere..work')).toMatchObject({ code: 2 })
  const shallow = join(temporaryFolder(), 'shallow')
  gitAs(ANNA, cwd, 'clone', '--quiet', '--depth=1', '--no-single-branch', `file://${cwd}`, shallow)
  expect((await run(shallow, 'origin/main..HEAD')).stderr).toContain('shallow')
})

test('a library without `review:` asks for nobody, and nothing else changes', async () => {
  const cwd = library('')
  write(cwd, PATH, caseOf('published'))
  commitAs(ANNA, cwd)
  expect(await gate(cwd, RANGE)).toEqual({ code: 0, found: [] })
})
