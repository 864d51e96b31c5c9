import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameFault, nameKey, slug } from '../../src/model/file-name.js'

describe('nameFault', () => {
  test.each([
    ['CASE-X29B4-空压机-E-1203-高温停机.md'],
    ['E-1203 (old), v2.1+fix.md'],
    ['console.md'],
    ['com10.md'],
    ['naïve.md'],
    ['😀.md'],
    ['.hidden'],
    [`${'停'.repeat(84)}.md`],
    [`${'a'.repeat(252)}.md`],
  ])('%j is portable', name => {
    expect(nameFault(name)).toBeUndefined()
  })

  test.each([
    ['a\nb.md', 'control-character'],
    ['a\u001b[2J.md', 'control-character'],
    ['a\u202egpj.md', 'control-character'],
    ['a\u200bb.md', 'control-character'],
    ['\ufeffa.md', 'control-character'],
    ['a\ufdd1b.md', 'control-character'],
    ['a:b.md', 'reserved-character'],
    ['a\\b.md', 'reserved-character'],
    ['what?.md', 'reserved-character'],
    ['a|b*.md', 'reserved-character'],
    ['aux.md', 'reserved-name'],
    ['CON', 'reserved-name'],
    ['Nul.tar.gz', 'reserved-name'],
    ['com1.md', 'reserved-name'],
    ['LPT9', 'reserved-name'],
    ['name.', 'trailing-dot-or-space'],
    ['name ', 'trailing-dot-or-space'],
    ['nai\u0308ve.md', 'not-nfc'],
    [`${'停'.repeat(85)}.md`, 'too-long'],
    [`${'a'.repeat(253)}.md`, 'too-long'],
    ['a'.repeat(256), 'too-long'],
  ])('%j has the fault %s', (name, expected) => {
    expect(nameFault(name)).toBe(expected)
  })
})

test('names that some system takes for one have one key', () => {
  expect(nameKey('Case-ＶＰＮ.md')).toBe(nameKey('case-vpn.MD'))
  expect(nameKey('nai\u0308ve')).toBe(nameKey('na\u00efve'))
  expect(nameKey('a')).not.toBe(nameKey('b'))
})

describe('slug', () => {
  test.each([
    ['空压机 E-1203 高温停机', '空压机-E-1203-高温停机'],
    ['  What?!  Now… ', 'What-Now'],
    ['../../etc/passwd', 'etc-passwd'],
    ['ＡＢＣ：１２３', 'ABC-123'],
    ['…', ''],
    ['', ''],
    ['a'.repeat(50), 'a'.repeat(40)],
    [`${'a'.repeat(39)} b`, 'a'.repeat(39)],
  ])('of %j is %j', (title, expected) => {
    expect(slug(title)).toBe(expected)
  })

  test('of any title is a portable part of a name, at most forty characters long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), title => {
        const part = slug(title)
        expect([...part].length).toBeLessThanOrEqual(40)
        expect(nameFault(`CASE-7F3KQ-${part}.md`)).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })
})
