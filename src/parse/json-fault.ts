// One token of JSON (RFC 8259) at a time; sticky, so that no place is looked at twice.
const SPACE = /[\t\n\r ]*/y
const STRING = String.raw`("[^"\\\0-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\0-\x1f]*)*")`
const SCALAR = String.raw`(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)(?![\w.])`
const TOKEN = new RegExp(String.raw`([{}[\],:])|${STRING}|${SCALAR}`, 'y')

type Expected = 'value' | 'key' | 'colon' | 'after' | 'end'

/**
 * Where a text stops being JSON: the offset of the first character that cannot go on, the text's
 * length where its end comes too soon; undefined for JSON. `JSON.parse` tells the place only in
 * some engines and for some faults.
 */
export function jsonFault(text: string): number | undefined {
  const open: ('{' | '[')[] = []
  let expected: Expected = 'value'
  /** Just behind an opening bracket, where it may close at once. */
  let fresh = false
  for (let at = 0; ; at = TOKEN.lastIndex) {
    SPACE.lastIndex = at
    SPACE.exec(text)
    const start = SPACE.lastIndex
    if (start >= text.length) return expected === 'end' ? undefined : text.length
    TOKEN.lastIndex = start
    const match = TOKEN.exec(text)
    if (match === null) return start
    const next = step(open, expected, fresh, match[1] ?? (match[2] === undefined ? 'scalar' : 'string'))
    if (next === undefined) return start
    fresh = match[1] === '{' || match[1] === '['
    expected = next
  }
}

/** What may follow a token; undefined where the token may not stand there. */
function step(open: ('{' | '[')[], expected: Expected, fresh: boolean, token: string): Expected | undefined {
  const after = (): Expected => (open.length === 0 ? 'end' : 'after')
  const top = open.at(-1)
  if (token === '}' || token === ']') {
    const fits = top === (token === '}' ? '{' : '[') && (expected === 'after' || fresh)
    if (!fits) return undefined
    open.pop()
    return after()
  }
  if (expected === 'after') return token !== ',' ? undefined : top === '{' ? 'key' : 'value'
  if (expected === 'colon') return token === ':' ? 'value' : undefined
  if (expected === 'key') return token === 'string' ? 'colon' : undefined
  if (expected === 'end' || token === ',' || token === ':') return undefined
  if (token !== '{' && token !== '[') return after()
  open.push(token)
  return token === '{' ? 'key' : 'value'
}
