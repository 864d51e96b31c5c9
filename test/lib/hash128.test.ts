import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hash128 } from '../../src/lib/hash128.js'

// From mmh3 5 for Python: mmh3_x86_128_digest of the UTF-16LE bytes, as four words.
test.each([
  ['', '00000000000000000000000000000000'],
  ['a', '033bb196ccef4fe1ccef4fe1ccef4fe1'],
  ['ab', '260fb953af22b6fdaf22b6fdaf22b6fd'],
  ['abcdefg', '851fde5ef81a9aab2a351f32fa8e8ca7'],
  ['abcdefgh', '6c3576558df898a1a76d230d42147114'],
  ['abcdefghij', '53abf878bb832bb3d1c9c9909d7fff86'],
  ['x'.repeat(1000), 'd6f261ee010a59b611dba10894295556'],
])('the hash of %j is that of MurmurHash3', (text, hash) => {
  expect(hash128(text)).toBe(hash)
})

test('100,000 texts that differ in a few characters have as many hashes', () => {
  const hashes = new Set<string>()
  for (let i = 0; i < 100_000; i++) hashes.add(hash128(`vague-words\0word\0id CASE-${i}\x00大概\x000`))
  expect(hashes.size).toBe(100_000)
})

test('any text has 32 hexadecimal digits, and another one when a character changes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', minLength: 1 }), (text, more) => {
      expect(hash128(text)).toMatch(/^[0-9a-f]{32}$/)
      expect(hash128(text + more)).not.toBe(hash128(text))
    }),
  )
})
