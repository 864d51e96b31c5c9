import { expect, test } from 'vitest'
import { EncodingWatch } from '../../src/import/encoding.js'
import { suspicionOf } from '../../src/import/suspicion.js'
import { gb18030 } from './exports.js'

const guess = (...chunks: Uint8Array[]) => {
  const watch = new EncodingWatch()
  for (const chunk of chunks) watch.add(chunk)
  return watch.guess()
}

test('UTF-8 is told from GB18030, also where a piece cuts a character', () => {
  const utf8 = Buffer.from('路由器 W-104')
  expect(guess(utf8.subarray(0, 4), utf8.subarray(4))).toEqual({ encoding: 'utf-8', bom: false, sure: true })
  expect(guess(gb18030('路由器夜间掉线'))).toEqual({ encoding: 'gb18030', bom: false, sure: true })
  expect(guess(Uint8Array.of(0xff, 0xff))).toMatchObject({ sure: false })
  // A file that is cut inside a character is still UTF-8.
  expect(guess(utf8.subarray(0, 4))).toMatchObject({ encoding: 'utf-8', sure: true })
})

test.each([
  ['replaced', '路由\ufffd\ufffd掉线'],
  ['replaced', '锟斤拷锟斤拷'],
  ['twice', Buffer.from('路由器掉线').toString('latin1')],
  ['utf8-as-gbk', new TextDecoder('gb18030').decode(Buffer.from('现象，重启后，恢复。的确，是的。'))],
  ['private', 'a\ue000b\ue001'],
  ['controls', 'a\u0001b\u0002'],
] as const)('a text that was decoded wrongly is doubted: %s', (code, text) => {
  expect(suspicionOf(text)?.code).toBe(code)
})

test('GBK bytes that are also UTF-8 are doubted', () => {
  // Each of these has a first byte of two in UTF-8 and one that continues it.
  const bytes = gb18030('一通栈喜止')
  expect(guess(bytes)).toMatchObject({ encoding: 'utf-8' })
  expect(suspicionOf(new TextDecoder().decode(bytes))?.code).toBe('gbk-as-utf8')
})

test.each([
  '路由器夜间掉线，报 W-104。',
  'Router drops at night',
  'Größe, café, naïve',
  'Маршрутизатор',
  'Up to 85\u00a0°C ± 2 °C, 10\u00a0kΩ, 50 µs, × 4, © 2026 ®',
  'Țară și oraș; đường phố Hà Nội; Nie\u0301\u0302m',
  'Ω και π, Δt: сеть',
  'ルーター',
])('a text in order is not doubted: %s', text => {
  expect(suspicionOf(text)).toBeUndefined()
})
