import type { Body, Case } from '../model/case.js'

/** What of a case is made when it is first asked for. */
export interface LazyParts {
  readonly fields: Case['fields']
  readonly body: Body
}

type Lazy = Pick<Case, 'fields' | 'body'>

const PARTS = Symbol('parts')

interface Holder {
  readonly [PARTS]: LazyParts
}

// Functions that all cases share: V8 makes a new shape for every object whose accessors are its own,
// and collecting those costs more than all the reading.
const FIELDS = {
  enumerable: true,
  get(this: Holder): Case['fields'] {
    return this[PARTS].fields
  },
}
const BODY = {
  enumerable: true,
  get(this: Holder): Body {
    return this[PARTS].body
  },
}

/** Adds to the values of a case what is made of its parts when it is first asked for. */
export function withLazyParts<T extends object>(values: T, parts: LazyParts): T & Lazy {
  Object.defineProperty(values, PARTS, { value: parts })
  Object.defineProperty(values, 'fields', FIELDS)
  Object.defineProperty(values, 'body', BODY)
  return values as T & Lazy
}
