import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast'

/** The targets of reference links. The first definition of an identifier counts (CommonMark 0.31). */
export function definitionsIn(root: Root): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>()
  walk(root, node => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node)
  })
  return found
}

/** Numbers footnotes as they are referred to; those that nothing refers to come last. */
export class Footnotes {
  readonly #definitions = new Map<string, FootnoteDefinition>()
  readonly #numbers = new Map<string, number>()
  readonly #order: string[] = []

  constructor(root: Root) {
    walk(root, node => {
      if (node.type !== 'footnoteDefinition' || this.#definitions.has(node.identifier)) return
      this.#definitions.set(node.identifier, node)
    })
  }

  number(identifier: string): number {
    const known = this.#numbers.get(identifier)
    if (known !== undefined) return known
    const number = this.#order.push(identifier)
    this.#numbers.set(identifier, number)
    return number
  }

  /** Every footnote by number. Laying one out may refer to further ones: the order grows on the way. */
  *all(): Iterable<readonly [number, FootnoteDefinition]> {
    const unread = this.#definitions.keys()
    for (let i = 0; ; i++) {
      while (i >= this.#order.length) {
        const next = unread.next()
        if (next.done === true) return
        this.number(next.value)
      }
      const note = this.#definitions.get(this.#order[i] ?? '')
      if (note !== undefined) yield [i + 1, note]
    }
  }
}

/** Visits every node in the order of the text. Not a generator: deep emphasis would make that quadratic. */
function walk(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node)
  if ('children' in node) for (const child of node.children) walk(child, visit)
}
