/** The code between the fence at `at` and the next fence of the same length, and where that ends. */
export function codeSpan(source: string, at: number): { text: string; end: number } | undefined {
  let from = at
  while (source[from] === '`') from++
  const fence = source.slice(at, from)
  let close = source.indexOf(fence, from)
  while (close !== -1 && source[close + fence.length] === '`') {
    while (source[close] === '`') close++
    close = source.indexOf(fence, close)
  }
  const code = source.slice(from, close)
  // A line break at either end may be padding.
  if (close === -1 || code.startsWith('\n') || code.endsWith('\n')) return undefined
  const padded = code.startsWith(' ') && code.endsWith(' ') && /[^ \n]/.test(code)
  return { text: padded ? code.slice(1, -1) : code, end: close + fence.length }
}
