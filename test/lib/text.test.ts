import stringWidth from 'fast-string-width'
import { describe, expect, test } from 'vitest'
import { nearest } from '../../src/lib/near-names.js'
import { style } from '../../src/lib/style.js'
import { byCodeUnit, cells, cutCells, foldKey, padCells, plainWidth, visible } from '../../src/lib/text.js'

describe('visible', () => {
  test.each([
    ['\u001b[31mred', '\\u001b[31mred'],
    ['\u0007bell', '\\u0007bell'],
    ['over\rwrite', 'over\\u000dwrite'],
    ['back\b', 'back\\u0008'],
    ['\u0090dcs\u009c', '\\u0090dcs\\u009c'],
    ['\u007f', '\\u007f'],
    ['abc\u202edcb', 'abc\\u202edcb'],
    ['\u2066x\u2069', '\\u2066x\\u2069'],
    ['\u200e\u200f\u061c', '\\u200e\\u200f\\u061c'],
    ['\u0000', '\\u0000'],
  ])('%j is shown, not obeyed', (text, expected) => {
    expect(visible(text)).toBe(expected)
  })

  test('leaves tabs, line breaks, Chinese and emoji alone', () => {
    expect(visible('a\tb\n停机 😀')).toBe('a\tb\n停机 😀')
  })

  test('keeps JSON valid and equal', () => {
    const value = { a: '\u007f\u0090\u202e\u001b' }
    const json = visible(JSON.stringify(value))
    expect(json).toMatch(/^[\x20-\x7e]+$/)
    expect(JSON.parse(json)).toEqual(value)
  })
})

describe('cells', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['停机', 4],
    ['ＡＢ', 4],
    ['e\u0301', 1],
    ['😀', 2],
    [style.bold('停a'), 3],
  ])('%j takes %i', (text, expected) => {
    expect(cells(text)).toBe(expected)
  })

  test('plain characters are as wide as the tables of Unicode say, alone and beside one another', () => {
    const plain = Array.from({ length: 0x10000 }, (_, code) => code).filter(
      code => plainWidth(code) !== undefined,
    )
    const wrong = plain.filter(code => stringWidth(String.fromCharCode(code)) !== plainWidth(code))
    expect(wrong).toEqual([])
    const whole = String.fromCharCode(...plain)
    expect(cells(whole)).toBe(stringWidth(whole))
  })

  test('padding counts cells and cuts nothing', () => {
    expect(padCells('停机', 6)).toBe('停机  ')
    expect(padCells('停机', 3)).toBe('停机')
    expect(padCells(style.red('ab'), 3)).toBe(`${style.red('ab')} `)
  })

  test.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdef', 4, 'abc…'],
    ['停机报警', 8, '停机报警'],
    ['停机报警', 7, '停机报…'],
    ['停机报警', 6, '停机…'],
    ['停机', 3, '停…'],
    ['停机', 2, '…'],
    ['停机', 1, '…'],
    ['停机', 0, ''],
    ['', 0, ''],
    ['a😀b', 3, 'a…'],
  ])('%j cut to %i is %j', (text, width, expected) => {
    expect(cutCells(text, width)).toBe(expected)
    expect(cells(cutCells(text, width))).toBeLessThanOrEqual(width)
  })
})

describe('nearest', () => {
  const names = ['published', 'draft', 'in-review', 'needs-review', '停机', '停机报警']
  test.each([
    ['publish', ['published']],
    ['pubilshed', ['published']],
    ['PUBLISHED', ['published']],
    ['drfat', ['draft']],
    ['drfta', []],
    ['review', ['in-review', 'needs-review']],
    ['停机', ['停机', '停机报警']],
    ['x', []],
    ['archived', []],
  ])('to %j are %j', (word, expected) => {
    expect(nearest(word, names)).toEqual(expected)
  })

  test('are at most as many as asked for, best first, ties by code unit, each once', () => {
    expect(nearest('aab', ['aac', 'aaa', 'aad', 'aac'], 2)).toEqual(['aaa', 'aac'])
  })
})

test('names that differ in case, width or edges fold to one key', () => {
  expect(foldKey('  ＶＰＮ 网关 ')).toBe(foldKey('vpn 网关'))
  expect(foldKey('a')).not.toBe(foldKey('b'))
})

test('the order of texts is that of code units, on every machine', () => {
  expect(['ä', 'b', 'B', '停', 'a'].sort(byCodeUnit)).toEqual(['B', 'a', 'b', 'ä', '停'])
})
