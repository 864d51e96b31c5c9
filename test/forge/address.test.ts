import { expect, test } from 'vitest'
import { forgeOf, githubApi, ownerAndName, readAddress } from '../../src/forge/address.js'
import { branchOf, freeBranch, isBranchOf } from '../../src/forge/branch-name.js'
import { addressesIn, compareAddress, pushPlan } from '../../src/forge/request.js'
import { maskSecrets } from '../../src/lib/mask-secrets.js'

test.each([
  ['https://github.com/acme/kb.git', 'github.com', 'acme/kb', 'https://github.com', 'github'],
  ['https://anna:token@github.com/acme/kb', 'github.com', 'acme/kb', 'https://github.com', 'github'],
  ['git@github.com:acme/kb.git', 'github.com', 'acme/kb', 'https://github.com', 'github'],
  [
    'ssh://git@ssh.example.com:2222/acme/kb.git',
    'ssh.example.com',
    'acme/kb',
    'https://ssh.example.com',
    'other',
  ],
  ['https://acme.ghe.com/acme/kb', 'acme.ghe.com', 'acme/kb', 'https://acme.ghe.com', 'github'],
  ['git@gitlab.example.com:a/b/c.git', 'gitlab.example.com', 'a/b/c', 'https://gitlab.example.com', 'gitlab'],
  ['http://gitlab.lan:8080/a/kb.git', 'gitlab.lan:8080', 'a/kb', 'http://gitlab.lan:8080', 'gitlab'],
  ['https://codeberg.org/acme/kb.git', 'codeberg.org', 'acme/kb', 'https://codeberg.org', 'forgejo'],
  [
    'https://gitea.example.com/acme/%E5%BA%93.git/',
    'gitea.example.com',
    'acme/库',
    'https://gitea.example.com',
    'gitea',
  ],
  ['git@[2001:db8::1]:acme/kb.git', '[2001:db8::1]', 'acme/kb', 'https://[2001:db8::1]', 'other'],
  [
    'https://github.com.evil.example/acme/kb',
    'github.com.evil.example',
    'acme/kb',
    'https://github.com.evil.example',
    'github',
  ],
  ['/srv/git/kb.git', '', 'srv/git/kb', undefined, 'other'],
  ['../kb.git', '', '../kb', undefined, 'other'],
  ['C:\\kb', '', 'C:\\kb', undefined, 'other'],
  ['file:///srv/kb.git', '', 'file:///srv/kb', undefined, 'other'],
])('%s', (url, host, path, web, forge) => {
  const address = readAddress(url)
  expect(address).toEqual({ host, path, web })
  expect(forgeOf(address)).toBe(forge)
})

test('the interface of GitHub is on the host of the remote, or on its own subdomain', () => {
  expect(githubApi(readAddress('git@github.com:a/b'))).toBe('https://api.github.com')
  expect(githubApi(readAddress('git@acme.ghe.com:a/b'))).toBe('https://api.acme.ghe.com')
  expect(githubApi(readAddress('https://github.com.evil.example/a/b'))).toBe(
    'https://github.com.evil.example/api/v3',
  )
  expect(ownerAndName(readAddress('https://host/a/b/c.git'))).toEqual({ owner: 'b', repo: 'c' })
  expect(ownerAndName(readAddress('https://host/c.git'))).toBeUndefined()
})

test.each([
  ['Router W-104 drops at night!', 'case/CASE-7F3KQ-router-w-104-drops-at-night'],
  ['夜间掉线 Ｗ-104', 'case/CASE-7F3KQ-w-104'],
  ['夜间掉线', 'case/CASE-7F3KQ'],
  ['a.lock', 'case/CASE-7F3KQ-a-lock'],
  [
    'one two three four five six seven eight nine ten',
    'case/CASE-7F3KQ-one-two-three-four-five-six-seven-eight',
  ],
])('the branch of "%s"', (title, branch) => {
  expect(branchOf('CASE-7F3KQ', title)).toBe(branch)
  expect(isBranchOf('CASE-7F3KQ', branch)).toBe(true)
  expect(isBranchOf('CASE-7F3K', branch)).toBe(false)
  expect(freeBranch(branch, name => name === branch || name === `${branch}-2`)).toBe(`${branch}-3`)
})

test('where a person opens the request', () => {
  const address = readAddress('git@host.example:a/b.git')
  const branches = { branch: 'case/X-a', base: 'release/1' }
  expect(compareAddress('github', address, branches)).toBe(
    'https://host.example/a/b/compare/release/1...case/X-a?expand=1',
  )
  expect(compareAddress('gitea', address, branches)).toBe(
    'https://host.example/a/b/compare/release/1...case/X-a',
  )
  expect(compareAddress('other', address, branches)).toBeUndefined()
  expect(compareAddress('github', readAddress('/srv/kb'), branches)).toBeUndefined()
})

test('of what a remote says only addresses on its own host are believed', () => {
  const address = readAddress('https://host.example/a/b.git')
  const said = 'View: https://evil.example/a/b/pull/1\n see https://host.example/a/b/-/merge_requests/2 .'
  expect(addressesIn(said, address)).toEqual({ request: 'https://host.example/a/b/-/merge_requests/2' })
  expect(addressesIn('https://host.example/a/b/pull/new/x', address)).toEqual({
    toOpen: 'https://host.example/a/b/pull/new/x',
  })
  expect(addressesIn('nothing', address)).toEqual({})
})

test('push options hold no line break and fit into a packet of git, whatever a request says', () => {
  const request = { title: 'a\nb\r\nc', body: `# x\n\ny\\nz\n${'字'.repeat(40_000)}`, draft: true }
  for (const forge of ['gitlab', 'gitea', 'agit'] as const) {
    const { options } = pushPlan(forge, { branch: 'case/X', base: 'main', request })
    for (const option of options) {
      expect(option).not.toMatch(/[\r\n]/)
      expect(Buffer.byteLength(option)).toBeLessThan(65_516)
    }
    expect(options.join('\n')).toMatch(/title=(?:WIP: )?a b c/)
  }
})

test.each([
  ['fatal: https://anna:pass word@host/x', 'fatal: https://anna:pass word@host/x'],
  ['fatal: https://anna:p%40ss@host/x', 'fatal: https://***@host/x'],
  ['https://token@host/x', 'https://***@host/x'],
  ['ssh://git@host/x', 'ssh://git@host/x'],
  ['ssh://git:pw@host/x', 'ssh://***@host/x'],
  ['git@host:x', 'git@host:x'],
  ['said to abc+/def=', 'said to ***'],
  ['said to abc%2B%2Fdef%3D', 'said to ***'],
])('masked: %s', (text, masked) => {
  expect(maskSecrets(text, ['abc+/def=', ''])).toBe(masked)
})
