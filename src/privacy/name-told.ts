import { endOfLatinName } from './name-en-told.js'
import { endOfChineseName } from './name-zh-told.js'
import type { Recogniser } from './recogniser.js'
import { surnameStarts } from './surnames.js'

// What may begin a name, by UTF-16 code unit: one look at each tells that most places do not.
// Above 0 a surname.
const NONE = 0
const LATIN = 3
const STARTS = surnameStarts()
STARTS.fill(LATIN, 0x41, 0x5b)
STARTS.fill(LATIN, 0xc0, 0x250)

/** Names that are made as names are, where the sentence tells of a person. Asked of every text. */
export const toldName: Recogniser = {
  type: 'name',
  *find(text) {
    let last = -1
    for (let at = 0; at < text.length - 1; at++) {
      const kind = STARTS[text.charCodeAt(at)]
      if (kind === NONE) continue
      const end = kind === LATIN ? latinEnd(text, at) : endOfChineseName(text, at, last)
      if (end === undefined) continue
      yield { start: at, end }
      last = end
      at = end - 1
    }
  },
}

/** Codes and sizes begin so more often than words do: ESP32, P968377. */
function latinEnd(text: string, at: number): number | undefined {
  const next = text.charCodeAt(at + 1)
  const small = (next >= 0x61 && next <= 0x7a) || (next >= 0xc0 && next < 0x250) || next === 0x27
  return small ? endOfLatinName(text, at) : undefined
}
