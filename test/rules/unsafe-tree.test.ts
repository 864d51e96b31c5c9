import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { EntryKind } from '../../src/library/library.js'
import { exampleCase } from '../../src/rules/example.js'
import { unsafeTree } from '../../src/rules/unsafe-tree.js'
import { Workspace } from '../../src/workspace/workspace.js'
import { folderWith } from '../cli/temporary.js'
import { makePipe } from '../io/special-files.js'
import { findings } from './lint-text.js'

const RULE = 'unsafe-tree'

const lint = (paths: readonly string[], entries: Record<string, EntryKind> = {}) =>
  findings(
    RULE,
    { 'cases/a.md': exampleCase(), ...Object.fromEntries(paths.map(path => [path, ''])) },
    { entries },
  ).map(({ code, path, severity }) => `${code} ${path}${severity === 'error' ? '' : ` ${severity}`}`)

describe('what stands below the library', () => {
  test('is in order where it is files and folders with plain names', () => {
    expect(
      lint(['cases/图/空压机 1.png', 'cases/.gitkeep', 'docs/a.b.c', '.gitattributes', '.gitignore']),
    ).toEqual([])
  })

  test('symbolic links and special files are errors in the folders of the library, warnings elsewhere', () => {
    const entries = { 'cases/link': 'symlink', 'templates/pipe': 'other', 'docs/latest': 'symlink' } as const
    expect(lint([], entries)).toEqual([
      'symlink cases/link',
      'symlink docs/latest warning',
      'special templates/pipe',
    ])
  })

  test('submodules and repositories are found by their .git', () => {
    expect(lint(['cases/sub/.git', 'cases/own/.git/HEAD'])).toEqual([
      'repository cases/own/.git',
      'submodule cases/sub/.git',
    ])
    expect(
      lint(['.gitmodules', 'cases/.GitModules', 'docs/.GIT/config', 'docs/git~1/x', 'cases/.g\u200cit/x']),
    ).toEqual([
      'gitmodules .gitmodules',
      'gitmodules cases/.GitModules',
      'gitName cases/.g\u200cit',
      'gitName docs/.GIT',
      'gitName docs/git~1',
    ])
  })

  test('a bare repository is an error anywhere', () => {
    const bare = (folder: string) =>
      ['HEAD', 'config', 'objects/x', 'refs/heads/main'].map(name => `${folder}${name}`)
    expect(lint([...bare('cases/x/'), ...bare('docs/')])).toEqual([
      'bareRepository cases/x/HEAD',
      'bareRepository docs/HEAD',
    ])
    expect(lint(bare(''))).toEqual(['bareRepository HEAD'])
    expect(lint(['cases/x/head', 'cases/x/Objects/a', 'cases/x/REFS/b'])).toEqual([
      'bareRepository cases/x/head',
    ])
    expect(lint(['cases/x/HEAD', 'cases/x/objects/a'])).toEqual([])
  })
})

describe('names', () => {
  test.each([
    ['cases/cafe\u0301.png', 'notNfc', 'caf\u00e9.png'],
    ['cases/a\u202eb.png', 'controlCharacter', 'ab.png'],
    ['cases/a\nb.png', 'controlCharacter', 'ab.png'],
    ['cases/a:b.png', 'reservedCharacter', 'a-b.png'],
    ['cases/aux.png', 'reservedName', 'case-aux.png'],
    ['cases/a.png ', 'trailing', 'a.png'],
    [`cases/${'掉'.repeat(90)}.png`, 'tooLong', `${'掉'.repeat(60)}.png`],
  ])('%j is %s, and a better one is given', (path, code, better) => {
    const found = findings(RULE, { 'cases/a.md': exampleCase(), [path]: '' })
    expect(found.map(finding => [finding.code, finding.args['better']])).toEqual([[code, better]])
  })

  test('of cases and the folders that hold them are judged by another rule', () => {
    expect(lint(['cases/aux/b.md', 'cases/con.md'])).toEqual([])
    expect(lint(['cases/aux/b.png'])).toEqual(['reservedName cases/aux'])
  })

  test('outside the folders of the library are warnings', () => {
    expect(lint(['docs/a:b.txt'])).toEqual(['reservedCharacter docs/a:b.txt warning'])
  })

  test('that differ in letter case or Unicode form are twins, both named', () => {
    expect(lint(['cases/Img/a.png', 'cases/img/b.png', 'cases/x.png', 'cases/X.PNG'])).toEqual([
      'twin cases/Img',
      'twin cases/X.PNG',
      'twin cases/img',
      'twin cases/x.png',
    ])
    expect(lint(['cases/A.md'])).toEqual([])
  })
})

test('on a real disk: links, pipes and hidden repositories are found, the own repository is not one', async () => {
  const root = folderWith({
    'casectl.config.yml': '',
    'cases/a.md': exampleCase(),
    '.git/HEAD': 'ref: refs/heads/main\n',
    'cases/bare/HEAD': 'ref: refs/heads/main\n',
    'cases/bare/config': '[core]\n\tfsmonitor = "touch pwned"\n',
    'cases/sub/.git': 'gitdir: ../../.git/modules/sub\n',
  })
  mkdirSync(join(root, 'cases/bare/objects'))
  mkdirSync(join(root, 'cases/bare/refs'))
  mkdirSync(join(root, '.git/objects'))
  mkdirSync(join(root, '.git/refs'))
  symlinkSync('/etc', join(root, 'cases/etc'))
  symlinkSync('a.md', join(root, 'cases/b.md'))
  makePipe(join(root, 'cases/pipe'))
  writeFileSync(join(root, 'cases/nul.txt'), '')
  const library = await (await Workspace.open(root)).library()
  const found =
    unsafeTree.scope === 'library'
      ? [...unsafeTree.check({ library, options: {}, gathered: () => undefined })]
      : []
  expect(found.map(({ code, path, severity }) => [code, path, severity ?? 'error'])).toEqual([
    ['symlink', 'cases/etc', 'error'],
    ['reservedName', 'cases/nul.txt', 'error'],
    ['special', 'cases/pipe', 'error'],
    ['submodule', 'cases/sub/.git', 'error'],
    ['bareRepository', 'cases/bare/HEAD', 'error'],
  ])
})
