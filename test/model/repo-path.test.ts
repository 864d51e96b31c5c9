import fc from 'fast-check'
import { expect, test } from 'vitest'
import { baseName, folderOf, relativeFrom, resolveFrom } from '../../src/model/repo-path.js'

test.each([
  ['cases/a/b.md', 'c.md', 'cases/a/c.md'],
  ['cases/a/b.md', '../c.md', 'cases/c.md'],
  ['cases/a/b.md', './x/../c.md', 'cases/a/c.md'],
  ['cases/a/b.md', '../..', ''],
  ['cases/a/b.md', '../../..', undefined],
  ['a.md', '../b.md', undefined],
  ['cases/a/b.md', '../../../cases/a/b.md', undefined],
  ['cases/中文/b.md', '图.png', 'cases/中文/图.png'],
])('from %s, %s is %s', (file, target, expected) => {
  expect(resolveFrom(file, target)).toBe(expected)
})

test.each([
  ['cases/a/b.md', 'cases/a/c.md', 'c.md'],
  ['cases/a/b.md', 'cases/c.md', '../c.md'],
  ['cases/a/b.md', 'archive/x/c.md', '../../archive/x/c.md'],
  ['a.md', 'cases/b.md', 'cases/b.md'],
  ['cases/a/b.md', 'cases/a', '../a'],
])('%s names %s as %s', (file, target, expected) => {
  expect(relativeFrom(file, target)).toBe(expected)
})

test('a relative path leads back to what it names', () => {
  const path = fc
    .array(fc.constantFrom('a', 'b', 'c', '中'), { minLength: 1, maxLength: 5 })
    .map(parts => `${parts.join('/')}.md`)
  fc.assert(
    fc.property(path, path, (from, to) => {
      expect(resolveFrom(from, relativeFrom(from, to))).toBe(to)
    }),
  )
})

test('the last part of a path and the folder before it', () => {
  expect([baseName('a/b/c.md'), folderOf('a/b/c.md')]).toEqual(['c.md', 'a/b'])
  expect([baseName('c.md'), folderOf('c.md')]).toEqual(['c.md', ''])
})
