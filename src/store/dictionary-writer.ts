import { pack } from './block.js'
import { encodeDictionaryBlock, INLINE_BYTES, type ListPlace } from './dictionary-block.js'
import { divider } from './front-coding.js'
import type { PackWriter } from './pack-writer.js'
import type { Place } from './place.js'
import type { PostingLists } from './posting-lists.js'
import type { WritePorts } from './write-ports.js'

/** The blocks of a dictionary, each with a text that parts it from the one before. */
export interface DictionaryPlaces {
  readonly firsts: readonly string[]
  readonly places: readonly Place[]
}

/** A block's size before deflating: what one term costs a browser. The header lists a few hundred. */
const BLOCK_BYTES = 4096
const BLOCK_TERMS = 512
/** What a term is reckoned at beside its inline list. */
const TERM_BYTES = 8
/** Blocks whose posting lists are deflated at once. */
const GROUP = 32

/** Writes every posting list, and the dictionary that says where each is. */
export async function writeDictionary(
  terms: readonly string[],
  lists: PostingLists,
  packs: { readonly terms: PackWriter; readonly postings: PackWriter },
  deflate: WritePorts['deflate'],
): Promise<DictionaryPlaces> {
  const blocks = cutBlocks(sorted(terms), lists)
  const firsts: string[] = []
  const places: Place[] = []
  let before: Place = { pack: 0, start: 0, length: 0 }
  let last = ''
  for (let from = 0; from < blocks.length; from += GROUP) {
    const group = blocks.slice(from, from + GROUP)
    const packed = await Promise.all(group.map(block => packLists(block, lists, deflate)))
    for (const [i, block] of group.entries()) {
      const found = packed[i]?.map((list, at): ListPlace => {
        if (list instanceof Uint8Array) return { inline: list }
        return { place: packs.postings.append(list), documents: lists.count(block[at]?.number ?? 0) }
      })
      const names = block.map(({ term }) => term)
      places.push(await packs.terms.add(encodeDictionaryBlock(names, found ?? [], before)))
      firsts.push(divider(last, names[0] ?? ''))
      last = names.at(-1) ?? ''
      before = lastPlace(found ?? []) ?? before
    }
    await packs.postings.written()
  }
  return { firsts, places }
}

interface Entry {
  readonly term: string
  readonly number: number
}

/** Without a comparison of our own the engine compares code units itself, twice as fast. */
function sorted(terms: readonly string[]): Entry[] {
  const numbers = new Map(terms.map((term, number) => [term, number]))
  return [...terms].sort().map(term => ({ term, number: numbers.get(term) ?? 0 }))
}

function cutBlocks(entries: readonly Entry[], lists: PostingLists): Entry[][] {
  const blocks: Entry[][] = []
  let block: Entry[] = []
  let bytes = 0
  for (const entry of entries) {
    const list = lists.list(entry.number).length
    if (block.length === BLOCK_TERMS || bytes > BLOCK_BYTES) {
      blocks.push(block)
      block = []
      bytes = 0
    }
    block.push(entry)
    bytes += TERM_BYTES + (list <= INLINE_BYTES ? list : 0)
  }
  return block.length === 0 ? blocks : [...blocks, block]
}

function packLists(block: readonly Entry[], lists: PostingLists, deflate: WritePorts['deflate']) {
  return Promise.all(
    block.map(({ number }) => {
      const list = lists.list(number)
      return list.length <= INLINE_BYTES ? list : pack(list, deflate)
    }),
  )
}

function lastPlace(lists: readonly ListPlace[]): Place | undefined {
  for (let i = lists.length - 1; i >= 0; i--) {
    const list = lists[i]
    if (list !== undefined && 'place' in list) return list.place
  }
  return undefined
}
