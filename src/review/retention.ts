import { addDays, type Day } from '../lib/day.js'
import { fill, type Message } from '../lib/message.js'
import { shortCommit } from './history.js'

/** What a clone shows of how far its history reaches, and whether it was rewritten. */
export interface HistoryFacts {
  readonly shallow: boolean
  /** Replacements and grafts: what git shows in the place of something else. */
  readonly replaced: readonly string[]
  /** Day of the first commit, by its committer; undefined without any. */
  readonly began: Day | undefined
  /** The case with the earliest day of its own (`created`). */
  readonly earliest: { readonly id: string; readonly day: Day } | undefined
  /** Commits that must be in the history, by who says so. */
  readonly anchors: readonly { readonly commit: string; readonly from: string; readonly state: AnchorState }[]
  /** Remote branches of which this clone has seen the history being replaced. */
  readonly forced: readonly string[]
  /** Commits that claim to be more than a day older than a parent. */
  readonly backdated: readonly string[]
}

/** `left`: the commit is here, and HEAD does not come from it any more. */
export type AnchorState = 'held' | 'left' | 'missing'

export type RetentionCode =
  | 'shallow'
  | 'replaced'
  | 'no-history'
  | 'cut-off'
  | 'young'
  | 'anchor-left'
  | 'anchor-missing'
  | 'forced-update'
  | 'backdated'

export interface RetentionFinding {
  readonly code: RetentionCode
  /** An error fails the test. */
  readonly severity: 'error' | 'warning' | 'note'
  readonly message: Message
}

const MESSAGES: Readonly<Record<RetentionCode, Message>> = {
  shallow: {
    en: 'This clone is shallow: what is behind its boundary cannot be shown. Run `git fetch --unshallow`.',
    zh: '这是浅克隆，边界之前的历史无法出示。请运行 `git fetch --unshallow`。',
  },
  replaced: {
    en: 'Git shows something else in the place of {names}: remove the replacement (`git replace -d`, .git/info/grafts).',
    zh: 'git 用其他内容替代了 {names}：请移除替代（`git replace -d`、.git/info/grafts）。',
  },
  'no-history': { en: 'There is no commit yet.', zh: '尚无提交。' },
  'cut-off': {
    en: 'The history begins on {began}, but {id} says it was created on {day}, and history is to be kept from {since} on: what was before is gone, or the case came from elsewhere. Pin the first commit as `audit.anchor` once you know which.',
    zh: '历史始于 {began}，而 {id} 自称创建于 {day}，历史应保留至 {since}：更早的历史已丢失，或案例来自别处。查明后请把首个提交写入 `audit.anchor`。',
  },
  young: {
    en: 'The history begins on {began}; it is to be kept from {since} on, once it is that old.',
    zh: '历史始于 {began}；达到期限后应保留至 {since}。',
  },
  'anchor-left': {
    en: 'HEAD does not come from {commit} ({from}): the history was rewritten.',
    zh: 'HEAD 的历史不再包含 {commit}（{from}）：历史已被改写。',
  },
  'anchor-missing': {
    en: '{commit} ({from}) is not in this repository: the history was rewritten, or is not all here.',
    zh: '仓库中没有 {commit}（{from}）：历史已被改写或不完整。',
  },
  'forced-update': {
    en: 'The history of {ref} was replaced on the remote: this clone has seen it.',
    zh: '远程的 {ref} 历史曾被替换：本克隆有记录。',
  },
  backdated: {
    en: '{count} commits claim to be more than a day older than their parents, first {commit}: times were set by hand, or a clock was wrong.',
    zh: '有 {count} 个提交自称比其父提交早一天以上，首个为 {commit}：时间被手工设定，或时钟有误。',
  },
}

/**
 * Whether the history is as long as it is to be kept, as far as a clone can tell. A clone cannot see
 * a history that was rewritten before it was made, but for what an anchor outside of it says.
 * @param days for which history is to be kept, up to `day`
 */
export function judgeRetention(facts: HistoryFacts, days: number, day: Day): RetentionFinding[] {
  const since = addDays(day, -days)
  const { began } = facts
  if (began === undefined) return [finding('no-history', 'error')]
  const found: RetentionFinding[] = []
  if (facts.shallow) found.push(finding('shallow', 'error'))
  if (facts.replaced.length > 0)
    found.push(finding('replaced', 'error', { names: facts.replaced.join(', ') }))
  for (const { commit, from, state } of facts.anchors) {
    if (state !== 'held')
      found.push(finding(`anchor-${state}`, 'error', { commit: shortCommit(commit), from }))
  }
  if (began > since) found.push(...youth(facts, began, since))
  for (const ref of facts.forced) found.push(finding('forced-update', 'warning', { ref }))
  const [first] = facts.backdated
  if (first !== undefined) {
    found.push(finding('backdated', 'note', { count: facts.backdated.length, commit: shortCommit(first) }))
  }
  return found
}

/** Of a history that is younger than its retention. */
function* youth({ earliest, anchors }: HistoryFacts, began: Day, since: Day): Iterable<RetentionFinding> {
  if (earliest === undefined || earliest.day >= began) yield finding('young', 'note', { began, since })
  else {
    // Who pinned a commit has seen what is before it.
    const known = anchors.some(({ state }) => state === 'held')
    yield finding('cut-off', known ? 'note' : 'error', { began, since, ...earliest })
  }
}

function finding(
  code: RetentionCode,
  severity: RetentionFinding['severity'],
  args: Readonly<Record<string, string | number>> = {},
): RetentionFinding {
  return { code, severity, message: fill(MESSAGES[code], args) }
}
