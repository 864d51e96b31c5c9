import { AGENT } from './agent.js'
import { AUTHOR } from './author.js'
import { OWNER } from './owner.js'
import { REVIEWER } from './reviewer.js'
import type { Tutorial, TutorialRole } from './step.js'

/** Every role's ten minutes, in the order of the loop. */
export const TUTORIALS: Readonly<Record<TutorialRole, Tutorial>> = {
  agent: AGENT,
  author: AUTHOR,
  reviewer: REVIEWER,
  owner: OWNER,
}
