/** Below, the built-in sort is as fast. */
const FEW = 40

/** Slots for as many hashes as there are, up to 2¹⁶: a quarter of a megabyte. */
const MOST_BITS = 16

/** Places that hashes move in their slots, for each: a few, unless someone made a text that fills one slot. */
const MOST_MOVES = 16

// Kept from one call to the next, twice as long as was asked for.
let slots = new Uint32Array(2048)
let placed = new Uint32Array(2048)

/**
 * 32-bit hashes ascending, each once; in the memory of those given. Put into slots by their first bits,
 * then in order within each: linear for hashes, half the time of the built-in sort.
 */
export function ascending(hashes: Uint32Array): Uint32Array {
  if (hashes.length < FEW) return unique(hashes.sort(), hashes)
  place(hashes)
  const inOrder = order(hashes.length) ? placed.subarray(0, hashes.length) : hashes.sort()
  return unique(inOrder, hashes)
}

/** Puts the hashes into `placed`, those with the same first bits side by side. */
function place(hashes: Uint32Array): void {
  const bits = Math.min(MOST_BITS, 32 - Math.clz32(hashes.length))
  const shift = 32 - bits
  const count = 2 ** bits
  if (placed.length < hashes.length) placed = new Uint32Array(2 * hashes.length)
  if (slots.length < count) slots = new Uint32Array(2 * count)
  slots.fill(0, 0, count)
  for (let i = 0; i < hashes.length; i++) {
    const slot = (hashes[i] ?? 0) >>> shift
    slots[slot] = (slots[slot] ?? 0) + 1
  }
  for (let slot = 0, before = 0; slot < count; slot++) {
    const here = slots[slot] ?? 0
    slots[slot] = before
    before += here
  }
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] ?? 0
    const slot = hash >>> shift
    const at = slots[slot] ?? 0
    placed[at] = hash
    slots[slot] = at + 1
  }
}

/** Brings what is placed in order; false when it moves too much. */
function order(count: number): boolean {
  let moves = MOST_MOVES * count
  for (let i = 1; i < count; i++) {
    const hash = placed[i] ?? 0
    let at = i
    for (; at > 0 && (placed[at - 1] ?? 0) > hash; at--) placed[at] = placed[at - 1] ?? 0
    placed[at] = hash
    moves -= i - at
    if (moves < 0) return false
  }
  return true
}

function unique(sorted: Uint32Array, into: Uint32Array): Uint32Array {
  let count = 0
  for (let i = 0; i < sorted.length; i++) {
    const hash = sorted[i] ?? 0
    if (count === 0 || into[count - 1] !== hash) into[count++] = hash
  }
  return into.subarray(0, count)
}
