import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CasectlError } from '../../src/lib/errors.js'
import { exampleCase } from '../../src/rules/example.js'
import { lintWorkspace } from '../../src/workspace/lint.js'
import { Workspace } from '../../src/workspace/workspace.js'
import { folderWith } from '../cli/temporary.js'

const TAXONOMY = readFileSync('taxonomy.yml', 'utf8')
const SETTINGS = { 'casectl.config.yml': '', 'taxonomy.yml': TAXONOMY }

/** What opening fails with: code, sentence, details. */
async function refusal(files: Readonly<Record<string, string>>): Promise<string[]> {
  try {
    await Workspace.open(folderWith(files))
  } catch (error) {
    if (error instanceof CasectlError)
      return [error.code, error.text.en, ...error.details.map(({ en }) => en)]
    throw error
  }
  return []
}

describe('opening', () => {
  test('fills in what the configuration leaves out, and needs no taxonomy', async () => {
    const workspace = await Workspace.open(folderWith({ 'casectl.config.yml': 'id: { prefix: KB }\n' }))
    expect([workspace.config.idPrefix, workspace.config.folders.cases]).toEqual(['KB', 'cases'])
    expect(workspace.taxonomy.facets.size).toBe(0)
    expect(workspace.configPath).toBe('casectl.config.yml')
  })

  test('names every problem of a settings file with its line and column', async () => {
    expect(await refusal({ ...SETTINGS, 'casectl.config.yml': 'version: 2\nfolder: {}\n' })).toEqual([
      'settings',
      'casectl.config.yml cannot be used:',
      'casectl.config.yml:1:10  `version` is `2`; it must be one of 1.',
      'casectl.config.yml:2:1  Unknown field `folder`. Did you mean `folders`?',
    ])
    expect(
      await refusal({ ...SETTINGS, 'casectl.config.yml': 'kinds: { faq: { sections: [nowhere] } }\n' }),
    ).toEqual([
      'settings',
      'casectl.config.yml cannot be used:',
      'casectl.config.yml:1:28  kinds.faq names the section `nowhere`, for which `sections` gives no heading.',
    ])
    expect(
      await refusal({ ...SETTINGS, 'taxonomy.yml': 'facets:\n  a:\n    terms: [{ id: x }, { id: x }]\n' }),
    ).toEqual([
      'settings',
      'taxonomy.yml cannot be used:',
      'taxonomy.yml:3:30  Facet a: the term id `x` stands twice.',
    ])
  })
})

describe('the files of a library', () => {
  test('are those below both folders, sorted, each once though one folder lies in the other', async () => {
    const files = { 'docs/b.md': '', 'docs/old/a.md': '', 'docs/x.txt': '', 'other/c.md': '' }
    const config = 'folders: { cases: docs, archive: docs/old }\n'
    const workspace = await Workspace.open(folderWith({ ...files, 'casectl.config.yml': config }))
    expect(workspace.casePaths()).toEqual(['docs/b.md', 'docs/old/a.md'])
    expect((await workspace.library()).files).toHaveLength(2)
  })

  test('a case folder that is a link is one finding and not walked', async () => {
    const root = folderWith({ 'lib/casectl.config.yml': '', 'outside/CASE-7F3KQ.md': exampleCase() })
    symlinkSync('../outside', join(root, 'lib/cases'))
    const { diagnostics, files } = await lintWorkspace(await Workspace.open(join(root, 'lib')))
    expect(files).toBe(1)
    expect(diagnostics.map(({ rule, code, path }) => [rule, code, path])).toEqual([
      ['readable-file', 'notAFile', 'cases'],
    ])
  })

  test('are read anew each time', async () => {
    const root = folderWith({ ...SETTINGS, 'cases/CASE-7F3KQ.md': exampleCase() })
    const workspace = await Workspace.open(root)
    expect((await workspace.library()).cases).toHaveLength(1)
    writeFileSync(join(root, 'cases/CASE-7F3KR.md'), exampleCase({ id: 'CASE-7F3KR' }))
    expect((await workspace.library()).cases).toHaveLength(2)
  })

  test('are marked as changed for the index when casectl writes them', async () => {
    const root = folderWith({ ...SETTINGS, 'cases/CASE-7F3KQ.md': exampleCase() })
    const workspace = await Workspace.open(root)
    await workspace.apply([])
    expect(() => readFileSync(join(root, '.casectl/index-outdated'))).toThrow()
    await workspace.apply([{ path: 'cases/x.md', before: null, after: 'x' }])
    expect(readFileSync(join(root, '.casectl/index-outdated'), 'utf8')).toBe('')
  })
})

describe('linting chosen paths', () => {
  const files = {
    ...SETTINGS,
    'cases/one/CASE-7F3KQ.md': exampleCase({ urgency: 'x' }),
    'cases/one/CASE-7F3KR.md': exampleCase({ id: 'CASE-7F3KR', urgency: 'x' }),
    'cases/two/CASE-7F3KT.md': exampleCase({ id: 'CASE-7F3KT', urgency: 'x' }),
    'cases/onetwo/CASE-7F3KV.md': exampleCase({ id: 'CASE-7F3KV', urgency: 'x' }),
    'README.md': '',
  }
  const linted = async (root: string, ...paths: string[]): Promise<string[]> => {
    const { diagnostics } = await lintWorkspace(await Workspace.open(root), paths)
    return [...new Set(diagnostics.map(({ path }) => path.slice(6, -3)))]
  }

  test('takes files and folders, relative to the library or absolute, and reports on these only', async () => {
    const root = folderWith(files)
    mkdirSync(join(root, 'cases/empty'))
    expect(await linted(root, 'cases/one')).toEqual(['one/CASE-7F3KQ', 'one/CASE-7F3KR'])
    expect(await linted(root, 'cases/one/', join(root, 'cases/two/CASE-7F3KT.md'))).toHaveLength(3)
    expect(await linted(root, '.')).toHaveLength(4)
    expect(await linted(root)).toHaveLength(4)
    expect(await linted(root, 'cases/empty')).toEqual([])
  })

  test('takes a path that leads into the library through a link', async () => {
    const root = folderWith({
      ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`lib/${path}`, text])),
    })
    symlinkSync('lib', join(root, 'shortcut'))
    expect(await linted(join(root, 'lib'), join(root, 'shortcut/cases/two/CASE-7F3KT.md'))).toEqual([
      'two/CASE-7F3KT',
    ])
  })

  test.each(['nowhere', '..', '/etc', 'cases/one/CASE-7F3KQ', 'templates'])(
    '%s, which is not there, is refused',
    async path => {
      await expect(linted(folderWith(files), path)).rejects.toMatchObject({ code: 'no-such-path' })
    },
  )

  test.each(['README.md', 'casectl.config.yml', 'docs', 'cases/one/../../README.md'])(
    '%s, of which no rule says anything, is refused',
    async path => {
      const root = folderWith({ ...files, 'docs/notes.txt': '' })
      await expect(linted(root, path)).rejects.toMatchObject({ code: 'nothing-to-judge' })
    },
  )
})
