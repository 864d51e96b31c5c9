import lunr from 'lunr'

/**
 * What Lunr 2.3.9 makes of terms and of what is asked of them: an automaton, whose edges are single
 * UTF-16 code units; an edge `*` takes any one. Its type declarations leave most of it out.
 */
export interface TokenSet {
  readonly edges: Record<string, TokenSet>
  final: boolean
  toArray(): string[]
}

interface TokenSets {
  new (): TokenSet
  fromFuzzyString(text: string, edits: number): TokenSet
  fromString(text: string): TokenSet
}

const TokenSets = lunr.TokenSet as unknown as TokenSets

/**
 * The terms that a word or pattern fits, in the order in which Lunr expands it. The order hangs on
 * nothing but the terms that fit: branches of the vocabulary that lead nowhere change no other
 * branch's turn. So they are all that it takes of a large vocabulary.
 * @param terms ascending by code unit
 * @param edits 0 for a pattern, in which `*` is any stretch
 */
export function inLunrOrder(terms: readonly string[], asked: string, edits: 0 | 1 | 2): string[] {
  if (terms.length < 2) return [...terms]
  const automaton = edits === 0 ? TokenSets.fromString(asked) : TokenSets.fromFuzzyString(asked, edits)
  return intersect(tokenSetOf(terms), automaton).toArray()
}

/**
 * A plain tree of terms. Lunr's builder also joins equal endings, by a key in which the digits of a
 * term run into those of a counter: an edge `1` to node 234 has the key of `1` to 2 and `3` to 4.
 * Our terms are full of digits.
 * @param terms ascending by code unit
 */
function tokenSetOf(terms: readonly string[]): TokenSet {
  const root = new TokenSets()
  for (const term of terms) {
    let node = root
    for (let i = 0; i < term.length; i++) node = edge(node, term.charAt(i))
    node.final = true
  }
  return root
}

function edge(node: TokenSet, letter: string): TokenSet {
  const next = node.edges[letter] ?? new TokenSets()
  node.edges[letter] = next
  return next
}

interface Frame {
  readonly node: TokenSet
  readonly asked: TokenSet
  readonly output: TokenSet
}

/**
 * As `lunr.TokenSet.intersect`, step by step, so that the edges of the output come in the same order.
 * Lunr goes every way of fitting a term, of which `*a*a*a*a*` has thousands; ways that meet again go
 * on alike, and one of them is enough.
 */
function intersect(vocabulary: TokenSet, asked: TokenSet): TokenSet {
  const output = new TokenSets()
  const gone = new Map<TokenSet, Set<TokenSet>>()
  const stack: Frame[] = [{ node: vocabulary, asked, output }]
  for (let frame = stack.pop(); frame !== undefined; frame = stack.pop()) {
    const before = gone.get(frame.output)
    if (before?.has(frame.asked)) continue
    if (before === undefined) gone.set(frame.output, new Set([frame.asked]))
    else before.add(frame.asked)
    for (const next of nextFrames(frame)) stack.push(next)
  }
  return output
}

function nextFrames({ node, asked, output }: Frame): Frame[] {
  const letters = Object.entries(node.edges)
  return Object.entries(asked.edges).flatMap(([wanted, then]) =>
    letters.flatMap(([letter, next]) => {
      if (letter !== wanted && wanted !== '*') return []
      const found = edge(output, letter)
      found.final ||= next.final && then.final
      return [{ node: next, asked: then, output: found }]
    }),
  )
}

/** The one term of an automaton that is a plain chain of letters; undefined for any other. */
function plainTerm(asked: TokenSet): string | undefined {
  let term = ''
  let node = asked
  for (;;) {
    const letters = Object.keys(node.edges)
    const letter = letters[0]
    if (letter === undefined) return term
    const next = node.edges[letter]
    if (letters.length > 1 || letter === '*' || next === undefined) return undefined
    term += letter
    node = next
  }
}

/** The terms of an index as Lunr asks for them. The automaton is made for the first fuzzy word or wildcard. */
export class LazyTokenSet {
  readonly #terms: readonly string[]
  readonly #known: Readonly<Record<string, object>>
  #automaton: TokenSet | undefined

  /** @param terms ascending by code unit */
  constructor(terms: readonly string[], known: Readonly<Record<string, object>>) {
    this.#terms = terms
    this.#known = known
  }

  intersect(asked: TokenSet): Pick<TokenSet, 'toArray'> {
    const plain = plainTerm(asked)
    if (plain !== undefined) return { toArray: () => (plain in this.#known ? [plain] : []) }
    this.#automaton ??= tokenSetOf(this.#terms)
    return intersect(this.#automaton, asked)
  }
}
