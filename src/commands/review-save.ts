import { applyChanges } from '../io/apply.js'
import type { FileChange } from '../model/change.js'
import { type Context, envelope } from './context.js'

/** What is told of a record. */
export interface Saving {
  /** As `--json` names it. */
  readonly command: string
  /** Beside the path, with `--json`. */
  readonly told: object
  /** Of the commit that it is to get. */
  readonly subject: string
  readonly json: boolean
}

/** Writes a record and says what to do with it: its commit is what shows who wrote it. */
export async function saveRecord(
  { terminal }: Context,
  root: string,
  change: FileChange,
  { command, told, subject, json }: Saving,
): Promise<void> {
  await applyChanges(root, [change])
  if (json) terminal.json(envelope(command, { path: change.path, ...told }))
  else terminal.out(change.path)
  terminal.say(
    {
      en: 'Recorded. Commit it yourself, by itself: git add {path} && git commit -m "{subject}"',
      zh: '已记录。请由本人单独提交：git add {path} && git commit -m "{subject}"',
    },
    { path: change.path, subject },
  )
}
