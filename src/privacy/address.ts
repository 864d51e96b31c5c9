import { LATIN_ADDRESS_WORDS, latinAddresses } from './address-en.js'
import { EUROPEAN_ADDRESS_WORDS, europeanAddresses } from './address-eu.js'
import { CHINESE_ADDRESS_WORDS, chineseAddresses } from './address-zh.js'
import type { Recogniser } from './recogniser.js'

/** Postal addresses with a house number. */
export const address: Recogniser = {
  type: 'address',
  words: { exact: [...CHINESE_ADDRESS_WORDS, ...LATIN_ADDRESS_WORDS, ...EUROPEAN_ADDRESS_WORDS] },
  *find(text) {
    yield* chineseAddresses(text)
    yield* latinAddresses(text)
    yield* europeanAddresses(text)
  },
}
