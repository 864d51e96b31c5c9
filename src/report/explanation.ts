import type { Language, Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import type { ExplainedTerm, Explanation } from '../search/explain.js'
import type { ClauseOrigin } from '../search/lowered.js'
import { shownLine } from './shown.js'

/** Why a hit stands where it stands: one line for its score, one a term. */
export function explanationLines({ score, parts, final, terms }: Explanation, language: Language): string[] {
  const factors = parts.map(({ name, factor }) => `${name} ${factor.toFixed(3)}`)
  const product = [score.toFixed(3), ...factors].join(' × ')
  const sum = parts.length === 0 ? product : `${product} = ${final.toFixed(3)}`
  return [`${SCORE[language]} ${sum}`, ...terms.map(term => termLine(term, language))].map(line =>
    style.dim(line),
  )
}

const SCORE: Message = { en: 'score', zh: '得分' }

function termLine({ term, word, origin, fields, idf }: ExplainedTerm, language: Language): string {
  const places = Object.entries(fields).map(([field, count]) => (count === 1 ? field : `${field} ×${count}`))
  const why = word === undefined || word === term ? '' : ` ← ${shownLine(word)}`
  const how = origin === 'typed' ? '' : ` (${ORIGIN[origin][language]})`
  return `  ${shownLine(term)}${why}${how}  ${places.join(', ')}  idf ${idf.toFixed(2)}`
}

const ORIGIN: Readonly<Record<ClauseOrigin, Message>> = {
  typed: { en: 'as typed', zh: '原词' },
  part: { en: 'part of a code', zh: '代码的一部分' },
  correction: { en: 'corrected', zh: '纠正' },
  synonym: { en: 'synonym', zh: '同义词' },
  association: { en: 'association', zh: '联想词' },
  taxonomy: { en: 'another name of the term', zh: '术语的其他名称' },
}
