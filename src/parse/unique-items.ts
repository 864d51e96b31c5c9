import { _, type Ajv2020, type KeywordCxt, str } from 'ajv/dist/2020.js'
import { firstPair } from './first-pair.js'

/**
 * Replaces ajv's `uniqueItems`, which asks items for methods: maps of ours have none, or a key of
 * that name, and then it throws. It also compares each with each; this looks every item up once.
 */
export function withUniqueItems(ajv: Ajv2020): Ajv2020 {
  ajv.removeKeyword('uniqueItems')
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    error: {
      message: ({ params: { pair } }) =>
        str`must NOT have duplicate items (items ## ${_`${pair}.i`} and ${_`${pair}.j`} are identical)`,
      params: ({ params: { pair } }) => _`${pair}`,
    },
    code(cxt: KeywordCxt) {
      if (cxt.schema !== true) return
      // Named as a module imports it, where the code becomes one.
      const find = cxt.gen.scopeValue('func', { ref: firstPair, code: _`firstPair` })
      const pair = cxt.gen.const('pair', _`${find}(${cxt.data})`)
      cxt.setParams({ pair })
      cxt.fail(_`${pair} !== undefined`)
    },
  })
  return ajv
}
