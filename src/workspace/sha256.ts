import { createHash } from 'node:crypto'

/** Text → hexadecimal SHA-256 of its UTF-8 bytes. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
