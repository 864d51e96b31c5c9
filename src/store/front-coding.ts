import type { ByteReader } from './byte-reader.js'
import type { ByteWriter } from './byte-writer.js'

/** A text as what it shares with the one before (UTF-16 code units) and the rest. */
export function writeFrontCoded(out: ByteWriter, text: string, before: string): void {
  const shared = sharedWith(before, text)
  out.varint(shared)
  out.text(text.slice(shared))
}

export function readFrontCoded(reader: ByteReader, before: string): string {
  const shared = reader.varint()
  if (shared > before.length) reader.fail('a text is damaged')
  return before.slice(0, shared) + reader.text()
}

/** How many there are, then each text. */
export function writeTexts(out: ByteWriter, texts: readonly string[]): void {
  out.varint(texts.length)
  let before = ''
  for (const text of texts) {
    writeFrontCoded(out, text, before)
    before = text
  }
}

export function readTexts(reader: ByteReader): string[] {
  const count = reader.count(2)
  const texts: string[] = []
  let before = ''
  for (let i = 0; i < count; i++) {
    before = readFrontCoded(reader, before)
    texts.push(before)
  }
  return texts
}

/** Position of the last of ascending texts that is not above `text`; -1 when all are. */
export function lastNotAbove(texts: readonly string[], text: string): number {
  let low = 0
  let high = texts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((texts[middle] ?? '') <= text) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The shortest beginning of `text` that is above `before`, which is below `text`: it parts the two. */
export function divider(before: string, text: string): string {
  return text.slice(0, sharedWith(before, text) + 1)
}

function sharedWith(before: string, text: string): number {
  const most = Math.min(before.length, text.length)
  let shared = 0
  while (shared < most && before.charCodeAt(shared) === text.charCodeAt(shared)) shared++
  return shared
}
