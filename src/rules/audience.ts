import type { Audience, Case } from '../model/case.js'
import type { Config } from '../model/config.js'

const WIDTH: Readonly<Record<Audience, number>> = { internal: 0, partner: 1, public: 2 }

/** True when fewer people may read `a` than `b`. */
export function isNarrower(a: Audience, b: Audience): boolean {
  return WIDTH[a] < WIDTH[b]
}

/** Who may read a case. */
export function audienceOf({ audience }: Case, { defaultAudience }: Config): Audience {
  return audience ?? defaultAudience
}

/** Who may read what stands at an offset of a case's file: a section may be for fewer than the case. */
export function audienceAt(found: Case, offset: number, config: Config): Audience {
  const whole = audienceOf(found, config)
  const section = found.body.sections.find(({ at, content }) => at.start <= offset && offset < content.end)
  const own = section?.audience
  return own !== undefined && isNarrower(own, whole) ? own : whole
}
