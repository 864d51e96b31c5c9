import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Range } from '../../src/model/range.js'
import { NO_DISABLES } from '../../src/rules/disables.js'
import { decodeRecords, encodeRecords, type FileRecord } from '../../src/workspace/lint-record.js'

const at: Range = { start: 3, end: 9, line: 1, column: 4 }

function record(path: string, gathered: Readonly<Record<string, object>>): FileRecord {
  return { path, problems: [], hash: 'h', judgement: { findings: [], disables: NO_DISABLES, gathered } }
}

test('records come back as they were, bytes and all', () => {
  const whole: FileRecord = {
    path: 'cases/中文.md',
    look: { mtime: 1.5, ctime: 2.25, size: 3, ino: 4 },
    hash: 'abc',
    problems: [{ rule: 'schema', code: 'x', message: { en: 'a', zh: '甲' }, args: { n: 1 }, at }],
    judgement: {
      findings: [
        {
          rule: 'links',
          code: 'missing',
          args: { to: '"\n' },
          message: { en: 'a', zh: '甲' },
          severity: 'error',
          path: 'cases/中文.md',
          at,
          fix: [{ path: 'cases/中文.md', start: 1, end: 2, text: '\u2028' }],
        },
      ],
      disables: {
        disables: [{ rule: 'links', reason: 'r', at, alone: true, from: 0, to: 9 }],
        faults: [{ code: 'reason', name: 'x', suggestions: ['y'], at }],
      },
      gathered: { links: [{ to: 'a' }], 'near-duplicate': Uint8Array.of(1, 2, 255) },
    },
  }
  const records = [
    whole,
    record('cases/b.md', {}),
    record('c.md', { s: Uint8Array.of(7), t: Uint8Array.of() }),
  ]
  expect(decodeRecords(encodeRecords(records))).toEqual(records)
})

test('whatever rules gather', () => {
  const data = fc.oneof(fc.uint8Array({ maxLength: 20 }), fc.dictionary(fc.string(), fc.integer()))
  const gathered = fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), data, { maxKeys: 3 })
  fc.assert(
    fc.property(fc.array(gathered, { maxLength: 5 }), all => {
      const records = all.map((one, i) => record(`${i}.md`, one as Record<string, object>))
      expect(decodeRecords(encodeRecords(records))).toEqual(records)
    }),
  )
})
