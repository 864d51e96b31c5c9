import { fstatSync, writeSync } from 'node:fs'
import type { Output } from './host.js'

/**
 * A standard stream that keeps what is written to it: an answer begun in the quick way and ended by
 * the whole program must not stand twice. Let go, it goes straight to a file or a pipe, as opening
 * Node's stream for one loads all of its sockets; a screen is told by way of the stream.
 */
export class QuickOutput implements Output {
  readonly writable = true
  readonly destroyed = false
  readonly #descriptor: number
  readonly #held: (() => void)[]
  readonly #open: () => NodeJS.WriteStream
  #stream: NodeJS.WriteStream | undefined

  /**
   * @param descriptor 1 for stdout, 2 for stderr
   * @param held takes what lets each text go, in the order of writing
   * @param open opens the stream, which ends as it will
   */
  constructor(descriptor: number, held: (() => void)[], open: () => NodeJS.WriteStream) {
    this.#descriptor = descriptor
    this.#held = held
    this.#open = open
    if (mayBeScreen(descriptor)) this.#stream = open()
  }

  get isTTY(): boolean {
    return this.#stream?.isTTY === true
  }

  get columns(): number {
    return this.#stream?.columns ?? 80
  }

  write(data: string | Uint8Array): boolean {
    this.#held.push(() => this.#letGo(Buffer.from(data)))
    return true
  }

  /** What cannot be written at once (a full pipe, a full disk, no reader) is the stream's to deal with. */
  #letGo(bytes: Uint8Array): void {
    const rest = this.#stream === undefined ? writeNow(this.#descriptor, bytes) : bytes
    if (rest.length === 0) return
    this.#stream ??= this.#open()
    this.#stream.write(rest)
  }
}

function mayBeScreen(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice()
  } catch {
    return true
  }
}

/** Returns what was left. */
function writeNow(descriptor: number, bytes: Uint8Array): Uint8Array {
  let written = 0
  try {
    while (written < bytes.length) written += writeSync(descriptor, bytes, written)
  } catch {
    // The stream meets the same obstacle, and knows what it means.
  }
  return bytes.subarray(written)
}
