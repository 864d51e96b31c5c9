import type { IndexReader, Postings } from '../store/reader.js'
import type { ExpansionGroup, Expansions } from './expansions.js'
import { keyOf, type Step, stepsOf } from './name-steps.js'
import { type FoundName, findNames, type Stretch } from './query-names.js'
import { saidIn } from './said.js'
import { unitsOf } from './tokens.js'

/** Cases that say a stretch of a text in other words, and what that is worth against its own. */
export interface OtherWords {
  /** The terms of the stretch. */
  readonly own: readonly string[]
  readonly worth: number
  /** By reader: documents, ascending. */
  readonly documents: readonly Uint32Array[]
}

/** An association (设备停机 → 电机过热) is a guess, another name of a thing nearly the thing itself. */
const WORTH: Readonly<Record<ExpansionGroup['origin'], number>> = {
  synonym: 0.8,
  taxonomy: 0.8,
  association: 0.5,
}

/** Names of a text that are looked up, and other names of each. */
const MAX_NAMES = 24
const MAX_OTHERS = 12

/** Finds the cases that say the names of a text by other names, as synonyms and taxonomy have them. */
export async function otherWords(
  readers: readonly IndexReader[],
  stretches: readonly Stretch[],
  expansions: Expansions,
): Promise<OtherWords[]> {
  const names = findNames(stretches, expansions).slice(0, MAX_NAMES)
  const found = await Promise.all(names.map(name => otherWordsFor(readers, name)))
  return found.flat().filter(({ documents }) => documents.some(list => list.length > 0))
}

function otherWordsFor(readers: readonly IndexReader[], { steps, groups }: FoundName): Promise<OtherWords[]> {
  const own = termsOf(steps)
  const key = keyOf(steps)
  return Promise.all(
    groups.map(async ({ origin, names }) => {
      const others = names.map(name => stepsOf(unitsOf(name))).filter(other => keyOf(other) !== key)
      const documents = readers.map(reader => documentsOfAny(reader, others.slice(0, MAX_OTHERS)))
      return { own, worth: WORTH[origin], documents: await Promise.all(documents) }
    }),
  )
}

/** The terms inside the steps of a name: the bigrams of neighbouring characters, the words. */
function termsOf(steps: readonly Step[]): string[] {
  return steps.flatMap((step, i) => {
    if (step.unit.kind !== 'run') return [step.text]
    const next = steps[i + 1]
    return next?.unit === step.unit ? [step.text + next.text] : []
  })
}

async function documentsOfAny(
  reader: IndexReader,
  names: readonly (readonly Step[])[],
): Promise<Uint32Array> {
  const lists = await Promise.all(names.map(name => documentsOfAll(reader, termsInName(name))))
  return Uint32Array.from(new Set(lists.flatMap(list => [...list]))).sort()
}

function termsInName(steps: readonly Step[]): string[] {
  const units = [...new Set(steps.map(({ unit }) => unit))]
  return [...new Set(saidIn(units, 1).map(({ term }) => term))]
}

async function documentsOfAll(reader: IndexReader, terms: readonly string[]): Promise<readonly number[]> {
  const postings = await Promise.all(terms.map(term => reader.postings(term)))
  const [first, ...others] = postings.map(documentsIn)
  return [...(first ?? [])].filter(document => others.every(own => own.has(document)))
}

/** The documents that have a term in any field. */
function documentsIn(postings: Postings | undefined): Set<number> {
  const found = new Set<number>()
  for (const field of postings?.fields ?? [])
    for (const document of field?.documents ?? []) found.add(document)
  return found
}
