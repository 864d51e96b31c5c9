import { type Products, type ProductsData, productsOf } from '../model/products.js'
import { fixedCheck } from './fixed-check.js'
import { readSettings, type SettingsResult } from './settings.js'

/** Text of `products.yml` → which version each product has, checked; every problem has its place. */
export function readProducts(text: string): SettingsResult<Products> {
  const read = readSettings<ProductsData>(text, fixedCheck('products'), ['version', 'products'])
  return read.value === undefined ? read : { ...read, value: productsOf(read.value) }
}
