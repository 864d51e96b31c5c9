// Styles are marked in text by Unicode noncharacters (U+FDD0 … U+FDEF, never exchanged between
// programs): an opening character a style, one closing character. The terminal turns them into
// colours after everything else was made visible, so that no case can bring its own.
export const STYLES = ['bold', 'dim', 'red', 'yellow', 'green', 'cyan', 'underline', 'mark'] as const
export type StyleName = (typeof STYLES)[number]

const FIRST = 0xfdd0
export const CLOSE: string = String.fromCharCode(FIRST + STYLES.length)

function styled(name: StyleName): (text: string) => string {
  const open = String.fromCharCode(FIRST + STYLES.indexOf(name))
  return text => (text === '' ? '' : open + text + CLOSE)
}

/** Marks text as styled; nesting is allowed. `mark` shows a search hit. */
export const style: Readonly<Record<StyleName, (text: string) => string>> = {
  bold: styled('bold'),
  dim: styled('dim'),
  red: styled('red'),
  yellow: styled('yellow'),
  green: styled('green'),
  cyan: styled('cyan'),
  underline: styled('underline'),
  mark: styled('mark'),
}

const MARKERS = new RegExp(`[${String.fromCharCode(FIRST)}-${CLOSE}]`, 'g')

/** The text without its styles. */
export function unstyled(text: string): string {
  return text.replace(MARKERS, '')
}

/** Replaces every marked piece, innermost first, by what `paint` makes of it. */
export function paintStyles(text: string, paint: (name: StyleName, inner: string) => string): string {
  const stack: { name: StyleName | undefined; out: string }[] = [{ name: undefined, out: '' }]
  let from = 0
  // Sign by sign: of a long table a pattern would make a piece for each style.
  for (let at = 0; at < text.length; at++) {
    const index = text.charCodeAt(at) - FIRST
    const top = stack[stack.length - 1]
    if (index < 0 || index > STYLES.length || top === undefined) continue
    top.out += text.slice(from, at)
    from = at + 1
    const opened = STYLES[index]
    const below = stack[stack.length - 2]
    if (opened !== undefined) stack.push({ name: opened, out: '' })
    else if (top.name !== undefined && below !== undefined) {
      stack.pop()
      below.out += paint(top.name, top.out)
    }
  }
  const last = stack[stack.length - 1]
  if (last !== undefined) last.out += text.slice(from)
  // A style that was never closed paints nothing.
  return stack.map(level => level.out).join('')
}
