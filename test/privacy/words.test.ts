import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WordScan } from '../../src/lib/word-scan.js'
import { findPersonalData, RECOGNISERS } from '../../src/privacy/find.js'
import { FoldedText } from '../../src/privacy/folded-text.js'
import { numberRuns } from '../../src/privacy/number-runs.js'
import { cardNumber, creditCode, residentId } from './made.js'

const DATA = [
  ...[residentId('330106', '19870615', '452'), cardNumber('621700654321098765'), '330106870615452'],
  ...[
    creditCode('91330106MA2KJ7WQ3'),
    '13912345678',
    '(021) 6234 5678',
    '+44 20 7946 0958',
    '(415) 555-0132',
  ],
  ...['wang.min@example.cn', 'li.lei [at] example [dot] org', 'li.lei at example dot com', '李雷@例子.公司'],
  ...['198.51.100.23', '2001:db8:0:12::7', 'E23456789', 'lilei8899', 'wxid_9k2j4h6g8f1d22', '123456789'],
  ...['浙A8K210', '沪B·12345', 'Tr0ub4dor&3', 'Hx7#kp29', 'admin2024', '-----BEGIN PRIVATE KEY-----'],
  ...[
    'Bearer 9f8b7c6d5e4f3a2b1c0d',
    'mysql://app:s3cr3tpw@db.internal/pos',
    '赵小雨',
    '诸葛青云',
    'Grace Hopper',
  ],
  ...[
    '浙江省杭州市西湖区文一西路998号4幢1203室',
    '阳光花园3栋2单元501室',
    '221B Baker Street, London NW1 6XE',
  ],
  ...['P.O. Box 4711', 'Lindenstraße 12, 10969 Berlin'],
]
const WORDS = [
  ...[
    '身份证',
    '证号：',
    'ID ',
    '电话',
    'Tel ',
    '税号：',
    '护照号：',
    'Passport No. ',
    '微信号：',
    'WeChat ID: ',
  ],
  ...[
    'QQ号 ',
    '车牌',
    '密码：',
    'token=',
    'dbPassword: ',
    '--api-key ',
    'PASSWORD=',
    '联系人：',
    '收货人 ',
    '先生',
  ],
  ...[
    '女士',
    'Mr ',
    'Ms. ',
    'Contact: ',
    'Dear ',
    '地址：',
    '家住',
    'Ship to ',
    'IP ',
    '，',
    '。',
    ' ',
    '\n',
    '|',
    '`',
  ],
]

/** Full-width signs, and characters that nobody sees between the others. */
const disguised = fc.constantFrom<(text: string) => string>(
  text => text,
  text => text.replace(/[!-~]/g, char => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
  text => [...text].join('\u200d'),
  text => text.replaceAll(' ', '\u00a0').replaceAll('-', '\u2013'),
  text => text.replace(/[-_.+@*]/g, '\\$&'),
)
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...DATA), disguised).map(([datum, as]) => as(datum)) },
  { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const texts = fc.array(piece, { maxLength: 10 }).map(pieces => pieces.join(''))

describe('what a recogniser says of its data', () => {
  test('holds for all that it finds: no text is passed over that has some', () => {
    const scans = RECOGNISERS.map(({ words }) => new WordScan([words ?? {}]))
    const seen = new Set<string>()
    fc.assert(
      fc.property(texts, source => {
        const { text } = new FoldedText(source)
        const runs = numberRuns(text)
        for (const [i, { type, words, digits = 0, find }] of RECOGNISERS.entries()) {
          const found = [...find(text, runs)]
          if (found.length === 0) continue
          seen.add(type)
          expect(words === undefined || scans[i]?.in(text) === 1).toBe(true)
          expect(digits === 0 || runs.some(run => run.digits >= digits)).toBe(true)
          expect([...find(text, digits === 0 ? runs : runs.filter(run => run.digits >= digits))]).toEqual(
            found,
          )
          expect(findPersonalData(source)).not.toEqual([])
        }
      }),
      { numRuns: 3000, seed: 11 },
    )
    expect([...seen].sort()).toEqual([...new Set(RECOGNISERS.map(({ type }) => type))].sort())
  })
})
