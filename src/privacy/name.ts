import { latinNames } from './name-en.js'
import { chineseNames } from './name-zh.js'
import type { Recogniser } from './recogniser.js'

/** Names of persons, which only their surroundings give away. */
export const name: Recogniser = {
  type: 'name',
  *find(text) {
    yield* chineseNames(text)
    yield* latinNames(text)
  },
}
