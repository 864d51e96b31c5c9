import { expect, test } from 'vitest'
import { findErrorCodes } from '../../src/draft/error-codes.js'

test.each([
  ['空压机 E-1203 停机', ['E-1203']],
  ['空压机E-1203停机', ['E-1203']],
  ['空压机Ｅ－１２０３停机', ['E-1203']],
  ['登录报 ERR_TOKEN_EXPIRED，随后 0x80070005', ['ERR_TOKEN_EXPIRED', '0x80070005']],
  ['Terminal offline after idle, first sale NET_TIMEOUT: firewall', ['NET_TIMEOUT']],
  ['Why does E_SIGN_MISMATCH appear?', ['E_SIGN_MISMATCH']],
  ['收银终端有纸仍报 PRN-0042：油污', ['PRN-0042']],
  ['批量导入开票报 INV-4031', ['INV-4031']],
  ['Router drops, W-104 then ALM-12.', ['W-104', 'ALM-12']],
  ['变频器报警 F07，错误码：691', ['F07', '691']],
  ['The panel shows "F07" and error code 691', ['F07', '691']],
  ['E-1203 again and again E-1203', ['E-1203']],
])('codes are found in: %s', (text, codes) => {
  expect(findErrorCodes(text)).toEqual(codes)
})

test.each([
  '路由器 AX-3000 网速慢',
  'Certified to ISO-9001 and IEC-61508, UTF-8, SHA-256, RS-485, RJ-45',
  'See CASE-7F3KQ and TK-20260506-018',
  'It failed 30 times on 2026-11-05 at 12:30',
  'error 30 times a day',
  'MAX_PATH and user_name and ETHERNET',
  'version 2.4.1, 802.11ax, 5 GHz, 192.168.1.1',
  'PRE-1203 and E-1203X and XE-1203',
  '报价 3000 元',
])('no code is seen in: %s', text => {
  expect(findErrorCodes(text)).toEqual([])
})

test('a long hostile text is searched quickly', () => {
  const text = `${'A_'.repeat(50_000)} ${'E'.repeat(50_000)} ${'报错 '.repeat(20_000)} ${'A1-'.repeat(30_000)}`
  const start = performance.now()
  findErrorCodes(text)
  expect(performance.now() - start).toBeLessThan(1000)
})
