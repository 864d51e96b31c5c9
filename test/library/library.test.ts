import { expect, test } from 'vitest'
import { buildLibrary, findCase, type Library, successorOf } from '../../src/library/library.js'
import { DEFAULT_CONFIG } from '../../src/model/defaults.js'
import { Taxonomy } from '../../src/model/taxonomy.js'
import { BASE, caseParser } from '../parse/parsing.js'

const parser = caseParser()

/** A library of cases, path → further front-matter lines; `id` replaces that of the base. */
function libraryOf(files: Readonly<Record<string, string>>): Library {
  const parsed = Object.entries(files).map(([path, lines]) => {
    const own = /^id: /m.test(lines) ? BASE.replace(/^id: .*\n/m, '') : BASE
    return parser.parseText(path, `---\n${own}${lines}---\n`)
  })
  return buildLibrary(DEFAULT_CONFIG, new Taxonomy({ facets: {} }), parsed, () => undefined)
}

test('files hold everything, cases only what is sound', () => {
  const library = libraryOf({ 'cases/a.md': '', 'cases/b.md': 'id: nonsense\n', 'cases/c.md': ': [' })
  expect(library.files).toHaveLength(3)
  expect(library.cases.map(({ path }) => path)).toEqual(['cases/a.md'])
  expect([...library.byPath.keys()]).toEqual(['cases/a.md', 'cases/b.md'])
})

test('an id finds its case in any letter case, of duplicates the first by path', () => {
  const library = libraryOf({
    'cases/a.md': 'id: CASE-11111\n',
    'cases/b.md': 'id: CASE-11111\n',
    'cases/c.md': 'id: CASE-22222\n',
  })
  expect(findCase(library, 'case-22222')?.path).toBe('cases/c.md')
  expect(findCase(library, 'CASE-11111')?.path).toBe('cases/a.md')
  expect(library.byId.get('CASE-11111')?.map(({ path }) => path)).toEqual(['cases/a.md', 'cases/b.md'])
  expect(findCase(library, 'CASE-33333')).toBeUndefined()
})

test('a file leads to the cases that list it among their attachments', () => {
  const library = libraryOf({
    'cases/a.md': 'id: CASE-00001\nattachments: [{ path: files/log.txt }, { path: ../../out.txt }]\n',
    'cases/x/b.md': 'id: CASE-00002\nattachments: [{ path: ../files/log.txt }]\n',
  })
  const owners = [...library.attachedTo].map(([path, cases]) => [path, cases.map(({ id }) => id)])
  expect(owners).toEqual([['cases/files/log.txt', ['CASE-00001', 'CASE-00002']]])
})

test('the successor of a case is the one in force at the end of the chain', () => {
  const library = libraryOf({
    'cases/a.md': 'id: CASE-00001\nsuperseded_by: CASE-00002\n',
    'cases/b.md': 'id: CASE-00002\nsuperseded_by: CASE-00003\n',
    'cases/c.md': 'id: CASE-00003\n',
    'cases/d.md': 'id: CASE-00004\nsuperseded_by: CASE-00009\n',
    'cases/e.md': 'id: CASE-00005\nsuperseded_by: CASE-00006\n',
    'cases/f.md': 'id: CASE-00006\nsuperseded_by: CASE-00005\n',
    'cases/g.md': 'id: CASE-00007\nsuperseded_by: CASE-00007\n',
  })
  const successor = (id: string) => {
    const from = findCase(library, id)
    return from === undefined ? 'missing' : successorOf(library, from)?.id
  }
  expect(['CASE-00001', 'CASE-00002', 'CASE-00003'].map(successor)).toEqual([
    'CASE-00003',
    'CASE-00003',
    undefined,
  ])
  expect(['CASE-00004', 'CASE-00005', 'CASE-00006', 'CASE-00007'].map(successor)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
