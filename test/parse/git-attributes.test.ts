import { expect, test } from 'vitest'
import { lfsByAttributes, readLfsPointer } from '../../src/parse/git-attributes.js'

const LFS = 'filter=lfs diff=lfs merge=lfs -text'

test.each([
  ['*.mp4', 'cases/router/clip.mp4', true],
  ['*.mp4', 'cases/clip.mp4.txt', undefined],
  ['/clip.mp4', 'clip.mp4', true],
  ['/clip.mp4', 'cases/clip.mp4', undefined],
  ['cases/**/*.mp4', 'cases/a/b/clip.mp4', true],
  ['cases/**/*.mp4', 'cases/clip.mp4', true],
  ['cases/*.mp4', 'cases/a/clip.mp4', undefined],
  ['cases/**', 'cases/a/clip.mp4', true],
  ['**/big/*', 'x/big/clip.mp4', true],
  ['clip?.mp[34]', 'clip1.mp4', true],
  ['clip[!1].mp4', 'clip1.mp4', undefined],
  ['a.b', 'axb', undefined],
  ['视频*', 'cases/视频1.mp4', true],
])('the pattern %s, asked for %s, says %s', (pattern, path, answer) => {
  expect(lfsByAttributes(`${pattern} ${LFS}\n`, path)).toBe(answer)
})

test('the last line that says anything of the filter decides', () => {
  const text = `# comment\n*.mp4 ${LFS}\r\n*.mp4 text\nsmall.mp4 -filter\n*.bin filter=other\n`
  expect(['a.mp4', 'small.mp4', 'a.bin', 'a.txt'].map(path => lfsByAttributes(text, path))).toEqual([
    true,
    false,
    false,
    undefined,
  ])
})

test('hostile patterns take no time, broken ones match nothing', () => {
  const started = performance.now()
  expect(lfsByAttributes(`${'*a'.repeat(500)}b ${LFS}`, 'a'.repeat(2000))).toBeUndefined()
  expect(lfsByAttributes(`[z-a] ${LFS}\n[ ${LFS}`, 'a')).toBeUndefined()
  expect(performance.now() - started).toBeLessThan(1000)
})

test('a pointer says which file it stands for', () => {
  const oid = 'ab'.repeat(32)
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize 12345\n`
  expect(readLfsPointer(pointer)).toEqual({ sha256: oid, size: 12345 })
  expect(readLfsPointer(pointer.replace('12345', 'many'))).toBeUndefined()
  expect(readLfsPointer(`${pointer}${'x'.repeat(1024)}`)).toBeUndefined()
  expect(readLfsPointer('E-1203\n')).toBeUndefined()
})
