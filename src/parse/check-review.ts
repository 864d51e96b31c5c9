import { type FieldPlace, KINDS, type Pointer, type Problem } from '../model/case.js'
import type { ReviewConfig } from '../model/review.js'

/** Problems of `review:` beyond its schema: a required role that nobody has. */
export function checkReview(
  { roles, required }: ReviewConfig,
  fields: ReadonlyMap<Pointer, FieldPlace>,
): Problem[] {
  return KINDS.flatMap(kind =>
    required[kind].flatMap((role, i) => {
      if (roles.has(role)) return []
      const pointer = `/review/required/${kind}/${i}`
      const place = fields.get(pointer)
      return [
        { ...UNKNOWN, args: { kind, role }, pointer, ...(place === undefined ? {} : { at: place.value }) },
      ]
    }),
  )
}

const UNKNOWN = {
  rule: 'config',
  code: 'unknownRole',
  message: {
    en: 'review.required.{kind} names the role `{role}`, which `review.roles` gives to nobody.',
    zh: 'review.required.{kind} 用到了角色 `{role}`，但 `review.roles` 没有给出它的评审人。',
  },
} as const
