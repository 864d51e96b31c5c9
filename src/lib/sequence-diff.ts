/**
 * Most edits that the shortest way from one sequence to the other is searched for: time and memory
 * grow with the square. Beyond it the differing middle is given as removed and added whole.
 */
const MOST_EDITS = 1000

/** A piece that stands in both sequences, in the first alone, or in the second alone. */
export interface Difference {
  readonly sign: ' ' | '-' | '+'
  readonly text: string
}

/** How one sequence of texts becomes another: what stays, goes and comes, in order. */
export function sequenceDiff(a: readonly string[], b: readonly string[]): Difference[] {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  const most = Math.min(a.length, b.length) - head
  while (tail < most && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const middle = shortest(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  return [...signed(' ', a.slice(0, head)), ...middle, ...signed(' ', a.slice(a.length - tail))]
}

function signed(sign: Difference['sign'], texts: readonly string[]): Difference[] {
  return texts.map(text => ({ sign, text }))
}

/**
 * E. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), the greedy form. `reach[k]`
 * is how far into `a` a path with that many edits gets on the diagonal k = x − y.
 */
function shortest(a: readonly string[], b: readonly string[]): Difference[] {
  const most = Math.min(a.length + b.length, MOST_EDITS)
  let reach = new Map<number, number>([[1, 0]])
  const trace: Map<number, number>[] = []
  for (let edits = 0; edits <= most; edits++) {
    const next = new Map<number, number>()
    trace.push(reach)
    for (let k = -edits; k <= edits; k += 2) {
      let x = startOn(k, edits, reach)
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      next.set(k, x)
      if (x >= a.length && x - k >= b.length) return walkBack(a, b, trace)
    }
    reach = next
  }
  return [...signed('-', a), ...signed('+', b)]
}

/** Where diagonal k begins with its last edit: one piece down from k + 1, or one to the right from k − 1. */
function startOn(k: number, edits: number, reach: ReadonlyMap<number, number>): number {
  return goesDown(k, edits, reach) ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1
}

/** True when diagonal k is reached by an added piece, false when by a removed one. */
function goesDown(k: number, edits: number, reach: ReadonlyMap<number, number>): boolean {
  return k === -edits || (k !== edits && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1))
}

function walkBack(
  a: readonly string[],
  b: readonly string[],
  trace: readonly Map<number, number>[],
): Difference[] {
  const found: Difference[] = []
  let [x, y] = [a.length, b.length]
  for (const [edits, reach] of [...trace.entries()].reverse()) {
    const k = x - y
    const start = startOn(k, edits, reach)
    while (x > start) {
      found.push({ sign: ' ', text: a[--x] ?? '' })
      y--
    }
    if (edits === 0) break
    found.push(
      goesDown(k, edits, reach) ? { sign: '+', text: b[--y] ?? '' } : { sign: '-', text: a[--x] ?? '' },
    )
  }
  return found.reverse()
}
