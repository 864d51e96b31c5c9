import { applyChanges } from '../io/apply.js'
import type { FileChange } from '../model/change.js'
import type { ReviewRecord } from '../model/review.js'
import { type Context, envelope } from './context.js'

/** Writes a review and says what to do with it: its commit is what shows who wrote it. */
export async function saveReview(
  { terminal }: Context,
  root: string,
  change: FileChange,
  { command, review, json }: { command: string; review: ReviewRecord; json: boolean },
): Promise<void> {
  await applyChanges(root, [change])
  if (json) terminal.json(envelope(command, { path: change.path, review }))
  else terminal.out(change.path)
  terminal.say(
    {
      en: 'Recorded. Commit it yourself, by itself: git add {path} && git commit -m "Review {id}"',
      zh: '已记录。请由本人单独提交：git add {path} && git commit -m "Review {id}"',
    },
    { path: change.path, id: review.case },
  )
}
