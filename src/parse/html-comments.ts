/** A comment inside HTML: its inner text, and its offsets with `end` exclusive. */
interface Comment {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** The closed comments in a piece of HTML, in one pass whatever it holds. */
export function commentsIn(html: string): Comment[] {
  const comments: Comment[] = []
  for (let at = 0; ; ) {
    const from = html.indexOf('<!--', at)
    const close = from === -1 ? -1 : html.indexOf('-->', from + 4)
    if (close === -1) return comments
    at = close + 3
    comments.push({ text: html.slice(from + 4, close).trim(), from, to: at })
  }
}

/** True when a piece of HTML is nothing but comments and the white space between them. */
export function isOnlyComments(html: string): boolean {
  const comments = commentsIn(html)
  let at = 0
  for (const { from, to } of comments) {
    if (html.slice(at, from).trim() !== '') return false
    at = to
  }
  return comments.length > 0 && html.slice(at).trim() === ''
}
