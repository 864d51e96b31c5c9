import type { Pointer } from './case.js'

/** A field as people name it: `product.name` for `/product/name`; '' for the whole. */
export function fieldName(pointer: Pointer): string {
  return pointer.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~')
}

/** The pointer of a key below a group. */
export function below(group: Pointer, key: string): Pointer {
  return `${group}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
}
