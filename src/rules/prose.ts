/**
 * The text with all Markdown code blanked out by spaces, so that every offset stays: fenced
 * blocks, also inside lists and quotes, and code spans. A line scan and not a parse: code that is
 * marked by indentation alone counts as prose.
 */
export function blankCode(text: string): string {
  const out: string[] = []
  let paragraph: string[] = []
  let fence: string | undefined
  const endParagraph = (): void => {
    if (paragraph.length > 0) out.push(blankSpans(paragraph.join('\n')))
    paragraph = []
  }
  for (const line of text.split('\n')) {
    if (fence !== undefined) {
      if (closes(line, fence)) fence = undefined
      out.push(blank(line))
      continue
    }
    fence = opened(line)
    if (fence !== undefined || line.trim() === '') {
      endParagraph()
      out.push(fence === undefined ? line : blank(line))
    } else paragraph.push(line)
  }
  endParagraph()
  return out.join('\n')
}

/** Like `blankCode` for front matter, where code spans end with their line and fences do not exist. */
export function blankSpansByLine(text: string): string {
  return text.split('\n').map(blankSpans).join('\n')
}

/** The fence that a line opens: CommonMark 4.5, behind any list and quote markers. */
function opened(line: string): string | undefined {
  const match = /^(?:[ \t]|>|[-+*][ \t]|\d{1,9}[.)][ \t])*(`{3,}(?=[^`]*$)|~{3,})/.exec(line)
  return match?.[1]
}

function closes(line: string, fence: string): boolean {
  const marks = line.replace(/^[ \t>]+/, '').trimEnd()
  return marks.length >= fence.length && marks === (fence[0] ?? '`').repeat(marks.length)
}

/** Blanks code spans: a run of backticks up to the next run of the same length (CommonMark 6.1). */
function blankSpans(paragraph: string): string {
  const runs = [...paragraph.matchAll(/(?<!\\)`+/g)]
  // From behind, so that each run knows the next one of its length: linear in the runs.
  const partners = new Map<number, number>()
  const nextOfLength = new Map<number, number>()
  for (let i = runs.length - 1; i >= 0; i--) {
    const length = runs[i]?.[0].length ?? 0
    const partner = nextOfLength.get(length)
    if (partner !== undefined) partners.set(i, partner)
    nextOfLength.set(length, i)
  }
  let out = ''
  let at = 0
  for (let i = 0; i < runs.length; i++) {
    const partner = partners.get(i)
    const [open, close] = [runs[i], partner === undefined ? undefined : runs[partner]]
    if (open === undefined || close === undefined || partner === undefined) continue
    const end = close.index + close[0].length
    out += paragraph.slice(at, open.index) + blank(paragraph.slice(open.index, end))
    at = end
    i = partner
  }
  return out + paragraph.slice(at)
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}
