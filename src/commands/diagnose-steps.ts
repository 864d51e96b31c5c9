import type { Prompts } from '../io/prompts.js'
import type { Terminal } from '../io/terminal.js'
import { type CauseView, causeList, confirmedCause } from '../report/causes.js'
import { shownLine } from '../report/shown.js'
import type { RankedCause } from '../search/diagnose.js'
import {
  type CheckAnswer,
  type CheckAnswers,
  checkKey,
  checkOf,
  nextToCheck,
  undecided,
} from '../search/diagnosis-steps.js'

/**
 * Goes through ranked causes with a person, the likeliest first: shows the check, takes the answer,
 * and gives the fix once a check holds. Ends honestly: with what could not be checked, or with
 * nothing left.
 * @returns 0 when a cause was confirmed, else 1
 */
export async function stepThrough(
  terminal: Pick<Terminal, 'text' | 'out' | 'say'>,
  prompts: Pick<Prompts, 'select'>,
  causes: readonly RankedCause[],
  view: CauseView,
): Promise<0 | 1> {
  const answers = new Map<string, CheckAnswer>()
  for (;;) {
    const cause = nextToCheck(causes, answers)
    if (cause === undefined) return end(terminal, undecided(causes, answers), answers, view)
    const answer = await ask(terminal, prompts, cause)
    answers.set(checkKey(cause), answer)
    if (answer !== 'yes') continue
    terminal.out(confirmedCause(cause, view))
    return 0
  }
}

function ask(
  terminal: Pick<Terminal, 'text'>,
  prompts: Pick<Prompts, 'select'>,
  cause: RankedCause,
): Promise<CheckAnswer> {
  const question =
    cause.check === undefined
      ? { en: 'Is this the cause? {check}', zh: '是否是这个原因？{check}' }
      : { en: 'Is this so? {check}\n  (then: {cause})', zh: '是否如此？{check}\n  （若是：{cause}）' }
  const args = { check: shownLine(checkOf(cause)), cause: shownLine(cause.cause) }
  return prompts.select<CheckAnswer>(terminal.text(question, args), [
    { value: 'yes', name: terminal.text({ en: 'yes', zh: '是' }) },
    { value: 'no', name: terminal.text({ en: 'no', zh: '否' }) },
    { value: 'unknown', name: terminal.text({ en: "I don't know", zh: '不清楚' }) },
  ])
}

function end(
  terminal: Pick<Terminal, 'out' | 'say'>,
  open: readonly RankedCause[],
  answers: CheckAnswers,
  view: CauseView,
): 1 {
  if (open.length === 0) {
    terminal.say(
      {
        en: 'None of the {count} causes that the library knows holds. `casectl capture` takes the problem in.',
        zh: '案例库记录的 {count} 个原因都不成立。可用 `casectl capture` 收集该问题。',
      },
      { count: answers.size },
    )
  } else {
    terminal.say({
      en: 'No cause was confirmed; these are left to check:',
      zh: '没有确认原因；以下各项仍待核实：',
    })
    terminal.out(causeList(open, view))
  }
  return 1
}
