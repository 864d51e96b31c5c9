// The plain forms of inline Markdown, each to be looked for at one place. Whatever looks alike and is
// not of its form is left to the parser.

// The place without brackets, quotes and escapes; a title only behind a place.
const PLACE = '[\\x21\\x23-\\x27\\x2a-\\x3b\\x3d\\x3f-\\x5b\\x5d-\\x7e\\xa1-\\uffff]+'
const TITLE = '(?: +(?:"[^"\\\\&\\n]*"|\'[^\'\\\\&\\n]*\'))?'
export const RESOURCE: RegExp = new RegExp(`\\((?:${PLACE}${TITLE} *)?\\)`, 'y')
export const ALT: RegExp = /[^\\`*_~[\]<&!\n]*\]/y
export const AUTOLINK: RegExp = /<https?:\/\/[\x21-\x3b\x3d\x3f-\x7e]*>/y
export const BREAK: RegExp = /<br ?\/?>/y
export const ENTITY: RegExp = /&(?:#|[A-Za-z])[A-Za-z0-9]*;/y

/** The place in a resource whose bracket opens at `at`, '' for none. */
export function placeIn(text: string, at: number): string {
  let end = at + 1
  while (text[end] !== ' ' && text[end] !== ')') end++
  return text.slice(at + 1, end)
}

/** Where a form that begins at `at` ends; undefined where it does not stand there. */
export function endOf(form: RegExp, text: string, at: number): number | undefined {
  form.lastIndex = at
  return form.test(text) ? form.lastIndex : undefined
}
