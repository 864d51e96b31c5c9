import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DEFAULT_CONFIG } from '../../src/model/defaults.js'
import { openSynonyms } from '../../src/workspace/synonyms.js'

function libraryWith(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'casectl-synonyms-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text)
  return root
}

test('the synonyms are read from the place that the configuration names', async () => {
  const root = libraryWith({ 'words.yml': 'equal: [[停机, shutdown]]' })
  const config = { ...DEFAULT_CONFIG, synonyms: 'words.yml' }
  expect((await openSynonyms(root, config)).equal).toEqual([['停机', 'shutdown']])
})

test('a library without such a file has none', async () => {
  expect({ ...(await openSynonyms(libraryWith({}), DEFAULT_CONFIG)) }).toEqual({})
})

test('what is wrong is told with its place', async () => {
  const root = libraryWith({ 'synonyms.yml': 'equal:\n  - [停机]\n' })
  await expect(openSynonyms(root, DEFAULT_CONFIG)).rejects.toMatchObject({
    code: 'settings',
    details: [{ en: 'synonyms.yml:2:5  `equal.0` needs at least 2 entries.' }],
  })
})
