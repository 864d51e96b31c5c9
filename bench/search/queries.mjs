import { generateCase } from '../library/library.mjs'
import { codeOf, PRODUCTS } from '../library/products.mjs'
import { Random } from '../library/random.mjs'
import { CAUSES_OF, SYMPTOMS_OF } from '../library/symptoms.mjs'

/** Two words that a large part of the cases has: what a cold search is asked. */
export const COMMON_WORDS = '设备停机 温度过高'

/** How many of each form make the mix. */
const MIX = {
  'one word, zh': [20, pick => pick.either(pick.symptom.zh, pick.part.zh)],
  'two words, zh': [40, pick => `${pick.symptom.zh} ${pick.part.zh}`],
  'three words, zh': [20, pick => `${pick.product.shortZh} ${pick.symptom.zh} ${pick.part.zh}`],
  'one word, en': [10, pick => pick.part.en.split(' ').at(-1)],
  'two words, en': [20, pick => pick.part.en],
  'three words, en': [10, pick => `${pick.product.shortEn} ${pick.part.en} ${pick.cause.en}`],
  'word and code': [10, pick => `${pick.symptom.zh} ${pick.code}`],
  code: [20, pick => pick.code],
  rare: [20, pick => pick.rare],
  phrase: [10, pick => `"${pick.either(pick.part.zh + pick.cause.zh, pick.part.en)}"`],
  required: [10, pick => `+${pick.symptom.zh} ${pick.part.zh}`],
  field: [5, pick => `title:${pick.symptom.zh}`],
  excluded: [5, pick => `${pick.part.zh} -${pick.symptom.zh}`],
}

const RARE_FORMS = [
  /\b(SN[0-9A-Z]{9})\b/,
  /`([a-z]+\.[a-z_]+)`/,
  /[（(]([A-Z]{2}\d\d[^，,）)]*)/,
  /\n(\p{Script=Han}{5,10})的/u,
]

/** A serial number, a setting, a model or the name of a site out of some case. */
function rareWord(random, seed, size) {
  for (;;) {
    const { text } = generateCase(seed, Math.floor(random.next() * size), size)
    const found = random.pick(RARE_FORMS).exec(text)
    if (found !== null) return found[1]
  }
}

/** Two hundred queries as people type them into a generated library: the same for a seed and a size. */
export function mixedQueries(seed, size) {
  const random = new Random(seed, 0x7fffffff)
  const list = []
  for (const [form, [count, write]] of Object.entries(MIX)) {
    for (let i = 0; i < count; i++) {
      const product = random.zipf(PRODUCTS)
      const text = write({
        product,
        part: random.pick(random.pick(product.modules).parts),
        symptom: random.zipf(SYMPTOMS_OF[product.nature]),
        cause: random.zipf(CAUSES_OF[product.nature]),
        code: codeOf(product, random.rank(180)),
        rare: rareWord(random, seed, size),
        either: (a, b) => (i % 2 === 0 ? a : b),
      })
      list.push({ form, text })
    }
  }
  return list
}
