import type { CaseFile } from '../model/case.js'
import { applyEdits } from '../model/change.js'
import type { Config } from '../model/config.js'
import { blankLines } from './blank-lines.js'
import { fieldOrder } from './field-order.js'
import { quoteTexts } from './quote-texts.js'
import { isSameButOrder, isSameButPunctuation, isSameCase } from './same-case.js'
import { sectionOrder } from './section-order.js'
import type { LeftCode, Step } from './step.js'
import { trailingSpace } from './trailing-space.js'

export interface FormatContext {
  readonly config: Config
  /** Reads a text as the file at a path. */
  parse(path: string, text: string): CaseFile
  /** Edits that touch punctuation and spacing in prose. */
  readonly punctuation?: (file: CaseFile) => readonly { start: number; end: number; text: string }[]
  /** True for a file whose sections shall stay in their order. */
  readonly keepsSections?: (file: CaseFile) => boolean
}

export interface Formatted {
  readonly text: string
  /** What is not in form and was left as it is. */
  readonly left: readonly LeftCode[]
}

/** What a form that settles needs at most: each step may make work for one before it. */
const MAX_PASSES = 8

/** A step with what its edits must keep. */
interface Guarded {
  readonly step: Step
  readonly keeps: (before: CaseFile, after: CaseFile) => boolean
}

/** True for a file that can be formatted: it was read as a case, with a body and no key twice. */
export function isFormattable(file: CaseFile): boolean {
  const refusing = ['readable-file', 'front-matter', 'duplicate-key', 'body-limits']
  return file.case !== undefined && !file.problems.some(({ rule }) => refusing.includes(rule))
}

/**
 * Brings a case into form by edits in place. After each step the text is read again; edits by which
 * the case would say anything else are not made. Formatting what was formatted changes nothing.
 */
export function formatCase(file: CaseFile, context: FormatContext): Formatted {
  const steps = stepsOf(context)
  let current = file
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const before = current
    const left: LeftCode[] = []
    for (const step of steps) {
      const next = take(step, current, context)
      if (typeof next === 'string') left.push(next)
      else current = next
    }
    if (current.text === before.text) return { text: current.text, left }
  }
  return { text: file.text, left: ['unsettled'] }
}

function stepsOf({ punctuation, keepsSections }: FormatContext): Guarded[] {
  const sections: Step = subject => (keepsSections?.(subject.file) === true ? [] : sectionOrder(subject))
  return [
    { step: trailingSpace, keeps: isSameCase },
    { step: blankLines, keeps: isSameCase },
    { step: fieldOrder, keeps: isSameCase },
    { step: quoteTexts, keeps: isSameCase },
    { step: sections, keeps: isSameButOrder },
    { step: ({ file }) => punctuation?.(file) ?? [], keeps: isSameButPunctuation },
  ]
}

/** The file after a step, or why something was left. */
function take({ step, keeps }: Guarded, file: CaseFile, context: FormatContext): CaseFile | LeftCode {
  if (file.case === undefined) return file
  const edits = step({ file, case: file.case, config: context.config })
  if (typeof edits === 'string') return edits
  if (edits.length === 0) return file
  const text = applyEdits(
    file.text,
    edits.map(edit => ({ ...edit, path: file.path })),
  )
  if (text === file.text) return file
  const after = context.parse(file.path, text)
  return keeps(file, after) ? after : 'meaning'
}
