import { describe, expect, test } from 'vitest'
import { exampleCase } from '../../src/rules/example.js'
import { findings, found } from './lint-text.js'

describe('archive-folder', () => {
  const lint = (path: string, status: string) =>
    findings('archive-folder', { [path]: exampleCase({ status }) }).map(({ code, args }) => [
      code,
      args['target'],
    ])

  test('an archived case outside the archive is told where to go', () => {
    expect(lint('cases/router/a.md', 'archived')).toEqual([['outside', 'archive/router/a.md']])
  })

  test('a living case inside the archive is told where to go', () => {
    expect(lint('archive/router/a.md', 'published')).toEqual([['inside', 'cases/router/a.md']])
  })

  test('superseded and withdrawn cases may stand in either folder', () => {
    for (const folder of ['cases', 'archive']) {
      for (const status of ['superseded', 'withdrawn']) expect(lint(`${folder}/a.md`, status)).toEqual([])
    }
    expect(lint('archive/a.md', 'archived')).toEqual([])
  })

  test('a status that was refused is not judged', () => {
    expect(lint('archive/a.md', 'archive')).toEqual([])
  })

  test('the folders of the configuration count', () => {
    const files = {
      'casectl.config.yml': 'folders: { cases: kb/live, archive: kb/old }\n',
      'kb/live/a.md': exampleCase({ status: 'archived' }),
    }
    expect(findings('archive-folder', files)[0]?.args['target']).toBe('kb/old/a.md')
  })
})

describe('charter-scope', () => {
  const lint = (charter: string, fields: Record<string, string | undefined>) =>
    found('charter-scope', {
      'casectl.config.yml': `charter: ${charter}\n`,
      'cases/a.md': exampleCase(fields),
    })
  const outside = { product: '{ name: pos-terminal, module: pos-network }' }

  test('without a charter every product is in scope', () => {
    expect(lint('{ goals: [g] }', outside)).toEqual([])
  })

  test('a product outside needs a reason; in a draft its absence is a warning', () => {
    expect(lint('{ products: [home-router] }', outside)).toEqual(['outside 9:18'])
    expect(lint('{ products: [home-router] }', { ...outside, status: 'draft' })).toEqual([
      'outside 9:18 warning',
    ])
    expect(lint('{ products: [home-router] }', { ...outside, scope_exception: 'same modem' })).toEqual([])
  })

  test('an empty reason is none', () => {
    expect(lint('{ products: [home-router] }', { ...outside, scope_exception: '' })).toEqual(['outside 9:18'])
  })

  test('a charter that names a module covers it, and an alias in the case counts as its term', () => {
    expect(lint('{ products: [pos-network] }', outside)).toEqual([])
    expect(lint('{ products: [home-router] }', { product: '{ name: 路由器, module: rt-wifi }' })).toEqual([])
  })

  test('a reason that is not needed is a note', () => {
    expect(lint('{ products: [home-router] }', { scope_exception: 'why not' })).toEqual([
      'needless 16:1 note',
    ])
  })

  test('a product that is unknown or missing is left to the other rules', () => {
    expect(lint('{ products: [home-router] }', { product: '{ name: fax }' })).toEqual([])
    expect(lint('{ products: [home-router] }', { product: undefined })).toEqual([])
  })
})

describe('dates', () => {
  test.each([
    [{ opened: '2026-03-03' }, 'created', ['order 7:10']],
    [{ updated: '2026-03-01' }, 'updated', ['order 8:10']],
    [{ review_by: '2026-03-01' }, 'review_by', ['order 16:12']],
    [{ opened: '2026-03-02', updated: '2026-03-02', review_by: '2026-03-02' }, 'equal days', []],
    [{ opened: '2026-03-03', created: undefined }, 'a missing day', []],
    [{ updated: '2026-02-30' }, 'a refused day', []],
  ])('%o: %s', (fields, _name, expected) => {
    expect(found('dates', exampleCase(fields))).toEqual(expected)
  })
})
