import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentsOf } from '../../src/search/document.js'
import { search } from '../../src/search/search.js'
import { HOSTILE, OPERATORS, WORDS } from './hostile-queries.js'
import { openIndexOf } from './open-documents.js'
import { readSampleLibrary } from './sample-library.js'

const library = readSampleLibrary()
const opened = await openIndexOf(documentsOf(library), library.taxonomy.data)

test.each(Object.entries(HOSTILE))('%s: answered within a second', async (_, text) => {
  const started = performance.now()
  const { hits, total } = await search(opened, { text })
  expect(performance.now() - started).toBeLessThan(1000)
  expect(hits.length).toBeLessThanOrEqual(total)
})

test('no string of operators and words throws, and every mark lies inside its text', async () => {
  const query = fc
    .array(fc.constantFrom(...OPERATORS, ...WORDS), { maxLength: 24 })
    .map(parts => parts.join(''))
  await fc.assert(
    fc.asyncProperty(query, async text =>
      (await search(opened, { text, limit: 2 })).hits.every(({ snippet, title, titleMarks }) => {
        const inside = (whole: string) => (mark: readonly [number, number]) =>
          mark[0] < mark[1] && mark[1] <= whole.length
        return snippet.marks.every(inside(snippet.text)) && titleMarks.every(inside(title))
      }),
    ),
    { numRuns: 100 },
  )
})

test('no string at all throws', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary', maxLength: 80 }),
      async text => (await search(opened, { text, limit: 1 })).total >= 0,
    ),
    { numRuns: 200 },
  )
})
