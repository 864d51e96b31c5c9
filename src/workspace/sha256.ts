import { hash } from 'node:crypto'

/** Hexadecimal SHA-256 of bytes, or of a text's UTF-8 bytes. */
export function sha256(content: Uint8Array | string): string {
  return hash('sha256', content, 'hex')
}

/** 132 bits of it in base64url: against accidents, as nobody gains from two cases of his own that collide. */
export function shortHash(content: Uint8Array | string): string {
  return ownText(hash('sha256', content, 'base64url').slice(0, 22))
}

/**
 * The same ASCII text, which holds on to no other: V8 keeps a long slice of a text as a view of the
 * whole, so that a hundred thousand ids would keep a hundred thousand files in memory.
 */
export function ownText(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1')
}
