/** A mark of the wrong width in a text, and what to write. */
export interface HanMark {
  readonly code: 'half' | 'brackets' | 'full'
  readonly start: number
  readonly end: number
  readonly text: string
  readonly better: string
  /** Single characters and what takes their place. */
  readonly edits: readonly { readonly at: number; readonly text: string }[]
}

const MARK = /[,;:?!.]|[()（）]|[０-９Ａ-Ｚａ-ｚ]+/g
const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '.': '。',
  '(': '（',
  ')': '）',
}
const HAN = /\p{Script=Han}/u
/** What ends or begins a Chinese phrase: Han itself, and closing or opening marks of full width. */
const HAN_BEFORE = /[\p{Script=Han}”’》」』】）]/u
const HAN_BEHIND = /[\p{Script=Han}“‘《「『【（]/u
const NUMERAL = /(?:^|[\s\n])[一二三四五六七八九十]{1,3}$/

// Of code units: marks of half width, and letters and digits of full width.
const HALF = 1
const WIDE = 2
const KINDS = new Uint8Array(0x10000)
for (const half of ',;:?!.()') KINDS[half.charCodeAt(0)] = HALF
KINDS.fill(WIDE, 0xff10, 0xff1a)
KINDS.fill(WIDE, 0xff21, 0xff3b)
KINDS.fill(WIDE, 0xff41, 0xff5b)

/** False for a text in which `hanMarks` finds nothing for certain: most, at the price of one walk. */
export function mayHaveMarks(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const kind = KINDS[text.charCodeAt(at)] ?? 0
    if (kind === WIDE || (kind === HALF && mayBeWrong(text, at))) return true
  }
  return false
}

/** A mark between ASCII is left alone, but for brackets and for what ends a text. */
function mayBeWrong(text: string, at: number): boolean {
  const mark = text.charAt(at)
  if (mark === '(' || mark === ')') return true
  if (charBefore(text, at) > '\x7f') return true
  const behind = charBehind(text, at)
  return behind > '\x7f' || behind === ''
}

/** The marks of a Chinese text that have the wrong width, in their order. */
export function hanMarks(text: string): HanMark[] {
  const found: HanMark[] = []
  const open: number[] = []
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    if (mark === '(' || mark === '（') open.push(index)
    else if (mark === ')' || mark === '）') {
      const pair = bracketsOf(text, open.pop(), index)
      if (pair !== undefined) found.push(pair)
    } else if (FULL[mark] === undefined) found.push(fullWidth(mark, index))
    else if (isChinese(text, index, mark)) found.push(halfWidth(mark, index))
  }
  return found.sort((a, b) => a.start - b.start)
}

function halfWidth(text: string, start: number): HanMark {
  const better = FULL[text] ?? text
  return { code: 'half', start, end: start + 1, text, better, edits: [{ at: start, text: better }] }
}

function fullWidth(text: string, start: number): HanMark {
  const better = text.normalize('NFKC')
  const edits = [...better].map((char, i) => ({ at: start + i, text: char }))
  return { code: 'full', start, end: start + text.length, text, better, edits }
}

/** True for a mark that belongs to a Chinese sentence. */
function isChinese(text: string, index: number, mark: string): boolean {
  const before = charBefore(text, index)
  const behind = charBehind(text, index)
  const next = text[index + 1] ?? ''
  const afterHan = HAN_BEFORE.test(before)
  const beforeHan = HAN_BEHIND.test(behind)
  switch (mark) {
    case ';':
      // Behind a Latin letter or a bracket it may well end a line of code.
      return afterHan
    case ',':
      return afterHan || (beforeHan && /^$|[\w)%"\uFFFC]/.test(before))
    case ':':
      // Emoticons, `:shortcodes:` and drive letters are no colons.
      return afterHan
        ? !/^:(?:[)(\\/DP|-]|\w{1,30}:)/.test(text.slice(index))
        : beforeHan && before === '\uFFFC'
    case '.':
      return endsSentence(text, index, before, behind)
    default:
      if (afterHan) return !/[\w=([]/.test(next)
      return /[\w)"\uFFFC]/.test(before) && (behind === '' || beforeHan) && hasHan(text, index)
  }
}

function endsSentence(text: string, index: number, before: string, behind: string): boolean {
  if (text[index - 1] === '.' || text[index + 1] === '.' || text[index - 1] === ' ') return false
  if (!HAN.test(before) || NUMERAL.test(text.slice(Math.max(0, index - 4), index))) return false
  return behind === '' || text[index + 1] === '\n' || HAN.test(behind)
}

/** Brackets around Chinese text in Chinese text; half of a pair follows the other half. */
function bracketsOf(text: string, open: number | undefined, close: number): HanMark | undefined {
  if (open === undefined) return undefined
  const half = [open, close].filter(at => text[at] === '(' || text[at] === ')')
  if (half.length === 0) return undefined
  const inner = text.slice(open + 1, close)
  // `set(值)` is a call.
  if (half.length === 2 && (!HAN.test(inner) || /[A-Za-z_\uFFFC]/.test(text[open - 1] ?? '')))
    return undefined
  if (half.length === 1 && !HAN.test(inner) && !HAN_BEFORE.test(charBefore(text, open))) return undefined
  const edits = half.map(at => ({ at, text: FULL[text[at] ?? ''] ?? '' }))
  return {
    code: 'brackets',
    start: open,
    end: close + 1,
    text: text.slice(open, close + 1),
    better: '',
    edits,
  }
}

/** The last character before a place that is no space. */
function charBefore(text: string, index: number): string {
  return text[text[index - 1] === ' ' ? index - 2 : index - 1] ?? ''
}

/** The first character behind a place that is no space. */
function charBehind(text: string, index: number): string {
  return text[/\s/.test(text[index + 1] ?? '') ? index + 2 : index + 1] ?? ''
}

/** Han in the forty characters before a place, no sentence ending between. */
function hasHan(text: string, index: number): boolean {
  const sentence =
    text
      .slice(Math.max(0, index - 40), index)
      .split(/[。！？.!?]/)
      .at(-1) ?? ''
  return HAN.test(sentence)
}
