import { type Packed, pack, writeBlock } from './block.js'
import { ByteWriter } from './byte-writer.js'
import type { BlockRef, PackInfo } from './manifest.js'
import type { Place } from './place.js'
import type { WritePorts } from './write-ports.js'

/** Packs are about this large; a larger block has one of its own. */
const PACK_BYTES = 256 * 1024

/** Puts blocks of one kind into packs, one behind the other. */
export class PackWriter {
  readonly #kind: string
  readonly #ports: WritePorts
  readonly #packs: PackInfo[] = []
  readonly #open = new ByteWriter(PACK_BYTES)
  #writing: Promise<void>[] = []

  constructor(kind: string, ports: WritePorts) {
    this.#kind = kind
    this.#ports = ports
  }

  /** Writes a block, deflated where that pays. */
  async add(payload: Uint8Array): Promise<Place> {
    const place = this.append(await pack(payload, this.#ports.deflate))
    await this.written()
    return place
  }

  /** Appends a block of what is packed, or by its inside. */
  append(content: Packed | Uint8Array): Place {
    const { length: size } = content instanceof Uint8Array ? content : content.payload
    if (this.#open.length > 0 && this.#open.length + size > PACK_BYTES) this.#close()
    const start = this.#open.length
    const length = writeBlock(this.#open, content, this.#ports.crc32)
    return { pack: this.#packs.length, start, length }
  }

  /** Waits until the finished packs are taken. */
  async written(): Promise<void> {
    const writing = this.#writing
    this.#writing = []
    await Promise.all(writing)
  }

  /** Ends the last pack. */
  async finish(): Promise<PackInfo[]> {
    if (this.#open.length > 0) this.#close()
    await this.written()
    return this.#packs
  }

  #close(): void {
    const bytes = this.#open.take()
    const name = packName(this.#kind, bytes, this.#ports.hash)
    this.#packs.push({ name, bytes: bytes.length })
    this.#writing.push(this.#ports.write(name, bytes))
    this.#open.clear()
  }
}

export function packName(kind: string, bytes: Uint8Array, hash: WritePorts['hash']): string {
  return `${kind}-${hash(bytes).slice(0, 16)}.bin`
}

/** The block of a place in packs that were just written. */
export function writtenRef(place: Place, packs: readonly PackInfo[]): BlockRef {
  return { file: packs[place.pack]?.name ?? '', start: place.start, length: place.length }
}
