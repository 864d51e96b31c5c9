import { accepted, notBehind, type Span, whole } from './recogniser.js'

const WORD = String.raw`(?:\p{Lu}[\p{L}'’.-]{1,20}|\d{1,3}(?:st|nd|rd|th))`
const DOOR = String.raw`\d{1,5}[A-Za-z]?(?:[-/]\d{1,4})?[ ]`
const NAMED = String.raw`(?:[NSEW]\.?[ ])?(?:${WORD}[ ]){1,4}`
const UNIT = String.raw`(?:,?[ ](?:Apt|Apartment|Suite|Ste|Unit|Flat|Floor|Fl|Room|Rm|#)\.?[ ]?[A-Za-z\d-]{1,6})?`
const TOWN = String.raw`(?:,[ ]\p{Lu}[\p{L}'’. -]{1,28})`
const CODE = String.raw`(?:,?[ ](?:[A-Z]{2}[ ]\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]?[ ]?\d[A-Z]{2}|[A-Z]\d[A-Z][ ]?\d[A-Z]\d|(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)[ ]\d{4}|\d{5,6}))`
const TAIL = String.raw`${UNIT}(?:${TOWN}{0,3}${CODE}|${TOWN}{1,3}(?=[.\n,;)]|$))?`
const STREET = new RegExp(
  String.raw`${DOOR}${NAMED}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln)(?![\p{L}])\.?${TAIL}`,
  'gmu',
)
/** Words that do not only name streets: a postal code must follow, or a label stand before. */
const WEAK = new RegExp(
  String.raw`${DOOR}${NAMED}(?:Drive|Dr|Court|Ct|Place|Pl|Square|Sq|Terrace|Way|Parkway|Pkwy|Highway|Hwy|Circle|Close|Crescent|Broadway|Row|Quay)(?![\p{L}])\.?${UNIT}(?:${TOWN}{0,3}(${CODE})|${TOWN}{1,3}(?=[.\n,;)]|$))`,
  'gmu',
)
const GERMAN =
  /\p{Lu}[\p{L}-]{1,28}(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm)[ ]\d{1,4}[ ]?[a-z]?(?![\p{L}\d])(?:,?[ ]\d{4,5}[ ]\p{Lu}[\p{L}-]{1,28})?/gu
const BOX = /P\.?[ ]?O\.?[ ]?B(?:ox|OX)[ ]\d{1,6}(?!\d)/g
const NUMBERED = /\d[A-Za-z]? [A-Z\d]/
const STREET_WORD =
  /(?:St(?:reet)?|Ave(?:nue)?|R(?:oa)?d|Boulevard|Blvd|Lane|Ln|Dr(?:ive)?|C(?:our)?t|Pl(?:ace)?|Sq(?:uare)?|Terrace|Way|Parkway|Pkwy|H(?:igh)?wa?y|Circle|Close|Crescent|Broadway|Row|Quay)(?![a-z])/
const GERMAN_WORD = /(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ring|damm) \d/
const GERMAN_ENDS = ['straße', 'strasse', 'str.', 'weg', 'platz', 'allee', 'gasse', 'ring', 'damm']
/** What every such address has in it. */
export const LATIN_ADDRESS_WORDS: readonly string[] = [
  ...[' St', ' Ave', ' Road', ' Rd', ' Boulevard', ' Blvd', ' Lane', ' Ln', ' Drive', ' Dr', ' Court', ' Ct'],
  ...[' Place', ' Pl', ' Square', ' Sq', ' Terrace', ' Way', ' Parkway', ' Pkwy', ' Highway', ' Hwy'],
  ...[' Circle', ' Close', ' Crescent', ' Broadway', ' Row', ' Quay', 'Box ', 'BOX '],
  ...GERMAN_ENDS.flatMap(end => [...'0123456789'].map(digit => `${end} ${digit}`)),
]
const JOINED = /[\p{L}\d.#/-]/u
/** What counts before such a word in a manual: 3 Main Road Steps are none, Step 2 Access Road is none. */
const COUNTED =
  /\b(?:steps?|chapter|section|table|figure|page|version|item|no|port|slot|channel|option)\.?[ ]$/i

const ADDRESSED =
  /(?:address|ship(?:ped|ping)?|deliver(?:y|ed)?|live[sd]?|located)(?: to| at| in)?[ ]?[:=]?[ ]?$/i

/** Postal addresses in English and German. */
export function* latinAddresses(text: string): Iterable<Span> {
  const patterns = [
    ...(NUMBERED.test(text) && STREET_WORD.test(text) ? [STREET, WEAK] : []),
    ...(GERMAN_WORD.test(text) ? [GERMAN] : []),
    ...(/B(?:ox|OX) \d/.test(text) ? [BOX] : []),
  ]
  for (const pattern of patterns) {
    yield* accepted(pattern, text, match => {
      const left = text.slice(Math.max(0, match.index - 24), match.index)
      if (pattern === WEAK && match[1] === undefined && !ADDRESSED.test(left)) return undefined
      return whole(match, notBehind(match, JOINED) && !COUNTED.test(left))
    })
  }
}
