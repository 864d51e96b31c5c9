import type { SynonymsData } from '../model/synonyms.js'
import type { Taxonomy, Term } from '../model/taxonomy.js'
import type { ExpansionGroup, Expansions } from './expansions.js'
import { keyOf, MAX_STEPS, type Step, stepsOf } from './name-steps.js'
import { isStopWord } from './stem.js'
import { unitsOf } from './tokens.js'

/**
 * Everything that a search may also ask: the groups of synonyms.yml, and the names of each term of
 * the taxonomy, which stand for one another. Of a term the labels and aliases count; its id only
 * where it has no label, as people then see the id. A catch-all term (其他, Other) says nothing and
 * is left out. The names of a retired term lead to its successor, and nothing leads back to them.
 */
export function buildExpansions(taxonomy: Taxonomy, synonyms: SynonymsData = {}): Expansions {
  const builder = new Builder()
  for (const names of synonyms.equal ?? []) builder.add('synonym', names, names)
  for (const facet of taxonomy.facets.values()) {
    for (const term of facet.terms.values()) {
      const meant = successorOf(term, facet.terms)
      if (meant === undefined || meant.other) continue
      const names = termNames(meant)
      builder.add('taxonomy', term === meant ? names : termNames(term), names)
    }
  }
  for (const [name, others] of Object.entries(synonyms.associations ?? {})) {
    builder.add('association', [name], others)
  }
  return builder.finish()
}

class Builder {
  readonly #groups: ExpansionGroup[] = []
  readonly #positions = new Map<string, number>()
  readonly #keys = new Map<string, number[]>()
  #longest = 0

  /** Lets `from` lead to `to`; where they are the same, each leads to every other. */
  add(origin: ExpansionGroup['origin'], from: readonly string[], to: readonly string[]): void {
    const names = distinct(to)
    const only = from === to && names.length < 2
    if (names.length === 0 || only) return
    const position = this.#group(origin, names)
    for (const steps of from.flatMap(stepsOfName)) {
      const key = keyOf(steps)
      const known = this.#keys.get(key) ?? []
      if (!known.includes(position)) this.#keys.set(key, [...known, position])
      this.#longest = Math.max(this.#longest, steps.length)
    }
  }

  finish(): Expansions {
    return { groups: this.#groups, keys: Object.fromEntries(this.#keys), longest: this.#longest }
  }

  /** The position of a group; the same names of the same origin stand there once. */
  #group(origin: ExpansionGroup['origin'], names: readonly string[]): number {
    const id = JSON.stringify([origin, ...names])
    const known = this.#positions.get(id) ?? this.#groups.push({ origin, names }) - 1
    this.#positions.set(id, known)
    return known
  }
}

/** The term itself, or what a retired one leads to. */
function successorOf(term: Term, terms: ReadonlyMap<string, Term>): Term | undefined {
  if (term.retired === undefined) return term
  const next = terms.get(term.retired.use ?? '')
  return next?.retired === undefined ? next : undefined
}

function termNames({ id, labels, aliases }: Term): string[] {
  const shown = [labels.zh, labels.en].filter(name => name !== undefined)
  return [...(shown.length === 0 ? [id] : shown), ...aliases].filter(isTelling)
}

/**
 * False for names that stand in too many texts to mean the term: one character (高, 中, 低 of a
 * scale), a lone number, an English function word. Who writes synonyms may still give them.
 */
function isTelling(name: string): boolean {
  const units = unitsOf(name)
  const [only] = units
  if (units.length !== 1 || only === undefined) return units.length > 1
  if (only.kind === 'run') return only.parts.length > 0
  return only.kind !== 'number' && only.text.length > 1 && !isStopWord(only.text)
}

/** The names that are not the same to a search, each as it is written first. */
function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, string>()
  for (const name of names) {
    const key = keyOf(stepsOf(unitsOf(name)))
    if (key !== '' && !seen.has(key)) seen.set(key, name)
  }
  return [...seen.values()]
}

/** How a name may be typed: as written, and with spaces for its hyphens (end of day, wi fi). */
function stepsOfName(name: string): Step[][] {
  return [name, name.replace(/[-_]/g, ' ')]
    .map(spelling => stepsOf(unitsOf(spelling)))
    .filter(steps => steps.length > 0 && steps.length <= MAX_STEPS)
}
