import { packParts } from './block.js'
import { joinBytes } from './byte-writer.js'
import { encodeDictionaryBlock, INLINE_BYTES, type ListPlace } from './dictionary-block.js'
import { divider } from './front-coding.js'
import type { PackWriter } from './pack-writer.js'
import type { Place } from './place.js'
import type { PostingLists } from './posting-lists.js'
import type { DictionaryPlaces } from './segment-header.js'
import type { WritePorts } from './write-ports.js'

/**
 * A block's size before deflating, for a dictionary of `bytes`: what a term costs a browser. Every
 * search reads the header, with about 5 bytes a block, and a query of five terms five blocks,
 * deflated to five eighths: 5·bytes ÷ block + 5·⅝·block is least at √(1.6·bytes). A block ends an
 * eighth before its limit on average, so that this is √(2.1·bytes).
 */
function blockBytes(bytes: number): number {
  return Math.min(16_384, Math.max(1024, Math.sqrt(2.1 * bytes)))
}

/** Most terms of a block. */
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
  { deflateParts }: Pick<WritePorts, 'deflateParts'>,
): Promise<DictionaryPlaces> {
  const blocks = cutBlocks(sorted(terms), lists)
  const firsts: string[] = []
  const places: Place[] = []
  const longest: number[] = []
  let before: Place = { pack: 0, start: 0, length: 0 }
  let last = ''
  for (let from = 0; from < blocks.length; from += GROUP) {
    const group = blocks.slice(from, from + GROUP)
    const packed = await Promise.all(group.map(block => packLists(block, lists, deflateParts)))
    for (const [i, block] of group.entries()) {
      const found = packed[i]?.map((list, at): ListPlace => {
        if (list instanceof Uint8Array) return { inline: list }
        return { place: packs.postings.append(list), documents: lists.count(block[at]?.number ?? 0) }
      })
      const names = block.map(({ term }) => term)
      places.push(await packs.terms.add(encodeDictionaryBlock(names, found ?? [], before)))
      firsts.push(divider(last, names[0] ?? ''))
      longest.push(Math.max(...names.map(name => name.length)))
      last = names.at(-1) ?? ''
      before = lastPlace(found ?? []) ?? before
    }
    await packs.postings.written()
  }
  return { firsts, places, longest }
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
  const sizes = entries.map(({ number }) => {
    const list = lists.bytes(number)
    return TERM_BYTES + (list <= INLINE_BYTES ? list : 0)
  })
  const most = blockBytes(sizes.reduce((sum, size) => sum + size, 0))
  const blocks: Entry[][] = []
  for (let from = 0; from < entries.length; ) {
    const end = blockEnd(entries, sizes, from, most)
    blocks.push(entries.slice(from, end))
    from = end
  }
  return blocks
}

/**
 * Where a block ends: of the places in its last quarter, the last one with the shortest divider. The
 * header keeps every divider, and blocks of one beginning are passed over sooner: the "simple prefix
 * B-trees" of Bayer and Unterauer (1977).
 */
function blockEnd(entries: readonly Entry[], sizes: readonly number[], from: number, most: number): number {
  let end = from
  let bytes = 0
  while (end < entries.length && end - from < BLOCK_TERMS && bytes <= most) bytes += sizes[end++] ?? 0
  if (end === entries.length) return end
  const dividerLength = (at: number): number =>
    divider(entries[at - 1]?.term ?? '', entries[at]?.term ?? '').length
  let best = end
  for (let at = end - 1; at > from; at--) {
    bytes -= sizes[at] ?? 0
    if (bytes < most * 0.75) break
    if (dividerLength(at) < dividerLength(best)) best = at
  }
  return best
}

function packLists(block: readonly Entry[], lists: PostingLists, deflate: WritePorts['deflateParts']) {
  return Promise.all(
    block.map(({ number }) => {
      const list = lists.list(number)
      return lists.bytes(number) <= INLINE_BYTES ? joinBytes(list) : packParts(list, deflate)
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
