import { latinAddresses } from './address-en.js'
import { chineseAddresses } from './address-zh.js'
import type { Recogniser } from './recogniser.js'

/** Postal addresses with a house number. */
export const address: Recogniser = {
  type: 'address',
  *find(text) {
    yield* chineseAddresses(text)
    yield* latinAddresses(text)
  },
}
