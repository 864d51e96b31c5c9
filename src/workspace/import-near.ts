import { nearRows } from '../import/near-rows.js'
import type { Tally } from '../import/tally.js'
import type { WordStore } from '../io/word-store.js'
import type { Config } from '../model/config.js'
import { type ExistingCases, likenessOf } from './import-existing.js'
import type { StagedDraft } from './import-stage.js'

/**
 * Sets aside the drafts that say nearly what another case or an earlier draft says.
 * @returns their numbers among the drafts
 */
export function setNearAside(
  drafts: readonly StagedDraft[],
  existing: ExistingCases,
  store: WordStore,
  config: Config,
  tally: Tally,
): ReadonlySet<number> {
  const likeness = likenessOf(config)
  const aside = new Set<number>()
  for (const [language, texts] of existing.texts) {
    const wordsOf = (i: number): Uint32Array => store.get(texts[i]?.words ?? 0)
    for (const { draft, other, likeness: found } of nearRows(
      texts,
      existing.sketches(language),
      wordsOf,
      likeness,
    )) {
      const staged = drafts[draft]
      const near = texts[other]?.id
      if (staged === undefined || near === undefined) continue
      aside.add(draft)
      const { number, place } = staged
      tally.setAside({ number, place, outcome: 'near', other: near, likeness: found })
    }
  }
  return aside
}
