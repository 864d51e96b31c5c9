import { ofLatest } from '../lib/latest.js'
import { WordScan } from '../lib/word-scan.js'
import type { CaseFile } from '../model/case.js'
import { BETTER_EN, BETTER_ZH } from './better-words.js'
import { SIMPLIFIED_OF } from './script-variants.js'
import { MAY_BE_VAGUE_EN, MAY_BE_VAGUE_ZH } from './vague-words.js'

/** Words without any of which a rule has nothing to say of a body, by what they are signs of. */
const LISTS = {
  vagueZh: { exact: MAY_BE_VAGUE_ZH },
  vagueEn: { anyCase: MAY_BE_VAGUE_EN },
  better: { exact: BETTER_ZH, anyCase: BETTER_EN },
  mail: {
    exact: ['From', '发件人', 'Original Message', 'Forwarded message', ' wrote:'],
    anyCase: ['原始邮件', '转发邮件', '转发的邮件', '写道'],
  },
  address: { anyCase: ['://', 'www.'] },
  traditional: { exact: SIMPLIFIED_OF.keys() },
} as const

export type WordSign = keyof typeof LISTS
const NAMES = Object.keys(LISTS) as WordSign[]

const BITS = Object.fromEntries(NAMES.map((name, i) => [name, 1 << i])) as Readonly<Record<WordSign, number>>

let scan: WordScan | undefined

const signsOf = ofLatest(({ text, case: found }: CaseFile) =>
  signsIn(text.slice(found?.frontMatter.end ?? 0)),
)

/** True where the body of a file holds a word of a list; looked for once for all rules. */
export function holds(file: CaseFile, sign: WordSign): boolean {
  return hasSign(signsOf(file), sign)
}

/** The lists of which a text holds a word, for `hasSign`. */
export function signsIn(text: string): number {
  scan ??= new WordScan(NAMES.map(name => LISTS[name]))
  return scan.in(text)
}

export function hasSign(signs: number, sign: WordSign): boolean {
  return (signs & BITS[sign]) !== 0
}
