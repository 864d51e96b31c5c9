import type { Day } from '../lib/day.js'

/** The version of a product that customers get now. */
export interface ProductVersion {
  readonly version: string
  /** The day since which they do. */
  readonly released?: Day
}

/** `products.yml`: what conditions such as `review_when: product>=3.2` are held against. */
export interface ProductsData {
  readonly version?: number
  /** By term id of the product. */
  readonly products?: Readonly<Record<string, string | ProductVersion>>
}

/** Product → its version, in one form. */
export type Products = ReadonlyMap<string, ProductVersion>

/** Brings what was written into one form. */
export function productsOf({ products = {} }: ProductsData): Products {
  return new Map(
    Object.entries(products).map(([id, written]): [string, ProductVersion] => [
      id,
      typeof written === 'string' ? { version: written } : written,
    ]),
  )
}
