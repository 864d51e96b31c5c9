import { byCodeUnit } from '../lib/text.js'
import type { Order } from './edit-blocks.js'
import type { SegmentReader } from './segment-reader.js'

/**
 * Places the documents of all segments but the first by their ids: the documents of the first
 * segment do not move when others come.
 * @returns by position of the segment; undefined for the first
 * @throws DamagedIndex
 */
export async function placeByIds([base, ...later]: readonly SegmentReader[]): Promise<(Order | undefined)[]> {
  if (base === undefined) return []
  const ids = await Promise.all(later.map(segment => segment.ids.all()))
  const all = ids.flatMap((own, segment) => own.map((id, rank) => ({ id, segment, rank })))
  all.sort((a, b) => byCodeUnit(a.id, b.id))
  const orders = ids.map(
    ({ length }): Order => ({ base: new Uint32Array(length), later: new Uint32Array(length) }),
  )
  for (const [position, { id, segment, rank }] of all.entries()) {
    const order = orders[segment]
    if (order === undefined) continue
    order.base[rank] = await base.ids.countBelow(id)
    order.later[rank] = position
  }
  return [undefined, ...orders]
}
