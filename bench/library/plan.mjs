import { codeOf, PRODUCTS } from './products.mjs'
import { mix, Random } from './random.mjs'
import { CAUSES_OF, SYMPTOMS_OF } from './symptoms.mjs'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BITS = 25
const MASK = 2 ** BITS - 1
const DAY = 86_400_000
const FIRST_MONTH = Date.UTC(2022, 0, 1)
const DAYS = Math.round((Date.UTC(2026, 9, 28) - FIRST_MONTH) / DAY)

/** An id with no order in it: every step is a bijection of 25 bits, so no two cases share one. */
function idOf(seed, index) {
  let x = (index + mix(seed)) & MASK
  x = Math.imul(x, 0x1b873593) & MASK
  x ^= x >>> 13
  x = Math.imul(x, 0x0cc9e2d5) & MASK
  x ^= x >>> 11
  let text = ''
  for (let shift = BITS - 5; shift >= 0; shift -= 5) text += CROCKFORD[(x >>> shift) & 31]
  return `CASE-${text}`
}

const day = time => new Date(time).toISOString().slice(0, 10)

/** Shares as in a library of some years: drafts, reviews, old ones. */
const STATUSES = [
  [0.895, 'published'],
  [0.925, 'needs-review'],
  [0.95, 'in-review'],
  [0.97, 'draft'],
  [0.995, 'archived'],
  [1, 'withdrawn'],
]

/** Language, kind and status of a case, before its neighbour has a say. */
function outline(seed, index, size) {
  const random = new Random(seed, 3 * index)
  const language = random.chance(0.7) ? 'zh' : 'en'
  const kind = random.next()
  const drawn = random.next()
  return {
    language,
    // The last case of an odd library has no neighbour to name, which a procedure needs.
    kind: index === size - 1 && size % 2 === 1 ? 'case' : kind < 0.8 ? 'case' : kind < 0.9 ? 'sop' : 'faq',
    status: STATUSES.find(([share]) => drawn < share)[1],
    random,
  }
}

/** What a case and its neighbour have to do with each other: nothing, `related`, or the second replaces the first. */
function relation(seed, index, size) {
  const first = index & ~1
  if (first + 1 >= size) return 'none'
  const drawn = new Random(seed, 3 * first + 1).next()
  const kinds = [outline(seed, first, size).kind, outline(seed, first + 1, size).kind]
  if (drawn < 0.04 && !kinds.includes('sop')) return 'supersedes'
  return drawn < 0.25 || kinds.includes('sop') ? 'related' : 'none'
}

/**
 * Everything about case number `index` that another case may name: a function of seed, index and
 * size alone, so that no table of the library is kept.
 */
export function planCase(seed, index, size) {
  const { language, kind, status: drawn, random } = outline(seed, index, size)
  const bond = relation(seed, index, size)
  const older = index % 2 === 0
  const status = bond !== 'supersedes' ? drawn : older ? 'superseded' : 'published'
  const product = random.zipf(PRODUCTS)
  const module = random.pick(product.modules)
  const symptom = random.zipf(SYMPTOMS_OF[product.nature])
  const cause = random.zipf(CAUSES_OF[product.nature])
  const code = codeOf(product, random.rank(180))
  const opened = FIRST_MONTH + DAY * Math.floor(DAYS * Math.sqrt(random.next()))
  const created = opened + DAY * random.int(0, 9)
  const updated = Math.min(created + DAY * random.rank(500), Date.UTC(2026, 10, 20))
  const id = idOf(seed, index)
  const name = language === 'zh' ? [product.shortZh, code, symptom.zh] : [product.shortEn, code, symptom.en]
  const slug = name
    .join('-')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  const folder = `${status === 'archived' ? 'archive' : 'cases'}/${product.id}/${day(created).slice(0, 7)}`
  return {
    index,
    id,
    language,
    kind,
    status,
    bond,
    older,
    product,
    module,
    symptom,
    cause,
    code,
    random,
    opened: day(opened),
    created: day(created),
    updated: day(updated),
    folder,
    file: `${id}-${slug}.md`,
  }
}

/** The plan of the case that this one names, or undefined. */
export function neighbourOf(plan, seed, size) {
  return plan.bond === 'none' ? undefined : planCase(seed, plan.index ^ 1, size)
}
