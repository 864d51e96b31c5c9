/**
 * Where the target stands in the source of a Markdown link, image, autolink or definition, as an
 * offset, or undefined where it is not written literally (`www.` without its scheme, escapes).
 * @param labelEnd offset behind the link's text, from which the target is looked for
 */
export function targetOffset(source: string, url: string, labelEnd: number): number | undefined {
  if (url === '') return undefined
  if (source === url) return 0
  if (source === `<${url}>`) return 1
  const opening = /\](?:\(|:)\s*<?/g
  opening.lastIndex = labelEnd
  for (let found = opening.exec(source); found !== null; found = opening.exec(source)) {
    const start = found.index + found[0].length
    if (source.startsWith(url, start) && endsTarget(source.charAt(start + url.length))) return start
    // The next candidate may begin inside this one.
    opening.lastIndex = found.index + 1
  }
  return undefined
}

// Behind the target: white space before a title, `>`, `)`, or the end of a definition.
function endsTarget(char: string): boolean {
  return char === '' || /[\s>)]/.test(char)
}
