import { WordScan } from '../lib/word-scan.js'
import type { Allowed, PersonalDatum } from '../model/personal-data.js'
import { address } from './address.js'
import { bankCard } from './bank-card.js'
import { cnId } from './cn-id.js'
import { cnId15 } from './cn-id15.js'
import { cnLandline } from './cn-landline.js'
import { cnMobile } from './cn-mobile.js'
import { cnPlate } from './cn-plate.js'
import { cnUscc } from './cn-uscc.js'
import { email } from './email.js'
import { FoldedText } from './folded-text.js'
import { ip } from './ip.js'
import { name } from './name.js'
import { toldName } from './name-told.js'
import { numberRuns } from './number-runs.js'
import { passport } from './passport.js'
import { phone } from './phone.js'
import { qq } from './qq.js'
import type { NumberRun, Recogniser } from './recogniser.js'
import { secret } from './secret.js'
import { wechat } from './wechat.js'

/** Those that look at runs of digits only. */
const NUMBERS: readonly Recogniser[] = [cnId, bankCard, cnMobile, cnLandline, phone, cnId15]
/** Of two that find the same, the first gives the type. */
const OTHERS: readonly Recogniser[] = [
  secret,
  cnUscc,
  email,
  ip,
  passport,
  wechat,
  qq,
  cnPlate,
  address,
  name,
  toldName,
]

/** All of them. */
export const RECOGNISERS: readonly Recogniser[] = [...NUMBERS, ...OTHERS]

let words: WordScan | undefined

/**
 * Finds personal data: a pattern, then a checksum or the words around it. Without overlaps, in the
 * order of the text. Time is linear in its length.
 */
export function findPersonalData(source: string, allowed: Allowed = () => false): readonly PersonalDatum[] {
  const folded = new FoldedText(source)
  const found = gather(folded.text)
  if (found.length === 0) return found
  return withoutOverlaps(found)
    .filter(({ type, start, end }) => !allowed(type, folded.text.slice(start, end)))
    .map(({ type, start, end }) => ({ type, ...folded.toSource(start, end) }))
}

/** What the recognisers find, of which those are asked that may find something. */
function gather(text: string): PersonalDatum[] {
  words ??= new WordScan(OTHERS.map(recogniser => recogniser.words ?? {}))
  const found: PersonalDatum[] = []
  const ask = ({ type, find }: Recogniser, numbers: readonly NumberRun[]): void => {
    for (const { start, end } of find(text, numbers)) found.push({ type, start, end })
  }
  const runs = numberRuns(text)
  for (const recogniser of runs.length === 0 ? [] : NUMBERS) {
    const long = runs.filter(({ digits }) => digits >= (recogniser.digits ?? 0))
    if (long.length > 0) ask(recogniser, long)
  }
  const held = words.in(text)
  for (const [i, recogniser] of OTHERS.entries()) {
    if (recogniser.words === undefined || (held & (1 << i)) !== 0) ask(recogniser, runs)
  }
  return found
}

/**
 * Joins what overlaps: the longer datum gives its type, and the place covers both, so that a mask
 * leaves nothing of either.
 */
function withoutOverlaps(found: PersonalDatum[]): PersonalDatum[] {
  // The sort is stable: of equal places the first recogniser's stays in front.
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const out: PersonalDatum[] = []
  for (const datum of found) {
    const last = out.at(-1)
    if (last === undefined || datum.start >= last.end) {
      out.push(datum)
      continue
    }
    const longer = datum.end - datum.start > last.end - last.start ? datum : last
    out[out.length - 1] = { type: longer.type, start: last.start, end: Math.max(last.end, datum.end) }
  }
  return out
}
