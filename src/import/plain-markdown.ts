// What Markdown would read as markup inside a line; bullets and numbers at its start stay lists.
const MARKS = /[\\<`*~[\]]|&(?=#?\w+;)|(?<![\p{L}\p{N}_])_|_(?![\p{L}\p{N}_])/gu

/** Plain text as Markdown that shows it: marks are escaped, headings and quotes are none. */
export function plainMarkdown(text: string): string {
  return text
    .split('\n')
    .map(line => {
      const bullet = /^[ \t]*[*+-][ \t]+/.exec(line)?.[0] ?? ''
      const rest = line.slice(bullet.length).replace(MARKS, '\\$&')
      return bullet + rest.replace(/^([ \t]*)([#>]|(?:=+|-{2,})[ \t]*$)/, '$1\\$2')
    })
    .join('\n')
}
