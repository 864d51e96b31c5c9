import type { Kind } from '../model/case.js'
import type { Config } from '../model/config.js'
import type { HeadingMeaning } from './fast-outline.js'
import { foldHeading, type SectionNames, sectionNames } from './headings.js'

/** How many headings are remembered with their section. */
const MAX_TITLES = 1000

/** Knows what the headings of a library's cases mean; remembers those that it was asked for. */
export class SectionFinder {
  readonly names: SectionNames
  readonly #ids = new Map<string, string | undefined>()

  constructor(config: Config) {
    this.names = sectionNames(config)
  }

  readonly #idOf = (title: string): string | undefined => {
    const known = this.#ids.get(title)
    if (known !== undefined || this.#ids.has(title)) return known
    const id = this.names.sectionOf.get(foldHeading(title))
    if (this.#ids.size < MAX_TITLES) this.#ids.set(title, id)
    return id
  }

  of(kind: Kind): HeadingMeaning {
    return { idOf: this.#idOf, audienceOf: this.names.audienceOf[kind] }
  }
}
