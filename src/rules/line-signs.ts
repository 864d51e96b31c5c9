import { ofLatest } from '../lib/latest.js'
import type { CaseFile } from '../model/case.js'

/** What the beginnings of a body's lines may be; a rule that needs a sign has nothing to say without. */
export interface LineSigns {
  /** Some line may begin with a number that is typed as text: `1、`, `(1)`, `①`, `第一步`. */
  readonly typedNumber: boolean
  /** Some line may begin with a bullet that is typed as text: `•`, `-文字`. */
  readonly typedBullet: boolean
  /** Some line of the body with a bullet is indented. */
  readonly sunkBullet: boolean
  /** Some line may be a heading without the space behind its `#`. */
  readonly tightHeading: boolean
  /** At most so many lines are turns of a talk: `客服：`, `[10:23] Li:`. */
  readonly turns: number
}

const EVERYTHING: LineSigns = {
  typedNumber: true,
  typedBullet: true,
  sunkBullet: true,
  tightHeading: true,
  turns: Number.POSITIVE_INFINITY,
}

/** The signs of a body; looked for once for all rules. */
export const lineSigns: (file: CaseFile) => LineSigns = ofLatest(({ text, case: found }) => {
  const body = text.slice(found?.frontMatter.end ?? 0)
  // A pattern begins a line behind these as well.
  return /[\r\u2028\u2029]/.test(body) ? EVERYTHING : signsIn(body)
})

// Kinds of the first unit behind spaces and quote marks.
const DIGIT = 1
const BRACKET = 2
const NUMBER_WORD = 3
const STEP = 4
const BULLET = 5
const HYPHEN = 6
const HASH = 7
const KINDS = new Uint8Array(0x10000)
const mark = (units: string, kind: number): void => {
  for (const unit of units) KINDS[unit.charCodeAt(0)] = kind
}
mark('0123456789０１２３４５６７８９', DIGIT)
mark('(（', BRACKET)
mark('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳第步', NUMBER_WORD)
mark('Ss', STEP)
mark('•●○◦▪■□◆◇➢►▶✓✔·・－', BULLET)
mark('-*+', HYPHEN)
mark('#', HASH)

/** What may begin a turn behind a list mark: brackets and digits of a time, the names of the sides. */
const TURNS = new Uint8Array(0x10000)
for (const unit of '[(0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ在客坐座机技工用顾买卖店商')
  TURNS[unit.charCodeAt(0)] = 1
/** Most units of a turn up to its colon. */
const TURN = 80

function signsIn(text: string): LineSigns {
  const signs = { typedNumber: false, typedBullet: false, sunkBullet: false, tightHeading: false, turns: 0 }
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    const stop = end === -1 ? text.length : end
    let at = start
    while (at < stop && isMargin(text.charCodeAt(at))) at++
    if (at < stop) {
      const kind = KINDS[text.charCodeAt(at)]
      if (kind !== 0) judge(kind ?? 0, text, at, at > start, signs)
      if (mayBeTurn(text, at, stop)) signs.turns++
    }
    start = stop + 1
  }
  return signs
}

function judge(
  kind: number,
  text: string,
  at: number,
  indented: boolean,
  signs: { -readonly [K in keyof LineSigns]: LineSigns[K] },
): void {
  const next = text.charCodeAt(at + 1)
  if (kind === DIGIT) signs.typedNumber ||= isTypedNumber(text, at)
  else if (kind === BRACKET) signs.typedNumber ||= KINDS[next] === DIGIT
  else if (kind === NUMBER_WORD) signs.typedNumber = true
  else if (kind === STEP) signs.typedNumber ||= /^tep[ \t]\d/.test(text.slice(at + 1, at + 6))
  else if (kind === BULLET) signs.typedBullet = true
  else if (kind === HYPHEN) {
    signs.typedBullet ||= next > 0x7f || next === 0x60 || next === 0x22
    signs.sunkBullet ||= indented && !(next > 0x20)
  } else if (kind === HASH) signs.tightHeading ||= isTightHeading(text, at)
}

/** A digit or two, then a mark that no list has, or one of a list without a space behind it. */
function isTypedNumber(text: string, at: number): boolean {
  const mark = KINDS[text.charCodeAt(at + 1)] === DIGIT ? at + 2 : at + 1
  const unit = text.charAt(mark)
  if (unit === '.' || unit === ')') return !/[\s\d]/.test(text.charAt(mark + 1))
  return unit === '、' || unit === '．' || unit === '）'
}

function isTightHeading(text: string, at: number): boolean {
  let behind = at
  while (text.charCodeAt(behind) === 0x23) behind++
  return !/[ \t\n]/.test(text.charAt(behind))
}

function isMargin(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x3e
}

function mayBeTurn(text: string, margin: number, stop: number): boolean {
  let at = margin
  for (let unit = text.charCodeAt(at); isMargin(unit) || KINDS[unit] === HYPHEN; unit = text.charCodeAt(at))
    at++
  if (TURNS[text.charCodeAt(at)] !== 1 && !isName(text, at)) return false
  for (const last = Math.min(stop, at + TURN); at < last; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x3a || unit === 0xff1a) return true
  }
  return false
}

/** Two to four units and a space: `张三 2026/1/2 10:23:11`. */
function isName(text: string, at: number): boolean {
  for (let length = 2; length <= 4; length++) {
    const unit = text.charCodeAt(at + length)
    if (unit === 0x20 || unit === 0x09) return text.charCodeAt(at) > 0x7f
  }
  return false
}
