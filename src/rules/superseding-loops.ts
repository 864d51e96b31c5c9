import { byCodeUnit } from '../lib/text.js'
import { findCase, type Library } from '../library/library.js'
import type { Case } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'

/** A case on the way that the search is going, and which of its predecessors comes next. */
interface Step {
  readonly found: Case
  readonly older: readonly Case[]
  next: number
}

/**
 * The cases that supersede each other in a circle: each with the ids of its circle, sorted, one list a
 * circle. Tarjan's strongly connected components (1972) without recursion: linear in cases and entries.
 */
export function supersedingLoops(library: Library): ReadonlyMap<Case, readonly CaseId[]> {
  const search = new Search(library)
  for (const found of library.byPath.values()) if (found.supersedes.length > 0) search.from(found)
  return search.loops
}

class Search {
  readonly loops = new Map<Case, readonly CaseId[]>()
  readonly #library: Library
  readonly #order = new Map<Case, number>()
  /** The earliest case that can be reached back to. */
  readonly #least = new Map<Case, number>()
  readonly #open: Case[] = []
  readonly #isOpen = new Set<Case>()

  constructor(library: Library) {
    this.#library = library
  }

  from(start: Case): void {
    if (this.#order.has(start)) return
    const way = [this.#enter(start)]
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const other = step.older[step.next++]
      if (other === undefined) {
        way.pop()
        this.#leave(step.found, way.at(-1)?.found)
      } else if (!this.#order.has(other)) way.push(this.#enter(other))
      else if (this.#isOpen.has(other)) this.#lower(step.found, this.#order.get(other))
    }
  }

  #enter(found: Case): Step {
    const number = this.#order.size
    this.#order.set(found, number)
    this.#least.set(found, number)
    this.#open.push(found)
    this.#isOpen.add(found)
    const older = found.supersedes.flatMap(id => findCase(this.#library, id) ?? [])
    return { found, older, next: 0 }
  }

  #leave(found: Case, before: Case | undefined): void {
    const least = this.#least.get(found)
    if (before !== undefined) this.#lower(before, least)
    if (least !== this.#order.get(found)) return
    const circle = this.#open.splice(this.#open.lastIndexOf(found))
    for (const member of circle) this.#isOpen.delete(member)
    if (circle.length < 2) return
    const ids = circle.map(({ id }) => id).sort(byCodeUnit)
    for (const member of circle) this.loops.set(member, ids)
  }

  #lower(found: Case, to: number | undefined): void {
    const now = this.#least.get(found)
    if (to !== undefined && now !== undefined && to < now) this.#least.set(found, to)
  }
}
