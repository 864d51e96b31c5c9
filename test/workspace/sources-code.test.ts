import { expect, test } from 'vitest'
import type { Source, Sources } from '../../src/workspace/sources.js'
import { decodeSources, encodeSources } from '../../src/workspace/sources-code.js'

const file = (path: string, more: Partial<Source> = {}): Source => ({
  path,
  mtime: 1763834554123.456,
  ctime: 1763834554124,
  size: 1024,
  ino: 2 ** 50 + 1,
  hash: 'abcDEF-_0123456789abcd',
  id: '',
  ...more,
})

const SOURCES: Sources = {
  settings: {
    configPath: 'casectl.config.yml',
    hashes: { config: 'c', taxonomy: '' },
    written: { version: 1 },
    taxonomy: { facets: {} },
  },
  documentSettings: 'd',
  expansionSettings: 'e',
  lookedAt: 1763834554999.5,
  feedback: 'f',
  uses: new Map([['CASE-7F3KQ', 3]]),
  former: ['terms-0123456789abcdef.bin'],
  files: [
    file('cases/a.md', { id: 'CASE-7F3KQ', status: 'published' }),
    file('cases/坏.md', { hash: '' }),
    file('cases/换\n行.md', { id: 'CASE-7F3KR', status: 'archived' }),
  ],
}

test('what is known of the files comes back as it was', () => {
  expect(decodeSources(Buffer.from(encodeSources(SOURCES)))).toEqual(SOURCES)
  const none = { ...SOURCES, files: [] }
  expect(decodeSources(Buffer.from(encodeSources(none)))).toEqual(none)
})

test('a flipped byte anywhere, or a missing end, is noticed', () => {
  const bytes = Buffer.from(encodeSources(SOURCES))
  for (let i = 0; i < bytes.length; i++) {
    const flipped = Buffer.from(bytes)
    flipped[i] = (flipped[i] ?? 0) ^ 4
    expect(decodeSources(flipped), String(i)).toBeUndefined()
  }
  for (const length of [0, 3, 32, 35, 100, bytes.length - 1]) {
    expect(decodeSources(bytes.subarray(0, length))).toBeUndefined()
  }
})
