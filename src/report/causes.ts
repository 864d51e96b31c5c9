import { fill, type Language, type Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import type { RankedCause } from '../search/diagnose.js'
import { inOneLine, labelOf } from './case-words.js'
import { shownScore } from './near-cases.js'
import { shownLine } from './shown.js'
import { plainSpans, wrap } from './wrap.js'

const LABELS = {
  check: { en: 'check', zh: '核实' },
  fix: { en: 'fix', zh: '处理' },
  cases: { en: 'cases', zh: '案例' },
} as const satisfies Record<string, Message>

/** Ranked causes for people: what it may be, how to tell, what to do, and the cases that know it. */
export function causeList(causes: readonly RankedCause[], view: CauseView): string {
  return causes.map(cause => causeBlock(cause, view)).join('\n\n')
}

export interface CauseView {
  readonly language: Language
  /** Columns that lines are broken at. */
  readonly width: number
}

function causeBlock(
  { score, cause, check, fix, cases }: RankedCause,
  { language, width }: CauseView,
): string {
  const room = width - INDENT.length
  const [first = '', ...rest] = wrap(plainSpans(shownLine(cause), 'bold'), room)
  const part = (label: Message, text: string | undefined): string[] =>
    text === undefined
      ? []
      : wrap([...plainSpans(labelOf(label, language), 'dim'), ...plainSpans(shownLine(text))], room)
  const ids = inOneLine(
    cases.map(({ id, title }) => `${id} ${shownLine(title)}`),
    language,
  )
  const lines = [...rest, ...part(LABELS.check, check), ...part(LABELS.fix, fix), ...part(LABELS.cases, ids)]
  return [`${style.green(shownScore(score))}  ${first}`, ...lines.map(line => INDENT + line)].join('\n')
}

const INDENT = ' '.repeat(6)

const CONFIRMED: Message = { en: 'Cause: {cause}', zh: '原因：{cause}' }
const FIX: Message = { en: 'Fix: {fix}', zh: '处理：{fix}' }
const NO_FIX: Message = { en: 'The case says how it was resolved.', zh: '处理方法见案例。' }
const READ: Message = { en: 'Read: casectl show {id}   {title}', zh: '阅读：casectl show {id}   {title}' }

/** A cause that was confirmed: what to do, and the cases to read. */
export function confirmedCause({ cause, fix, cases }: RankedCause, { language, width }: CauseView): string {
  const line = (message: Message, args: Readonly<Record<string, string>>): string[] =>
    wrap(plainSpans(shownLine(fill(message, args)[language])), width)
  return [
    ...line(CONFIRMED, { cause }),
    ...(fix === undefined ? line(NO_FIX, {}) : line(FIX, { fix })),
    ...cases.map(({ id, title }) => style.cyan(shownLine(fill(READ, { id, title })[language]))),
  ].join('\n')
}
