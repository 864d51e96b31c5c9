import type { Taxonomy, Term } from '../model/taxonomy.js'
import type { ExpansionGroup, Expansions } from './expansions.js'
import { keyOf, type Step, stepsOf } from './name-steps.js'
import { findNames } from './query-names.js'
import { isStopWord } from './stem.js'
import { unitsOf } from './tokens.js'

/** A term or tag that a text names. */
export interface Mention {
  readonly dimension: string
  readonly value: string
  /** As the text says it. */
  readonly said: string
}

type Meant = Pick<Mention, 'dimension' | 'value'>

/** Shortest word that names a term by itself: `high` and `low` stand in too many texts. */
const LEAST_WORD = 5

/** Finds the names of terms and tags in texts, the longest one at each place. */
export class Mentions {
  readonly #keys: Record<string, number[]> = Object.create(null)
  readonly #meant = new Map<ExpansionGroup, Meant>()
  #longest = 0

  /** @param tags those of the library */
  constructor(taxonomy: Taxonomy, tags: Iterable<string>) {
    for (const { id: dimension, facet, level } of taxonomy.dimensions.values()) {
      for (const term of facet.terms.values()) {
        if (term.level !== level || term.retired !== undefined || term.other) continue
        this.#add(labelsOf(term), { dimension, value: term.id })
      }
    }
    for (const tag of tags) this.#add([tag], { dimension: 'tag', value: tag })
  }

  in(text: string): Mention[] {
    const names: Expansions = { groups: [...this.#meant.keys()], keys: this.#keys, longest: this.#longest }
    return findNames([{ text, units: unitsOf(text) }], names).flatMap(({ steps, groups }) =>
      groups.flatMap(group => {
        const meant = this.#meant.get(group)
        return meant === undefined ? [] : [{ ...meant, said: asSaid(text, steps) }]
      }),
    )
  }

  #add(names: readonly string[], meant: Meant): void {
    for (const name of names) {
      const steps = stepsOf(unitsOf(name))
      if (!isTelling(steps)) continue
      this.#longest = Math.max(this.#longest, steps.length)
      const key = keyOf(steps)
      this.#keys[key] = [...(this.#keys[key] ?? []), this.#meant.size]
    }
    this.#meant.set({ origin: 'taxonomy', names }, meant)
  }
}

function labelsOf({ id, labels, aliases }: Term): string[] {
  const shown = [labels.zh, labels.en].filter(label => label !== undefined)
  return [...(shown.length === 0 ? [id] : shown), ...aliases]
}

function isTelling([first, second]: readonly Step[]): boolean {
  if (first === undefined || second !== undefined) return second !== undefined
  const { kind, text } = first.unit
  return kind !== 'run' && kind !== 'number' && text.length >= LEAST_WORD && !isStopWord(text)
}

/** Part of a run as its characters, anything else from its first word to its last. */
function asSaid(text: string, steps: readonly Step[]): string {
  const [first, last] = [steps[0]?.unit, steps.at(-1)?.unit]
  if (first === last && first?.kind === 'run') return keyOf(steps)
  return text.slice(first?.start, last?.end)
}
