import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everything, smallCase, TestLibrary } from './indexed-library.js'

// 200 sequences: CASECTL_SEQUENCES=200 npx vitest run test/workspace/index-incremental.test.ts
const SEQUENCES = Number(process.env['CASECTL_SEQUENCES'] ?? 12)

const PATHS = [
  'cases/a.md',
  'cases/b.md',
  'cases/sub/c.md',
  'cases/sub/d.md',
  'cases/base/4.md',
  'archive/e.md',
  'archive/f.md',
]
const IDS = ['CASE-AAAA0', 'CASE-AAAA1', 'CASE-AAAA2', 'CASE-AAAA3', 'CASE-BASE4']
const TEXTS = ['设备停机', '电机过热 E-1203', 'The pump leaks oil', '设备停机，水泵漏油']
const supersededBy = (id: string): string => `superseded\nsuperseded_by: ${id}`
const STATUSES = ['published', 'draft', 'archived', ...['CASE-AAAA0', 'CASE-BASE4'].map(supersededBy)]

const path = fc.constantFrom(...PATHS)
const written = fc
  .tuple(fc.constantFrom(...IDS), fc.constantFrom(...TEXTS), fc.constantFrom(...STATUSES))
  .map(([id, text, status]) => smallCase(id, text, { status }))
const broken = fc.constantFrom('', 'no front matter', '---\nid: CASE-AAAA0\n---\n', smallCase('no id', 'x'))
const event = fc.record({
  event: fc.constantFrom('e1', 'e2', 'e3', 'e4'),
  case: fc.constantFrom(...IDS),
  kind: fc.constantFrom('used', 'solved', 'unsolved'),
})
const feedback = fc
  .array(event, { maxLength: 4 })
  .map(events => events.map(each => JSON.stringify(each)).join('\n'))
const config = fc.constantFrom('', 'default_audience: public\n', 'search: { limit: 3 }\n')
const synonyms = fc.constantFrom('{}', 'equal:\n  - [设备, 机器]\n')

type Edit = (library: TestLibrary) => void

/** One of the case files that are there. */
function pick({ root }: TestLibrary, choice: number): string {
  const all = ['cases', 'archive'].flatMap(folder =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
          name => `${folder}/${name}`,
        )
      : [],
  )
  const files = all.filter(name => name.endsWith('.md')).sort()
  return files[choice % files.length] ?? PATHS[0] ?? ''
}

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.tuple(path, written).map(
      ([to, text]): Edit =>
        own =>
          own.write(to, text),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(path, broken).map(
      ([to, text]): Edit =>
        own =>
          own.write(to, text),
    ),
  },
  {
    weight: 6,
    arbitrary: fc.nat().map(
      (gone): Edit =>
        own =>
          own.remove(pick(own, gone)),
    ),
  },
  {
    weight: 9,
    arbitrary: fc.tuple(fc.nat(), path).map(
      ([from, to]): Edit =>
        own =>
          own.rename(pick(own, from), to),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.nat().map(
      (same): Edit =>
        own =>
          own.touch(pick(own, same)),
    ),
  },
  {
    weight: 3,
    arbitrary: feedback.map(
      (text): Edit =>
        own =>
          own.write('feedback/2026-11/x.jsonl', text),
    ),
  },
  {
    weight: 1,
    arbitrary: config.map(
      (text): Edit =>
        own =>
          own.write('casectl.config.yml', text),
    ),
  },
  {
    weight: 1,
    arbitrary: synonyms.map(
      (text): Edit =>
        own =>
          own.write('synonyms.yml', text),
    ),
  },
)

/** In the base by their last digits: replaced by a case of the base that edits change, by one that they may add. */
const SUPERSEDED: Readonly<Record<number, string>> = {
  3: supersededBy('CASE-BASE4'),
  5: supersededBy('CASE-AAAA1'),
}

// So many that a few changes are no reason to write all anew.
const BASE = Object.fromEntries(
  Array.from({ length: 50 }, (_, i) => {
    const id = `CASE-BASE${'0123456789ABCDEFGHJKMNPQRSTVWXYZ'[i % 32]}`
    const text = `${TEXTS[i % TEXTS.length]} ${i}`
    const status = SUPERSEDED[i % 10] ?? 'published'
    return [`cases/base/${i}.md`, smallCase(i < 32 ? id : `OLD-BASE${id.at(-1)}`, text, { status })]
  }),
)

test('after any edits the index says what one built from nothing says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(edit, { minLength: 1, maxLength: 5 }), { maxLength: 4 }),
      async rounds => {
        const library = new TestLibrary(BASE)
        await library.index()
        for (const edits of rounds) {
          for (const apply of edits) apply(library)
          const updated = await everything(await library.index())
          const again = await library.index()
          expect(again.summary).toMatchObject({ added: 0, changed: 0, removed: 0, full: false })
          expect(await everything(again)).toEqual(updated)
          const full = new TestLibrary()
          library.copyTo(full)
          const fresh = await full.index(true)
          expect(updated).toEqual(await everything(fresh))
        }
      },
    ),
    { numRuns: SEQUENCES, seed: 20261122 },
  )
}, 1_200_000)
