import { readBlock } from './block.js'
import type { BlockRef } from './manifest.js'
import { DamagedIndex, type Storage } from './storage.js'

/** Bytes that are read for nothing rather than ask twice: what a host says about each answer is as long. */
const GAP = 300

/** Reads the payloads of blocks. */
export class Blocks {
  readonly #storage: Storage

  constructor(storage: Storage) {
    this.#storage = storage
  }

  /**
   * Reads one block and not a byte more.
   * @param dictionary what it may have been deflated against
   * @throws DamagedIndex
   */
  async read(block: BlockRef, dictionary?: Uint8Array): Promise<Uint8Array> {
    return this.#unpack(await this.#bytes(block), block, dictionary)
  }

  /** Reads several blocks; those that lie nearly side by side in one go. @throws DamagedIndex */
  async readAll(blocks: readonly BlockRef[], dictionary?: Uint8Array): Promise<Uint8Array[]> {
    const runs = await Promise.all(
      runsOf(blocks).map(async run => {
        const bytes = await this.#bytes(run)
        return run.blocks.map(block => {
          const start = block.start - run.start
          return this.#unpack(bytes.subarray(start, start + block.length), block, dictionary)
        })
      }),
    )
    return Promise.all(runs.flat())
  }

  async #bytes({ file, start, length }: BlockRef): Promise<Uint8Array> {
    const bytes = await this.#storage.read(file, { start, end: start + length })
    if (bytes === undefined) throw new DamagedIndex(file, 'is missing')
    if (bytes.length !== length) throw new DamagedIndex(file, 'is cut off')
    return bytes
  }

  #unpack(bytes: Uint8Array, { file }: BlockRef, dictionary?: Uint8Array): Promise<Uint8Array> {
    return readBlock(bytes, file, this.#storage, dictionary)
  }
}

interface Run extends BlockRef {
  readonly blocks: readonly BlockRef[]
}

function runsOf(blocks: readonly BlockRef[]): Run[] {
  const runs: { file: string; start: number; length: number; blocks: BlockRef[] }[] = []
  for (const block of blocks) {
    const last = runs.at(-1)
    const gap = last?.file === block.file ? block.start - last.start - last.length : -1
    if (last !== undefined && gap >= 0 && gap <= GAP) {
      last.blocks.push(block)
      last.length += gap + block.length
    } else runs.push({ ...block, blocks: [block] })
  }
  return runs
}
