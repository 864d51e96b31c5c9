import { expect, test } from 'vitest'
import { CLOSE, paintStyles, STYLES, type StyleName, style, unstyled } from '../../src/lib/style.js'

const tags = (name: StyleName, inner: string): string => `<${name}>${inner}</${name}>`

test('each style is painted by its name', () => {
  for (const name of STYLES) expect(paintStyles(style[name]('x'), tags)).toBe(`<${name}>x</${name}>`)
})

test('styles nest and follow one another, innermost painted first', () => {
  const text = `a ${style.bold(`b ${style.red(`c${style.dim('d')}`)} e`)} ${style.mark('停机')}`
  expect(paintStyles(text, tags)).toBe('a <bold>b <red>c<dim>d</dim></red> e</bold> <mark>停机</mark>')
})

test('an empty text is not styled', () => {
  expect(style.bold('')).toBe('')
})

test('the text without its styles is what was styled', () => {
  expect(unstyled(`a${style.bold(`b${style.mark('停')}`)}c`)).toBe('ab停c')
})

test('a style that is never closed, and a close without a style, paint nothing and lose nothing', () => {
  const open = style.bold('x').charAt(0)
  expect(paintStyles(`a${open}b`, tags)).toBe('ab')
  expect(paintStyles(`a${CLOSE}b`, tags)).toBe('ab')
  expect(paintStyles(`${CLOSE}${style.red('b')}${CLOSE}`, tags)).toBe('<red>b</red>')
})
