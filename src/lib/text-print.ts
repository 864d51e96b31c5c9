import { SKETCH_BYTES, sketchOfWords } from './sketch.js'
import { wordSet } from './word-set.js'

/** Where the words begin: at a multiple of their four bytes. */
const HEAD = Math.ceil(SKETCH_BYTES / 4) * 4

/**
 * What is kept of a text to compare it with others without reading it again: its sketch, then its
 * different words as `wordSet` gives them, four bytes each in the order of this machine.
 */
export function printOf(text: string): Uint8Array {
  const words = wordSet(text)
  const print = new Uint8Array(HEAD + words.byteLength)
  print.set(sketchOfWords(words))
  print.set(new Uint8Array(words.buffer, words.byteOffset, words.byteLength), HEAD)
  return print
}

export function sketchIn(print: Uint8Array): Uint8Array {
  return print.subarray(0, SKETCH_BYTES)
}

export function wordSetIn(print: Uint8Array): Uint32Array {
  // Not `slice`, which shares the memory of Node's buffers.
  const aligned = print.byteOffset % 4 === 0 ? print : new Uint8Array(print)
  return new Uint32Array(aligned.buffer, aligned.byteOffset + HEAD, (aligned.length - HEAD) / 4)
}
