import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DATUM_TYPES } from '../../src/model/personal-data.js'
import { findPersonalData } from '../../src/privacy/find.js'
import { Masker } from '../../src/privacy/mask.js'
import { cardNumber, creditCode, residentId } from './made.js'

const zh = (text: string): string => new Masker({ language: 'zh' }).mask(text).text
const en = (text: string): string => new Masker({ language: 'en' }).mask(text).text

test.each([
  ['手机 +86 139-1234-5678。', '手机 139****5678。'],
  ['号码一三九一二三四五六七八', '号码139****5678'],
  ['联系人：赵小雨', '联系人：客户A'],
  ['客户赵小雨女士', '客户A女士'],
  ['李四先生和孙晓梅女士，李四先生再来电', '客户A先生和客户B女士，客户A先生再来电'],
  ['邮箱 li.lei@example.com', '邮箱 [邮箱]'],
  ['来自 203.0.113.9', '来自 [IP]'],
  ['li.lei@example.com: 收到', '[邮箱] : 收到'],
])('in Chinese %j becomes %j', (text, masked) => {
  expect(zh(text)).toBe(masked)
})

test.each([
  ['Mr Lee called, Ms Ana López too.', 'Mr Customer A called, Ms Customer B too.'],
  ['write to li.lei@example.com', 'write to [email]'],
  ['1600 Amphitheatre Parkway, Mountain View, CA 94043', '[address]'],
  ['PASSWORD=83920471', 'PASSWORD=[secret]'],
])('in English %j becomes %j', (text, masked) => {
  expect(en(text)).toBe(masked)
})

test('one person has one pseudonym in all texts of a case', () => {
  const masker = new Masker({ language: 'zh' })
  expect(masker.mask('联系人：赵小雨').text).toBe('联系人：客户A')
  expect(masker.mask('孙晓梅女士').text).toBe('客户B女士')
  expect(masker.mask('赵小雨女士').text).toBe('客户A女士')
})

test('a pseudonym that the case has already is not given to somebody else', () => {
  const masker = new Masker({ language: 'zh', taken: '客户A先生，联系人：赵小雨' })
  expect(masker.mask('联系人：赵小雨').text).toBe('联系人：客户B')
})

test('the 27th person is AA', () => {
  const masker = new Masker({ language: 'en' })
  const names = Array.from(
    { length: 27 },
    (_, i) => `Mr Xa${String.fromCharCode(97 + (i % 26))}${i < 26 ? 'o' : 'e'}n`,
  )
  expect(masker.mask(names.join('. ')).text.split('. ').slice(-2)).toEqual([
    'Mr Customer Z',
    'Mr Customer AA',
  ])
})

test('a library may say what stands for a type, and the mask says how many there were', () => {
  const masker = new Masker({ language: 'zh', mask: { email: '<邮箱>', name: '某客户' } })
  const { text, counts } = masker.mask('赵小雨女士 a.b@example.com, c.d@example.com')
  expect(text).toBe('某客户女士 <邮箱>, <邮箱>')
  expect([...counts]).toEqual([
    ['name', 1],
    ['email', 2],
  ])
})

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
const day = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10).replaceAll('-', ''))
const region = fc.constantFrom('110105', '330106', '440305', '510107', '650102')
const mobile = fc
  .tuple(fc.constantFrom('13', '15', '18', '199'), digits(9))
  .map(parts => parts.join('').slice(0, 11))

/** A datum of each structured type, in words that give it away. */
const structured = fc.oneof(
  fc.tuple(region, day, digits(3)).map(parts => `身份证 ${residentId(...parts)}`),
  mobile,
  mobile.map(number => `+86 ${number.slice(0, 3)}-${number.slice(3, 7)}-${number.slice(7)}`),
  mobile.map(number => [...number].map(digit => String.fromCharCode(0xff10 + Number(digit))).join('')),
  mobile.map(number => `${number.slice(0, 3)}\u200b${number.slice(3, 7)}\u200d${number.slice(7)}`),
  digits(13).map(rest => cardNumber(`62${rest}`)),
  digits(16).map(rest => cardNumber(`62${rest}`).replace(/(\d{4})(?=\d)/g, '$1 ')),
  fc.tuple(region, digits(8)).map(([code, rest]) => creditCode(`91${code}MA${rest.slice(0, 7)}`)),
  digits(7).map(rest => `021-6${rest}`),
  digits(6).map(rest => `li${rest}@example.com`),
  fc.integer({ min: 1, max: 254 }).map(last => `IP 203.0.113.${last}`),
  digits(8).map(rest => `护照 E${rest}`),
  digits(8).map(rest => `QQ：1${rest}`),
  digits(6).map(rest => `微信号：wx_${rest}`),
  digits(5).map(rest => `车牌 浙A${rest}`),
  digits(7).map(rest => `password="Zq${rest}k"`),
)
const said = fc.constantFrom(
  '赵小雨女士',
  '联系人：孙晓梅',
  'Mr Lee',
  '地址：杭州市西湖区文一西路99号',
  '、',
  '。',
  '[',
  '(',
)
const filler = fc.string({
  unit: fc.constantFrom(
    '客',
    '户',
    ' ',
    '\n',
    'a',
    '1',
    '-',
    '：',
    '(',
    '|',
    '`',
    '，',
    '.',
    '😀',
    '\u200b',
    '路',
  ),
  maxLength: 8,
})

describe('masks', () => {
  const texts = fc
    .array(fc.oneof(structured, said, filler), { minLength: 1, maxLength: 8 })
    .map(parts => parts.join(' '))

  test('nothing is found in a masked text, and masking it again changes nothing', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('zh' as const, 'en' as const), (text, language) => {
        const masked = new Masker({ language }).mask(text).text
        expect(findPersonalData(masked)).toEqual([])
        expect(new Masker({ language }).mask(masked).text).toBe(masked)
      }),
      { numRuns: 2000 },
    )
  })

  test('every datum in a sentence is found and leaves no digits of its middle', () => {
    fc.assert(
      fc.property(structured, fc.constantFrom('客户：', 'See ', '（', '> '), (datum, lead) => {
        const text = `${lead}${datum}。`
        const found = findPersonalData(text)
        expect(found).toHaveLength(1)
        expect(DATUM_TYPES).toContain(found[0]?.type)
        expect(zh(text).replace(/1\d\d\*{4}\d{4}/g, '')).not.toMatch(/\d{4}/)
      }),
      { numRuns: 2000 },
    )
  })

  test('around a datum not a character changes', () => {
    fc.assert(
      fc.property(filler, filler, (before, behind) => {
        const text = `${before}。li.lei@example.com，${behind}`
        const masked = zh(text)
        if (findPersonalData(text).length > 1) return
        expect(masked).toBe(`${before}。[邮箱]，${behind}`)
      }),
    )
  })
})
