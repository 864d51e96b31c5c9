import { LATIN_NAME_WORDS, LATIN_TITLES, latinNames } from './name-en.js'
import { CHINESE_NAME_WORDS, chineseNames } from './name-zh.js'
import type { Recogniser } from './recogniser.js'

/** Names of persons behind a label or beside a title. */
export const name: Recogniser = {
  type: 'name',
  words: { exact: [...CHINESE_NAME_WORDS, ...LATIN_TITLES], anyCase: LATIN_NAME_WORDS },
  *find(text) {
    yield* chineseNames(text)
    yield* latinNames(text)
  },
}
