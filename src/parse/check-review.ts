import { type FieldPlace, KINDS, type Pointer, type Problem } from '../model/case.js'
import type { ReviewConfig } from '../model/review.js'

/** Problems of `review:` beyond its schema: a role that nobody has. */
export function checkReview(
  { roles, required, exceptions }: ReviewConfig,
  fields: ReadonlyMap<Pointer, FieldPlace>,
): Problem[] {
  const unknown = (list: string, names: readonly string[]): Problem[] =>
    names.flatMap((role, i) => {
      if (roles.has(role)) return []
      const pointer = `/review/${list.replace('.', '/')}/${i}`
      const place = fields.get(pointer)
      const at = place === undefined ? {} : { at: place.value }
      return [{ ...UNKNOWN, args: { list, role }, pointer, ...at }]
    })
  return [
    ...KINDS.flatMap(kind => unknown(`required.${kind}`, required[kind])),
    ...unknown('exceptions', exceptions),
  ]
}

const UNKNOWN = {
  rule: 'config',
  code: 'unknownRole',
  message: {
    en: 'review.{list} names the role `{role}`, which `review.roles` gives to nobody.',
    zh: 'review.{list} 用到了角色 `{role}`，但 `review.roles` 没有给出它的评审人。',
  },
} as const
