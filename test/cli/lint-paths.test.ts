import { readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { commit, GIT_ENV, git, write } from './repository.js'
import { type CliOptions, cli } from './run-cli.js'
import { folderWith } from './temporary.js'

const TAXONOMY = readFileSync('taxonomy.yml', 'utf8')

/** Every finding as `path rule/code`, or what stderr says where the run failed. */
async function found(args: readonly string[], options: CliOptions): Promise<readonly string[] | string> {
  const { code, stdout, stderr } = await cli(['lint', '--json', ...args], { env: GIT_ENV, ...options })
  if (code === 2) return stderr
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { path: string; rule: string; code: string }[]
  }
  return diagnostics.map(({ path, rule, code: what }) => `${path} ${rule}/${what}`)
}

const QUIET = 'rules: { unused-term: off, near-duplicate: off }\n'

describe('a path selects what rules say of the library beyond its cases', () => {
  const library = (): string => {
    const cwd = folderWith({
      'casectl.config.yml': 'rules: { unused-term: note }\n',
      'taxonomy.yml': TAXONOMY,
      'README.md': 'Hello',
      'cases/CASE-00001.md': exampleCase({ id: 'CASE-00001' }),
      'cases/a/plan.svg': '<svg/>',
      'cases/b/aux.txt': 'x',
      'docs/notes.txt': 'x',
      'docs/.gitmodules': 'x',
    })
    symlinkSync('../README.md', join(cwd, 'cases/b/link.txt'))
    return cwd
  }

  test('a file, a folder above it, and the whole', async () => {
    const cwd = library()
    const orphan = 'cases/a/plan.svg orphan-asset/unused'
    expect(await found(['cases/a/plan.svg'], { cwd })).toEqual([orphan])
    expect(await found(['cases/a/'], { cwd })).toEqual([orphan])
    expect(await found(['plan.svg'], { cwd: join(cwd, 'cases/a') })).toEqual([orphan])
    expect(await found(['cases/b/link.txt'], { cwd })).toEqual(['cases/b/link.txt unsafe-tree/symlink'])
    expect(await found(['docs'], { cwd })).toEqual(['docs/.gitmodules unsafe-tree/gitmodules'])
    expect(await found(['cases/b'], { cwd })).toEqual(
      expect.arrayContaining([
        'cases/b/aux.txt unsafe-tree/reservedName',
        'cases/b/link.txt unsafe-tree/symlink',
      ]),
    )
    const terms = await found(['taxonomy.yml'], { cwd })
    expect(new Set(terms)).toEqual(new Set(['taxonomy.yml unused-term/unused']))
    expect(await found(['.'], { cwd })).toEqual(await found([], { cwd }))
  })

  test('a list of files does so too', async () => {
    const cwd = library()
    const stdin = 'cases/a/plan.svg\nREADME.md\ngone.md\n'
    expect(await found(['--files-from', '-'], { cwd, stdin })).toEqual([
      'cases/a/plan.svg orphan-asset/unused',
    ])
  })

  test('what nothing is said of is named, and what is not there as well', async () => {
    const cwd = library()
    expect(await found(['README.md'], { cwd })).toContain('README.md is no case, nor does it hold one')
    expect(await found(['docs/notes.txt'], { cwd })).toContain('no rule has anything to say of it')
    expect(await found(['gone.md'], { cwd })).toContain('gone.md holds no case of this library')
    expect(await found(['..'], { cwd })).toContain('holds no case of this library')
    // A drawing that a case shows is judged, and good.
    write(
      cwd,
      'cases/CASE-00001.md',
      exampleCase({ id: 'CASE-00001' }, exampleBody('Use', '[It](a/plan.svg). Use')),
    )
    expect(await found(['cases/a/plan.svg'], { cwd })).toEqual([])
  })
})

describe('of a change is reported', () => {
  const files = {
    'casectl.config.yml': QUIET,
    'taxonomy.yml': TAXONOMY,
    'cases/CASE-00001.md': exampleCase(
      { id: 'CASE-00001', related: '[CASE-00002]' },
      exampleBody(
        'Use channel 36.',
        'TODO [Plan](img/plan%20A.svg), [second](CASE-00002.md), [old](img/gone.svg).',
      ),
    ),
    'cases/CASE-00002.md': exampleCase({
      id: 'CASE-00002',
      related: '[CASE-00001]',
      title: 'Printer E-7 smears ink',
    }),
    'cases/img/plan A.svg': '<svg/>',
  }
  const branched = (): string => {
    const cwd = folderWith(files)
    commit(cwd)
    git(cwd, 'checkout', '--quiet', '-b', 'work')
    return cwd
  }
  const since = ['--since', 'main']

  test('an asset that is gone, at the case that shows it, and nothing else of that case', async () => {
    const cwd = branched()
    rmSync(join(cwd, 'cases/img/plan A.svg'))
    expect(await found(since, { cwd })).toEqual(['cases/CASE-00001.md links/missing'])
    expect(await found([...since, 'cases/CASE-00002.md'], { cwd })).toEqual([])
    git(cwd, 'add', '--all')
    expect(await found(['--staged'], { cwd })).toEqual(['cases/CASE-00001.md links/missing'])
    commit(cwd)
    expect((await cli(['lint', ...since], { cwd, env: GIT_ENV })).code).toBe(1)
  })

  test('an asset that was renamed', async () => {
    const cwd = branched()
    renameSync(join(cwd, 'cases/img/plan A.svg'), join(cwd, 'cases/img/图.svg'))
    expect(await found(since, { cwd })).toEqual([
      'cases/CASE-00001.md links/missing',
      'cases/img/图.svg orphan-asset/unused',
    ])
  })

  test('an image that says where it was taken, and an attachment that is another one', async () => {
    const cwd = branched()
    write(cwd, 'cases/img/plan A.svg', '<svg><dc:creator>Zhang Min</dc:creator></svg>')
    expect(await found(since, { cwd })).toEqual(['cases/CASE-00001.md image-metadata/drawing'])
    const attaching = files['cases/CASE-00002.md'].replace(
      'title:',
      'attachments: [{ path: log.txt, size: 1 }]\ntitle:',
    )
    write(cwd, 'cases/CASE-00002.md', attaching)
    write(cwd, 'cases/log.txt', '1')
    commit(cwd)
    git(cwd, 'checkout', '--quiet', '-b', 'next')
    write(cwd, 'cases/log.txt', '12')
    expect(await found(['--since', 'work'], { cwd })).toEqual([
      'cases/CASE-00002.md attachments/incomplete',
      'cases/CASE-00002.md attachments/size',
    ])
  })

  test('a case that is gone, by its file and by its id', async () => {
    const cwd = branched()
    rmSync(join(cwd, 'cases/CASE-00002.md'))
    expect(await found(since, { cwd })).toEqual([
      'cases/CASE-00001.md relations/unknown',
      'cases/CASE-00001.md links/missing',
    ])
  })

  test('a term that the taxonomy no longer has', async () => {
    const cwd = branched()
    write(cwd, 'taxonomy.yml', TAXONOMY.replaceAll('frequent-drops', 'many-drops'))
    expect(await found(since, { cwd })).toEqual([
      'cases/CASE-00001.md known-terms/unknown',
      'cases/CASE-00002.md known-terms/unknown',
    ])
  })

  test('a folder with a name that breaks other systems, at the folder', async () => {
    const cwd = branched()
    write(cwd, 'docs/aux/x.txt', 'x')
    expect(await found(since, { cwd })).toEqual(['docs/aux unsafe-tree/reservedName'])
  })

  test('a submodule, at the file that makes it one', async () => {
    const cwd = branched()
    git(cwd, 'submodule', '--quiet', 'add', `file://${cwd}`, 'cases/sub')
    expect(await found(since, { cwd })).toEqual(
      expect.arrayContaining(['.gitmodules unsafe-tree/gitmodules', 'cases/sub/.git unsafe-tree/submodule']),
    )
  })

  test('--update-baseline keeps what an untouched file had before', async () => {
    const cwd = branched()
    await cli(['lint', '--baseline', 'base.json', '--update-baseline'], { cwd })
    const before = readFileSync(join(cwd, 'base.json'), 'utf8')
    expect(before).toContain('template-text')
    rmSync(join(cwd, 'cases/img/plan A.svg'))
    await cli(['lint', ...since, '--baseline', 'base.json', '--update-baseline'], { cwd, env: GIT_ENV })
    expect(readFileSync(join(cwd, 'base.json'), 'utf8')).toBe(before)
    expect(await found([...since, '--baseline', 'base.json'], { cwd })).toEqual([
      'cases/CASE-00001.md links/missing',
    ])
  })
})
