import type { FeedbackEvent } from './event.js'
import { type BadLine, readEventLine } from './read-line.js'

/** A line that is no event, and where it stands. */
export interface SetAside {
  /** 1-based. */
  readonly line: number
  readonly text: string
  readonly reason: BadLine
}

/** What a text of feedback holds: each event once, and the lines that are none. */
export interface ReadEvents {
  readonly events: readonly FeedbackEvent[]
  readonly bad: readonly SetAside[]
}

/** Reads a whole text: `feedback add`, and batches that are folded. */
export function readEvents(text: string): ReadEvents {
  const events = new Map<string, FeedbackEvent>()
  const bad: SetAside[] = []
  let number = 0
  for (const line of text.split('\n')) {
    number++
    const read = readEventLine(line)
    if (read === undefined) continue
    if (typeof read === 'string') bad.push({ line: number, text: line, reason: read })
    else if (!events.has(read.event)) events.set(read.event, read)
  }
  return { events: [...events.values()], bad }
}

/**
 * The events of many texts, each once, in their order. Lines that are no event are counted and passed over.
 * @param onBad called for each of them
 */
export function* eventsIn(texts: Iterable<string>, onBad?: () => void): Iterable<FeedbackEvent> {
  const seen = new Set<string>()
  for (const text of texts) {
    for (let start = 0; start < text.length; ) {
      const end = text.indexOf('\n', start)
      const line = text.slice(start, end === -1 ? text.length : end)
      start = end === -1 ? text.length : end + 1
      const read = readEventLine(line)
      if (typeof read === 'string') onBad?.()
      if (read === undefined || typeof read === 'string' || seen.has(read.event)) continue
      seen.add(read.event)
      yield read
    }
  }
}
