import type { Pointer } from './case.js'

/** A field as people name it: `product.name` for `/product/name`; '' for the whole. */
export function fieldName(pointer: Pointer): string {
  return pointer.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~')
}
