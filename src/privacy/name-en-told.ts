import { firstName } from './first-names.js'
import { FULL, JOINED, NO_NAME } from './name-en.js'

const PAIR = new RegExp(FULL, 'uy')
/** San Antonio, Lake Victoria: places that bear a person's name. */
const PLACE = /(?:San|Santa|São|Saint|St\.?|Los|Fort|Port|Lake|Mount|Mt\.?|Cape)[ ]$/
/** Words right before somebody. */
const BEFORE =
  /\b(?:customer|client|user|caller|patient|technician|engineer|agent|colleague|manager|contact(?:ed)?|call(?:ed)?|phone[d]?|e-?mail(?:ed)?|ask(?:ed)?|tell|told|notify|notified|inform(?:ed)?|remind|assign(?:ed)? to|(?:escalat|report|open|rais|submitt|sign|clos|handl|approv)ed (?:by|to)|signed off by|forward(?:ed)? to|belongs to|according to|handed to|copy in|met|thank(?:ed)?|visited|talk(?:ed)? (?:to|with)|met with|attention of|attn|cc|this is|i'm|i am|thanks|regards|best|cheers|name|named|requester|hi|hello|dear|mr|mrs|ms)[ :,.\n]{1,3}$/i
/** Words that are said of people only, so that any two capitalised words behind them name one. */
const PEOPLE =
  /\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Yy]our|[Tt]he) (?:caller|patient|technician|colleague|bookkeeper|accountant|nurse|receptionist|supervisor|tenant|landlord|landlady|neighbou?r|wife|husband|son|daughter|mother|father|brother|sister|boss|secretary|teacher|intern|trainee|plumber|electrician|janitor|caretaker)[ ]$/
/** Words right behind somebody. */
const BEHIND =
  /^(?:['’]s (?:phone|laptop|account|desk|computer|mailbox)|,?[ ](?:called|wrote|said|says|rang|phoned|e-?mailed|replied|told|complained|asked|confirmed|reported|mentioned|here\b|who\b|on site|is (?:away|out|off)\b|from (?:the|our|your) ))/

const LEFT = 28
const RIGHT = 24

/**
 * Where the name in Latin letters ends that begins at an offset; undefined where none does. It begins
 * with a given name which many people bear; one that is a word, a place or a product too (Grant Access,
 * Ruby) asks for a word beside it that people have.
 */
export function endOfLatinName(text: string, start: number): number | undefined {
  PAIR.lastIndex = start
  const found = PAIR.exec(text)?.[0]
  if (found === undefined || JOINED.test(text.charAt(start - 1))) return undefined
  const name = found.replace(/['’]s?$/, '')
  const known = firstName(/^[^ -]+/.exec(name)?.[0] ?? '')
  const left = text.slice(Math.max(0, start - LEFT), start)
  const person = PEOPLE.test(left)
  if ((known === undefined && !person) || NO_NAME.test(name) || PLACE.test(left)) return undefined
  const end = start + name.length
  const beside = BEFORE.test(left) || BEHIND.test(text.slice(end, end + RIGHT))
  return person || known === 'plain' || beside ? end : undefined
}
