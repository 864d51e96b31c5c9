import type { Config, Terminology } from '../model/config.js'
import { namesOf, type Taxonomy } from '../model/taxonomy.js'
import type { Settings } from './rule.js'

/** A word to avoid, where it was found in a text. */
export interface TermMatch {
  readonly term: Terminology
  readonly start: number
  readonly end: number
}

/**
 * Finds the words to avoid. The longest word wins from left to right, and preferred words and names
 * of the taxonomy are words too: 猫 in 光猫 and 路由 in 路由器 are not found. Words in Latin script are
 * found whole and in any letter case.
 */
export class TermMatcher {
  readonly #pattern: RegExp | undefined
  /** Folded word → the term that avoids it; undefined for a word that is fine. */
  readonly #terms = new Map<string, Terminology | undefined>()

  constructor(terms: readonly Terminology[], fine: readonly string[]) {
    for (const term of terms) {
      for (const word of term.avoid) if (!this.#terms.has(fold(word))) this.#terms.set(fold(word), term)
    }
    const avoided = [...this.#terms.keys()]
    for (const word of [...terms.map(term => term.use), ...fine]) {
      const key = fold(word)
      if (!this.#terms.has(key) && avoided.some(other => key.includes(other))) this.#terms.set(key, undefined)
    }
    const words = [...this.#terms.keys()].sort((a, b) => b.length - a.length)
    if (words.length > 0) this.#pattern = new RegExp(words.map(bounded).join('|'), 'giu')
  }

  *find(text: string): Iterable<TermMatch> {
    if (this.#pattern === undefined) return
    for (const { 0: word, index } of text.matchAll(this.#pattern)) {
      const term = this.#terms.get(fold(word))
      // A preferred word may differ from one to avoid in letter case alone.
      if (term === undefined || term.use === word) continue
      yield { term, start: index, end: index + word.length }
    }
  }
}

function fold(word: string): string {
  return word.toLowerCase()
}

function bounded(word: string): string {
  const escaped = word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  const before = /^[\p{Script=Latin}\d]/u.test(word) ? '(?<![\\p{Script=Latin}\\d_-])' : ''
  const after = /[\p{Script=Latin}\d]$/u.test(word) ? '(?![\\p{Script=Latin}\\d_-])' : ''
  return before + escaped + after
}

const matchers = new WeakMap<Config, Map<string, TermMatcher>>()

/** The matcher of a library for one language, a first subtag such as `zh`; made once. */
export function termMatcher({ config, taxonomy }: Settings, language: string): TermMatcher {
  let byLanguage = matchers.get(config)
  if (byLanguage === undefined) {
    byLanguage = new Map()
    matchers.set(config, byLanguage)
  }
  let matcher = byLanguage.get(language)
  if (matcher === undefined) {
    const terms = config.terms.filter(term => term.language === undefined || term.language === language)
    matcher = new TermMatcher(terms, terms.length === 0 ? [] : allNames(taxonomy))
    byLanguage.set(language, matcher)
  }
  return matcher
}

function allNames(taxonomy: Taxonomy): string[] {
  return [...taxonomy.facets.values()].flatMap(facet => [...facet.terms.values()].flatMap(namesOf))
}
