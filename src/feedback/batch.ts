import { groupBy } from '../lib/groups.js'
import { hash128 } from '../lib/hash128.js'
import { byCodeUnit } from '../lib/text.js'
import type { FileChange } from '../model/change.js'
import { compareEvents, eventLine, type FeedbackEvent } from './event.js'
import { readEvents } from './read-events.js'

/** Where feedback lies, relative to the library's root. */
export const FEEDBACK_FOLDER = 'feedback'
/** Most characters of one file: 15 MiB at three bytes each, below the 16 MiB that are read. */
const MOST_CHARACTERS = 5_000_000

/**
 * Events as new files, one or more a month: `feedback/2026-11/<hash>.jsonl`. The name comes from the
 * events, so that two branches never write one file with two contents, and the same events always come
 * to the same file.
 */
export function batchFiles(events: readonly FeedbackEvent[]): FileChange[] {
  const sorted = [...new Map(events.map(each => [each.event, each])).values()].sort(compareEvents)
  const months = groupBy(sorted, ({ day }) => day.slice(0, 7))
  return [...months]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .flatMap(([month, all]) => parted(all.map(eventLine)).map(lines => batchFile(month, lines)))
}

function batchFile(month: string, lines: readonly string[]): FileChange {
  const name = hash128(lines.join('\n')).slice(0, 20)
  return { path: `${FEEDBACK_FOLDER}/${month}/${name}.jsonl`, before: null, after: `${lines.join('\n')}\n` }
}

function parted(lines: readonly string[]): string[][] {
  const parts: string[][] = []
  let room = 0
  for (const line of lines) {
    if (room < line.length + 1) {
      parts.push([])
      room = MOST_CHARACTERS
    }
    parts.at(-1)?.push(line)
    room -= line.length + 1
  }
  return parts
}

/** A batch that lies in the library: its path and its text. */
export interface Batch {
  readonly path: string
  readonly text: string
}

/** What folding comes to, and the batches that stay as they are since some of their lines are no event. */
export interface Fold {
  readonly changes: readonly FileChange[]
  readonly kept: readonly string[]
  /** Events that stood more than once. */
  readonly repeated: number
}

/** Folds the batches of each month into as few files as hold them. What is one file already stays. */
export function foldBatches(batches: readonly Batch[]): Fold {
  const read = batches.map(batch => ({ batch, ...readEvents(batch.text) }))
  const sound = read.filter(({ bad }) => bad.length === 0)
  const kept = read.flatMap(({ batch, bad }) => (bad.length === 0 ? [] : [batch.path]))
  const events = sound.flatMap(each => each.events)
  const written = batchFiles(events)
  const there = new Map(sound.map(({ batch }) => [batch.path, batch.text]))
  const changes = [
    ...written.filter(({ path, after }) => there.get(path) !== after),
    ...[...there]
      .filter(([path]) => !written.some(file => file.path === path))
      .map(([path, text]): FileChange => ({ path, before: text, after: null })),
  ]
  const lines = sound.reduce((sum, { batch }) => sum + batch.text.split('\n').filter(Boolean).length, 0)
  return { changes, kept, repeated: lines - new Set(events.map(({ event }) => event)).size }
}
