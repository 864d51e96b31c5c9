import { CREDIT_CHARACTERS, mod31, organisationCheck } from './checksums.js'
import { startsWithProvince } from './cn-regions.js'
import { before } from './context.js'
import { accepted, type Recogniser, whole } from './recogniser.js'

const LETTER = `[${CREDIT_CHARACTERS}]`
// Department, kind, region, organisation, check: 1 + 1 + 6 + 9 + 1, as it stands or in these groups.
const CODE = new RegExp(
  String.raw`(?<![\dA-Za-z][-.]?)(?:[1-9ANY][1-59]\d{6}${LETTER}{10}|[1-9ANY][1-59][ -]\d{6}[ -]${LETTER}{9}[ -]?${LETTER}|[1-9ANY][1-59]\d{2}[ -]\d{4}[ -](?:${LETTER}{4}[ -]){2}${LETTER}{2})(?![\dA-Za-z])`,
  'g',
)
const CONTEXT = /信用代码|税号|纳税人|识别号|执照|uscc|credit code|tax/i

/** Unified social credit codes (GB 32100-2015): region and check character. */
export const cnUscc: Recogniser = {
  type: 'cn_uscc',
  *find(text, numbers) {
    if (!numbers.some(({ start }) => goesOn(text, start))) return
    yield* accepted(CODE, text, match => {
      const code = match[0].replace(/[ -]/g, '')
      return whole(match, isCode(code) && (!/^\d+$/.test(code) || isPlausible(code, text, match.index)))
    })
  },
}

/** True where a run of digits goes on with as many digits and capitals as a code has. */
function goesOn(text: string, start: number): boolean {
  let count = 0
  for (let at = start; at < text.length; at++) {
    const char = text.charAt(at)
    if (CREDIT_CHARACTERS.includes(char)) count++
    else if (!BETWEEN.includes(char)) break
    // The first of the eighteen may be a letter before the run.
    if (count === 17) return true
  }
  return false
}

/** What stands between the digits of a run; a code has only the first two. */
const BETWEEN = ' -.()+'

function isCode(code: string): boolean {
  const region = code.slice(2, 4)
  return (startsWithProvince(region) || region === '10') && mod31(code.slice(0, 17)) === code[17]
}

/** One number of 31 passes the check by chance: digits alone ask for more. */
function isPlausible(code: string, text: string, start: number): boolean {
  return organisationCheck(code.slice(8, 16)) === code[16] || CONTEXT.test(before(text, start, 24))
}
