import { BODY, FIELDS } from './posting-code.js'

/*
 * The postings of one document, an entry for each of its terms: varint 4 × term + kind; for kind
 * FIELDS a byte with the length of what follows; what follows the head in a posting list.
 */

/** What a walk over the postings of a document tells of each. */
export interface PostingVisitor {
  /** `bytes` from `start` to `end` is what stands behind the head in a posting list. */
  visit(term: number, kind: number, bytes: Uint8Array, start: number, end: number): void
}

/** Visits the entries of a document. */
export function walkEntries(bytes: Uint8Array, visitor: PostingVisitor): void {
  let at = 0
  while (at < bytes.length) {
    let head = bytes[at++] as number
    if (head > 0x7f) {
      head &= 0x7f
      let byte = 0x80
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = bytes[at++] as number
        head |= (byte & 0x7f) << shift
      }
    }
    const kind = head & 3
    let end = at
    if (kind === FIELDS) end = ++at + (bytes[at - 1] as number)
    else if (kind === BODY) while ((bytes[end++] as number) > 0x7f);
    visitor.visit(head >>> 2, kind, bytes, at, end)
    at = end
  }
}
