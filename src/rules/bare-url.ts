import type { Body, Link } from '../model/case.js'
import type { TextEdit } from '../model/change.js'
import { exampleBody, exampleCase } from './example.js'
import { rangesOf } from './prose-text.js'
import { defineRule, type Finding, NO_OPTIONS, type Rule } from './rule.js'
import { holds } from './word-signs.js'

const MESSAGES = {
  bare: {
    en: 'This address stands bare in the text. Write `<{url}>` or `[words]({url})`; where it is not meant to be followed, put it in backquotes.',
    zh: '正文中直接写了网址。请写成 `<{url}>` 或 `[说明]({url})`；不需要点击的网址请用反引号括起来。',
  },
  swallowed: {
    en: 'The link takes in what stands behind the address: `{rest}`. Write `<{url}>`.',
    zh: '链接会把网址后面的“{rest}”一起吞进去，点开就是错的。请写成 `<{url}>`。',
  },
  broken: {
    en: 'This is no link: between the words and the address belongs `](`, without a space and in ASCII brackets.',
    zh: '这样写不是链接：说明文字与网址之间必须是半角的 `](`，中间不能有空格。',
  },
  gap: {
    en: 'This is no link: a space breaks its address off. Take it out, or write `%20`.',
    zh: '这样写不是链接：网址中间有空格。请删去空格，或写成 `%20`。',
  },
} as const

type Found = Finding<typeof MESSAGES>
type Edit = Omit<TextEdit, 'path'>

export const bareUrl: Rule = defineRule({
  id: 'bare-url',
  scope: 'case',
  severity: 'note',
  summary: {
    en: 'Addresses in the text are links or stand in `<…>`.',
    zh: '正文中的网址写成链接，或放在 `<…>` 里。',
  },
  why: {
    en: 'Where a bare address ends is a guess. Chinese text has no spaces, so the guess takes the full stop and the next sentence into the link, which then leads nowhere: that is a warning, any other bare address a note. Addresses in code and in the words of a link are left alone. `casectl lint --fix` puts the brackets where the end is certain.',
    zh: '直接写出的网址到哪里结束，全靠猜。中文没有空格，链接常把句号和下一句话一起带走，点开就是错误页面：这种情况是警告，其他直接写出的网址只是提示。代码中的网址和链接文字不受影响。`casectl lint --fix` 会在结尾确定的地方加上尖括号。',
  },
  messages: MESSAGES,
  options: NO_OPTIONS,
  examples: {
    good: exampleCase({}, exampleBody('channel 36.', 'channel 36, see <https://example.com/plan>.')),
    bad: exampleCase({}, exampleBody('channel 36.', 'channel 36, see https://example.com/plan.')),
  },
  mayFind: ({ file }) => holds(file, 'address') && ADDRESS.test(file.text),
  *check({ case: { body }, file: { text } }) {
    const range = rangesOf(text)
    for (const { start, end } of bareAddresses(body, text)) {
      const finding = judge(text, start, end)
      const { to } = finding
      yield { ...finding.found, at: range(start, to) }
    }
  },
})

const ADDRESS = /(?:https?|ftp):\/\/|www\./i
const WRITTEN = /(?<![\w@/.])(?:(?:https?|ftp):\/\/|www\.)[^\s<>\x60"]+/giu

interface Place {
  readonly start: number
  readonly end: number
}

/** Addresses that Markdown makes links of by itself, and those that it leaves as text. */
function bareAddresses({ links, prose }: Body, text: string): Place[] {
  const written = links
    .filter(({ kind, at }) => kind === 'link' && text[at.start] === '[')
    .map(({ at }) => at)
  const found: Place[] = links.filter(link => isLiteral(link, text)).map(({ at }) => at)
  for (const { runs } of prose) {
    for (const { text: run, start } of runs) {
      if (!ADDRESS.test(run)) continue
      for (const match of run.matchAll(WRITTEN)) {
        const from = start + match.index
        found.push({ start: from, end: from + match[0].length })
      }
    }
  }
  const inLink = ({ start }: Place): boolean => written.some(at => at.start <= start && start < at.end)
  return found.filter(place => !inLink(place)).sort((a, b) => a.start - b.start)
}

function isLiteral({ kind, at, to }: Link, text: string): boolean {
  return kind === 'link' && !/^[[<]/.test(text.charAt(at.start)) && !to.startsWith('mailto:')
}

// Printable ASCII without what no address has: `"<>\^\`{|}`.
const URL_PART = /^[\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]*/

/** What is to be said of the address at a place, and where the address itself ends. */
function judge(text: string, start: number, end: number): { readonly found: Found; readonly to: number } {
  const raw = text.slice(start, end)
  const ascii = URL_PART.exec(raw)?.[0] ?? ''
  const url = withoutTrailing(ascii)
  const to = start + url.length
  const gap = gapIn(text, start)
  if (gap !== undefined) return { found: { code: 'gap', args: {}, fix: [gap], severity: 'warning' }, to }
  const broken = brokenLink(text, start, to)
  if (broken !== undefined)
    return { found: { code: 'broken', args: {}, fix: broken, severity: 'warning' }, to }
  const rest = raw.slice(url.length)
  // Letters behind it may belong to the path (…/wiki/中文): nobody but the author knows.
  const certain = url.length > 10 && !/^\p{L}/u.test(raw.slice(ascii.length)) && /^[a-z]+:/i.test(url)
  const fix = certain ? { fix: wrap(start, to, url) } : {}
  if (/^[^\p{L}]*[^\p{ASCII}]/u.test(rest) && /[，。；：！？、）】》”’「」『』]/u.test(rest)) {
    const args = { url, rest: rest.length > 12 ? `${rest.slice(0, 12)}…` : rest }
    return { found: { code: 'swallowed', args, ...fix, severity: 'warning' }, to }
  }
  return { found: { code: 'bare', args: { url }, ...fix }, to }
}

/** Punctuation at the end belongs to the sentence; a closing bracket where none is open before it. */
function withoutTrailing(url: string): string {
  let end = url.length
  for (; end > 0; end--) {
    const last = url.charAt(end - 1)
    if (/[.,;:!?'"*_~\]}|\\]/.test(last)) continue
    const unopened = last === ')' && count(url.slice(0, end), ')') > count(url.slice(0, end), '(')
    if (!unopened) break
  }
  return url.slice(0, end)
}

function count(text: string, char: string): number {
  return text.split(char).length - 1
}

function wrap(start: number, end: number, url: string): Edit[] {
  return [{ start, end, text: `<${url}>` }]
}

/** The edits that make a link of `[words]（address）` and `[words] (address)`; undefined for other text. */
function brokenLink(text: string, start: number, end: number): Edit[] | undefined {
  const opening = /\[[^\][\n]{1,200}\]([ \t]?[(（])$/.exec(text.slice(Math.max(0, start - 206), start))?.[1]
  const closing = text.charAt(end)
  if (opening === undefined || !/[)）]/.test(closing)) return undefined
  return [
    { start: start - opening.length, end: start, text: '(' },
    { start: end, end: end + 1, text: ')' },
  ]
}

/** The edit that closes the one gap of `[words](https://example.com/ path)`; undefined for other text. */
function gapIn(text: string, start: number): Edit | undefined {
  if (!text.startsWith('](', start - 2)) return undefined
  const match = /^[^\s()]{1,2000}([ \t]{1,20})[^\s"'()][^\s()]{0,2000}\)/.exec(
    text.slice(start, start + 4100),
  )
  if (match?.[1] === undefined) return undefined
  const from = start + match[0].indexOf(match[1])
  return { start: from, end: from + match[1].length, text: '' }
}
