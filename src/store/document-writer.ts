import { pack, plainPayload, writeInside } from './block.js'
import type { ByteArena } from './byte-arena.js'
import { ByteWriter } from './byte-writer.js'
import type { PackWriter } from './pack-writer.js'
import type { Place } from './place.js'
import { choosePreset, presetSamples } from './preset.js'
import type { WritePorts } from './write-ports.js'

/** Documents deflated at once. */
const GROUP = 64

/** Where documents were written. */
export interface DocumentPlaces {
  /** What they were deflated against. */
  readonly preset: Place | undefined
  /** By number. */
  readonly documents: readonly Place[]
}

/** What documents are written from. */
export interface CollectedDocuments {
  /** The insides of their blocks, in the order of their coming. */
  readonly insides: ByteArena
  /** What some of them were deflated against; by default it is chosen from those that were not. */
  readonly preset: Uint8Array | undefined
}

/**
 * Writes documents, a block each; those that stand as they are in their insides are deflated.
 * @param order document number → index of its coming
 */
export async function writeDocuments(
  { insides, preset: given }: CollectedDocuments,
  order: Uint32Array,
  packs: PackWriter,
  deflate: WritePorts['deflate'],
): Promise<DocumentPlaces> {
  const dictionary = given ?? choosePreset(samplesOf(insides, order))
  const preset = dictionary && (await packs.add(dictionary))
  const documents: Place[] = []
  for (let from = 0; from < order.length; from += GROUP) {
    const group = order.subarray(from, from + GROUP)
    const packed = await Promise.all(
      Array.from(group, index => {
        const inside = insides.get(index)
        const payload = plainPayload(inside)
        return payload === undefined ? inside : pack(payload, deflate, dictionary)
      }),
    )
    for (const one of packed) documents.push(packs.append(one))
    await packs.written()
  }
  return { preset, documents }
}

function samplesOf(insides: ByteArena, order: Uint32Array): Uint8Array[] {
  return presetSamples(order.length).flatMap(number => plainPayload(insides.get(order[number] ?? 0)) ?? [])
}

/** The inside of a block that holds a document as it is. */
export function plainInside(document: Uint8Array): Uint8Array {
  const out = new ByteWriter(document.length + 1)
  writeInside(out, { payload: document })
  return out.view()
}
