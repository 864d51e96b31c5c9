import type { FilePieces } from '../../model/file-pieces.js'

/** A view on bytes, whatever buffer they stand in. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Bytes of the code page that every format here takes for ASCII. */
export function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}

/** Text as writers of metadata write it: UTF-8, whatever the format says. */
export function utf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

/** Whether ASCII letters stand at a place. */
export function startsWith(bytes: Uint8Array, letters: string, at = 0): boolean {
  if (at + letters.length > bytes.length) return false
  for (let i = 0; i < letters.length; i++) if (bytes[at + i] !== letters.charCodeAt(i)) return false
  return true
}

/** What precedes a NUL, and what is behind it; all and nothing where there is none. */
export function cutAtNul(bytes: Uint8Array): readonly [Uint8Array, Uint8Array] {
  const nul = bytes.indexOf(0)
  return nul === -1
    ? [bytes, bytes.subarray(bytes.length)]
    : [bytes.subarray(0, nul), bytes.subarray(nul + 1)]
}

/** A part of a file as if it were one. */
export function partOf(file: FilePieces, start: number, length: number): FilePieces {
  const size = Math.max(0, Math.min(length, file.size - start))
  return {
    size,
    piece: (at, wanted) => file.piece(start + at, at < 0 ? 0 : Math.min(wanted, size - at)),
  }
}
