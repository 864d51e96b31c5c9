import type { IndexDocument } from '../../src/store/document.js'
import { Random } from './random.js'

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SYLLABLES = [
  'ba',
  'con',
  'de',
  'el',
  'fan',
  'gri',
  'ho',
  'in',
  'ler',
  'mo',
  'nu',
  'per',
  'ro',
  'sta',
  'ti',
  'ver',
]
const SIGNS = ['E', 'F', 'AL', 'INV', 'net_err', 'ABB']

/** Words of both languages and codes, the commonest first. */
interface Words {
  readonly chinese: readonly string[]
  readonly english: readonly string[]
  readonly codes: readonly string[]
}

/**
 * Documents in no order of their ids: Chinese, English and codes, each field now and then empty, words
 * as uneven as in a library. Equal seeds and counts make equal documents.
 */
export function generateCases(count: number, seed: number): IndexDocument[] {
  const random = new Random(seed)
  const words = wordsOf(random, count)
  const ids = new Set<string>()
  while (ids.size < count) ids.add(`CASE-${random.times(5, () => random.pick([...LETTERS])).join('')}`)
  return [...ids].map(id => generateCase(id, random, words))
}

function wordsOf(random: Random, count: number): Words {
  // A vocabulary grows with the root of the text (Heaps' law).
  const size = 200 + 20 * Math.round(Math.sqrt(count))
  const characters = random.times(600, () => String.fromCharCode(random.int(0x4e00, 0x9fa5)))
  return {
    // A character outside the first plane is two code units, and sorts before some inside it.
    chinese: random.times(size, () =>
      random.times(random.int(2, 4), () => random.zipf([...characters, '𠮷'])).join(''),
    ),
    english: random.times(size, () => random.times(random.int(1, 4), () => random.zipf(SYLLABLES)).join('')),
    codes: random.times(size, () => `${random.pick(SIGNS)}-${random.int(1, 9)}${random.int(0, 999)}`),
  }
}

function generateCase(id: string, random: Random, words: Words): IndexDocument {
  const some = (least: number, most: number): string[] =>
    random.times(random.int(least, most), () => text(random, words, random.int(2, 8)))
  return {
    id,
    path: `cases/${id}.md`,
    title: text(random, words, random.int(2, 7)),
    kind: 'case',
    status: 'published',
    language: 'zh-CN',
    facets: {},
    tags: random.times(random.int(0, 3), () => random.zipf(words.english)),
    errorCodes: random.times(random.int(0, 2), () => random.zipf(words.codes)),
    customerPhrases: some(0, 3),
    causes: [],
    details: [],
    related: [],
    sections: [
      { id: 'problem', title: '', text: text(random, words, random.int(0, 20)) },
      { id: 'solution', title: '', text: text(random, words, random.int(0, 40)) },
    ],
  }
}

function text(random: Random, { chinese, english, codes }: Words, length: number): string {
  const word = (): string => {
    const kind = random.next()
    if (kind < 0.55) return random.zipf(chinese)
    return kind < 0.93 ? ` ${random.zipf(english)} ` : ` ${random.zipf(codes)}，`
  }
  return random.times(length, word).join('')
}
