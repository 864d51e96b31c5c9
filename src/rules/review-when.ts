import { didYouMean } from '../lib/did-you-mean.js'
import { fill } from '../lib/message.js'
import { nearest } from '../lib/near-names.js'
import type { Library } from '../library/library.js'
import {
  OWN_PRODUCT,
  ownProducts,
  productMeant,
  type ReviewCondition,
  readCondition,
} from '../library/review-condition.js'
import type { Case, CaseFile, RepoPath } from '../model/case.js'
import type { Products } from '../model/products.js'
import type { Range } from '../model/range.js'
import { readProducts } from '../parse/read-products.js'
import { exampleCase } from './example.js'
import { acceptedItems } from './refused.js'
import { defineRule, type Finding, NO_OPTIONS, type Rule } from './rule.js'

const MESSAGES = {
  form: {
    en: '`{text}` is no condition. Write a product, a comparison and a version: `product>=3.2` for the product of the case, `home-router>=3.2` for another.',
    zh: '`{text}` 不是有效的条件。请写成产品、比较符和版本：`product>=3.2` 指案例自身的产品，`home-router>=3.2` 指其他产品。',
  },
  noProduct: {
    en: '`{text}` speaks of the product of the case, and the case names none. Set `product.name`, or name the product in the condition.',
    zh: '`{text}` 指案例自身的产品，但案例没有写产品。请填写 `product.name`，或在条件中写明产品。',
  },
  unknownProduct: {
    en: 'The condition `{text}` can never be met: {file} gives no version of `{product}`.{suggestion}',
    zh: '条件 `{text}` 永远无法满足：{file} 中没有 `{product}` 的版本。{suggestionZh}',
  },
  products: {
    en: 'The file cannot be used, so no condition can be met: {problem}',
    zh: '文件无法使用，因此没有条件能够满足：{problemZh}',
  },
} as const

export const reviewWhen: Rule = defineRule({
  id: 'review-when',
  scope: 'library',
  ofIds: true,
  severity: 'warning',
  summary: {
    en: 'A condition for a review can be read, and its product has a version in `products.yml`.',
    zh: '复审条件可以识别，且其产品在 `products.yml` 中有版本。',
  },
  why: {
    en: 'A case that says "read me again from version 3.2 on" is forgotten where nobody says which version customers have. Keep `products.yml` (`products: { home-router: { version: "3.2", released: 2026-11-02 } }`); `casectl review due` then lists the case with its reason.',
    zh: '案例写明“3.2 版起请复审”，但若没有人登记客户现用的版本，就会被遗忘。请维护 `products.yml`（`products: { home-router: { version: "3.2", released: 2026-11-02 } }`），`casectl review due` 便会列出该案例并说明理由。',
  },
  messages: MESSAGES,
  options: NO_OPTIONS,
  examples: {
    good: {
      'products.yml': 'products: { home-router: "3.1" }\n',
      'cases/a.md': exampleCase({ review_when: 'product>=3.2' }),
    },
    bad: {
      'products.yml': 'products: { home-router: "3.1" }\n',
      'cases/a.md': exampleCase({ review_when: 'home-ruter>=3.2' }),
    },
  },
  gather: ({ file }) =>
    file.case?.reviewWhen.length ? { conditions: [...file.case.reviewWhen] } : undefined,
  *check({ library, gathered }) {
    const files = library.files.filter(file => file.case !== undefined && gathered(file) !== undefined)
    if (files.length === 0) return
    const { products, findings } = productsIn(library)
    yield* findings
    for (const file of files) if (file.case !== undefined) yield* ofCase(file.case, file, library, products)
  },
})

/** What is read of the file, in bytes: as much as of other settings. */
const MOST_BYTES = 8 * 1024 * 1024

type Found = Finding<typeof MESSAGES> & { readonly path: RepoPath }

/** What the library's file says; no products where it cannot be used. */
function productsIn({ config, disk }: Library): { products: Products | undefined; findings: Found[] } {
  const path = config.products
  const text = disk.read(path, ({ size, piece }) =>
    new TextDecoder().decode(piece(0, Math.min(size, MOST_BYTES))),
  )
  const read = readProducts(text ?? '')
  if (read.value !== undefined) return { products: read.value, findings: [] }
  const findings = read.problems.map(({ message, args, at }): Found => {
    const { en, zh } = fill(message, args)
    return { code: 'products', args: { problem: en, problemZh: zh }, path, at, severity: 'error' }
  })
  return { products: undefined, findings }
}

function* ofCase(
  found: Case,
  file: CaseFile,
  library: Library,
  products: Products | undefined,
): Iterable<Found> {
  const own = ownProducts(found, library.taxonomy)
  for (const [i, text] of found.reviewWhen.entries()) {
    const condition = readCondition(text)
    const at = placeOf(found, file, i)
    const { path } = found
    if (condition === undefined) yield { code: 'form', args: { text }, path, at }
    else if (condition.product === OWN_PRODUCT && own.length === 0)
      yield { code: 'noProduct', args: { text }, path, at }
    else if (products !== undefined && productMeant(condition, own, products) === undefined)
      yield {
        code: 'unknownProduct',
        args: { text, ...unknown(condition, own, library, products) },
        path,
        at,
      }
  }
}

function unknown(
  { product }: ReviewCondition,
  own: readonly string[],
  { config }: Library,
  products: Products,
): { product: string; file: string; suggestion: string; suggestionZh: string } {
  const meant = product === OWN_PRODUCT ? (own.at(-1) ?? product) : product
  return { product: meant, file: config.products, ...didYouMean(nearest(meant, products.keys())) }
}

function placeOf(found: Case, file: CaseFile, i: number): Range | undefined {
  const item = acceptedItems(found, file, '/review_when')[i]
  return found.fields.get(item ?? '/review_when')?.value ?? found.fields.get('/review_when')?.value
}
