import type { Message } from '../lib/message.js'
import { type ReviewRecord, SCORES, type Score, type Verdict } from '../model/review.js'
import type { Context } from './context.js'

/** What a reviewer says, as far as options say it. */
export interface ReviewAnswers {
  readonly role?: string | undefined
  readonly scores: NonNullable<ReviewRecord['scores']>
  readonly comment?: string | undefined
}

const SCORE_WORDS: Readonly<Record<Score, Message>> = {
  authenticity: { en: 'Authenticity: did it happen so?', zh: '真实性：确有其事吗？' },
  typicality: { en: 'Typicality: will it happen to others?', zh: '典型性：别人也会遇到吗？' },
  reusability: { en: 'Reusability: can others follow it?', zh: '可复用性：别人能照做吗？' },
}

/**
 * Asks a person for what is still open; gives answers back as they are where nobody can be asked.
 * @param roles in which the person reviews this case; the only one needs no question
 */
export async function askForReview(
  { terminal, host }: Context,
  verdict: Verdict,
  roles: readonly string[],
  given: ReviewAnswers,
): Promise<ReviewAnswers> {
  const known = given.role ?? (roles.length === 1 ? roles[0] : undefined)
  if (!terminal.interactive) return { ...given, role: known }
  const { openPrompts } = await import('../io/prompts.js')
  const prompts = await openPrompts(host, terminal.language)
  const choices = roles.map(value => ({ value, name: value }))
  const role =
    known ??
    (roles.length === 0
      ? undefined
      : await prompts.select(terminal.text({ en: 'In which role?', zh: '以哪个角色？' }), choices))
  const scores: Partial<Record<Score, number>> = { ...given.scores }
  for (const name of verdict === 'approve' ? SCORES : []) {
    if (scores[name] !== undefined) continue
    scores[name] = Number(await prompts.select(terminal.text(SCORE_WORDS[name]), STARS))
  }
  const comment =
    given.comment ?? (await prompts.input(terminal.text(WORDS), { required: verdict !== 'approve' }))
  return { role, scores, comment: comment === '' ? undefined : comment }
}

const WORDS: Message = { en: 'Comment:', zh: '意见：' }

const STARS = ['3', '4', '5', '2', '1'].map(value => ({
  value,
  name: `${'★'.repeat(Number(value))}${'☆'.repeat(5 - Number(value))}`,
}))
