import type { FeedbackEvent, Said } from './event.js'
import { LineScan } from './line-scan.js'
import { type BadLine, readEventLine, readOtherLine } from './read-line.js'
import { SeenEvents } from './seen-events.js'

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
 * What the events of many files say, each once, in their order. Lines that are no event are counted and passed over;
 * bytes that are no UTF-8 spoil their line and no other.
 * @param files texts, or their bytes, which are read before the next file is asked for
 * @param onBad called for each line that is no event
 */
export function* eventsIn(files: Iterable<string | Uint8Array>, onBad?: () => void): Iterable<Said> {
  const seen = new SeenEvents()
  const scan = new LineScan(seen)
  const decoder = new TextDecoder()
  for (const file of files) {
    const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
    for (let start = 0; start < bytes.length; ) {
      const found = bytes.indexOf(LINE_BREAK, start)
      const end = found === -1 ? bytes.length : found
      const scanned = scan.read(bytes, start, end)
      if (typeof scanned !== 'string') yield scanned
      else if (scanned === 'other') {
        const read = readOtherLine(decoder.decode(bytes.subarray(start, end)))
        if (typeof read === 'string') onBad?.()
        else if (read !== undefined && seen.add(read.event)) yield read
      }
      start = end + 1
    }
  }
}

const LINE_BREAK = 10

/** The same with ids, tickets and comments, in three times the time. */
export function* wholeEventsIn(files: Iterable<string | Uint8Array>): Iterable<FeedbackEvent> {
  const seen = new SeenEvents()
  const decoder = new TextDecoder()
  for (const file of files) {
    const text = typeof file === 'string' ? file : decoder.decode(file)
    for (const line of text.split('\n')) {
      const read = readEventLine(line)
      if (read !== undefined && typeof read !== 'string' && seen.add(read.event)) yield read
    }
  }
}
