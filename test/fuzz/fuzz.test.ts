import fc from 'fast-check'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../cli/temporary.js'
import { Examiner } from './examine.js'
import { writeFuzzLibrary } from './library.js'
import { mutatedCases } from './mutated-cases.js'

// `node bench/lint/fuzz.mjs` judges as many as one likes, with bounds on time and memory. A failure
// names its seed and the smallest case that fast-check finds.
const SEED = 20_261_122

async function prepared(): Promise<{ examiner: Examiner; cases: fc.Arbitrary<Uint8Array>; folder: string }> {
  const folder = temporaryFolder()
  const { root, texts } = writeFuzzLibrary('.', folder)
  return { examiner: await Examiner.open(root), cases: mutatedCases(texts), folder }
}

// On a busy machine twenty seconds of work take minutes.
const PATIENT = { timeout: 300_000 }

test('a mutated case is found fault with or passes, fixing and formatting included', PATIENT, async () => {
  const { examiner, cases } = await prepared()
  const property = fc.asyncProperty(cases, fc.nat(), async (bytes, format) => {
    await examiner.lint(bytes, format)
    await examiner.fix(bytes)
    await examiner.format(bytes)
  })
  await fc.assert(property, { seed: SEED, numRuns: 120 })
})

test(
  'fixing and formatting mutated cases on disk touches these files and nothing else',
  PATIENT,
  async () => {
    const { examiner, cases, folder } = await prepared()
    for (let batch = 0; batch < 3; batch++) {
      const files = fc.sample(cases, { seed: SEED + batch, numRuns: 25 })
      await expect(examiner.batch(files, folder)).resolves.toBeUndefined()
    }
  },
)
