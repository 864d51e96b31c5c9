import { accepted, notBehind, type Span } from './recogniser.js'

const WORD = String.raw`(?:\p{Lu}[\p{L}'’.-]{1,20}|\d{1,3}(?:st|nd|rd|th))`
const DOOR = String.raw`\d{1,5}[A-Za-z]?(?:[-/]\d{1,4})?[ ]`
const NAMED = String.raw`(?:[NSEW]\.?[ ])?(?:${WORD}[ ]){1,4}`
const UNIT = String.raw`(?:,?[ ](?:Apt|Apartment|Suite|Ste|Unit|Flat|Floor|Fl|Room|Rm|#)\.?[ ]?[A-Za-z\d-]{1,6})?`
const WIND = '(?:[ ](?:North|South|East|West|NE|NW|SE|SW|[NSEW])(?![\\p{L}]))?'
const TOWN = String.raw`(?:,[ ]\p{Lu}[\p{L}'’. -]{1,28})`
const CODE = String.raw`(?:,?[ ](?:[A-Z]{2}[ ]\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]?[ ]?\d[A-Z]{2}|[A-Z]\d[A-Z][ ]?\d[A-Z]\d|[A-Z]\d{2}[ ][A-Z\d]{4}|(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)[ ]\d{4}|\d{5,6}))`
const TAIL = String.raw`${UNIT}(?:${TOWN}{0,3}${CODE}|${TOWN}{1,3}(?:[ ]\d{4}(?![\d:.])|(?=[.\n,;)]|$)))?`
const STREET = new RegExp(
  String.raw`${DOOR}${NAMED}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln)(?![\p{L}])\.?${WIND}${TAIL}`,
  'gmu',
)
/** Words that do not only name streets: a postal code must follow, or a label stand before. */
const WEAK = new RegExp(
  String.raw`${DOOR}(?:${NAMED}(?:Drive|Dr|Court|Ct|Place|Pl|Square|Sq|Terrace|Way|Parkway|Pkwy|Highway|Hwy|Circle|Close|Crescent|Broadway|Row|Quay|Alley|Plaza|Mews|Gardens|Grove|Hill|Walk|Trail|Loop|Rise|Parade|Esplanade|Pike)|Broadway)(?![\p{L}])\.?${WIND}${UNIT}(?:${TOWN}{0,3}(${CODE})|${TOWN}{1,3}(?=[.\n,;)]|$))`,
  'gmu',
)
const GERMAN =
  /\p{Lu}[\p{L}-]{1,28}(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm)[ ]\d{1,4}[ ]?[a-z]?(?![\p{L}\d])(?:,?[ ]\d{4,5}[ ]\p{Lu}[\p{L}-]{1,28})?/gu
const BOX = new RegExp(String.raw`P\.?[ ]?O\.?[ ]?B(?:ox|OX)[ ]\d{1,6}(?!\d)(?:${TOWN}{0,3}${CODE})?`, 'gu')
/** Unit 4, Riverside Business Park, Cardiff CF11 8AZ. */
const PARK = new RegExp(
  String.raw`(?:Unit|Building|Block|Suite|Plot|Shop)[ ][A-Za-z\d-]{1,5},?[ ](?:${WORD}[ ]){1,3}(?:Park|Estate|Centre|Center|Complex|Plaza|Tower|Campus|House|Mall)${TOWN}{0,3}${CODE}`,
  'gu',
)
/** Rooms, floors and houses before the number of the street. */
const HEAD =
  /(?:(?:(?:Flat|Apt|Apartment|Unit|Suite|Room|Rm|Building|Bldg|Block|Tower|Floor|Level|Shop|Lot)\.?[ ][A-Za-z\d-]{1,6}|\d{1,2}(?:st|nd|rd|th) [Ff]loor),?[ ]){1,3}$/
const NUMBERED = /\d[A-Za-z]? [A-Z\d]/
const STREET_WORD =
  /(?:St(?:reet)?|Ave(?:nue)?|R(?:oa)?d|Boulevard|Blvd|Lane|Ln|Dr(?:ive)?|C(?:our)?t|Pl(?:ace)?|Sq(?:uare)?|Terrace|Way|Parkway|Pkwy|H(?:igh)?wa?y|Circle|Close|Crescent|Broadway|Row|Quay|Alley|Plaza|Mews|Gardens|Grove|Hill|Walk|Trail|Loop|Rise|Parade|Esplanade|Pike)(?![a-z])/
const GERMAN_WORD = /(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ring|damm) \d/
const PARK_WORD = / (?:Park|Estate|Centre|Center|Complex|Plaza|Tower|Campus|House|Mall),? /
const GERMAN_ENDS = ['straße', 'strasse', 'str.', 'weg', 'platz', 'allee', 'gasse', 'ring', 'damm']
/** What every such address has in it. */
export const LATIN_ADDRESS_WORDS: readonly string[] = [
  ...[' St', ' Ave', ' Road', ' Rd', ' Boulevard', ' Blvd', ' Lane', ' Ln', ' Drive', ' Dr', ' Court', ' Ct'],
  ...[' Place', ' Pl', ' Square', ' Sq', ' Terrace', ' Way', ' Parkway', ' Pkwy', ' Highway', ' Hwy'],
  ...[
    ' Circle',
    ' Close',
    ' Crescent',
    ' Broadway',
    ' Row',
    ' Quay',
    ' Alley',
    ' Plaza',
    ' Mews',
    ' Gardens',
    ' Grove',
    ' Hill',
    ' Walk',
    ' Trail',
    ' Loop',
    ' Rise',
    ' Parade',
    ' Esplanade',
    ' Pike',
    'Box ',
    'BOX ',
  ],
  ...[' Park,', ' Estate,', ' Centre,', ' Center,', ' Complex,', ' Plaza,', ' Tower,', ' Campus,', ' House,'],
  ...[' Mall,'],
  ...GERMAN_ENDS.flatMap(end => [...'0123456789'].map(digit => `${end} ${digit}`)),
]
const JOINED = /[\p{L}\d.#/-]/u
/** What counts before such a word in a manual: 3 Main Road Steps are none, Step 2 Access Road is none. */
const COUNTED =
  /\b(?:steps?|chapter|section|table|figure|page|version|item|no|port|slot|channel|option)\.?[ ]$/i

const ADDRESSED =
  /(?:address|ship(?:ped|ping)?|deliver(?:y|ed)?|live[sd]?|located|home|office|site|property|premises|pick-?up|return|moved)(?: to| at| in)?[ ]?[:=]?[ ]?$/i

/** Characters before the number of a street that are looked at. */
const REACH = 48

/** Postal addresses in English and German. */
export function* latinAddresses(text: string): Iterable<Span> {
  const patterns = [
    ...(NUMBERED.test(text) && STREET_WORD.test(text) ? [STREET, WEAK] : []),
    ...(GERMAN_WORD.test(text) ? [GERMAN] : []),
    ...(/B(?:ox|OX) \d/.test(text) ? [BOX] : []),
    ...(PARK_WORD.test(text) ? [PARK] : []),
  ]
  for (const pattern of patterns) {
    yield* accepted(pattern, text, match => {
      const left = text.slice(Math.max(0, match.index - 24), match.index)
      if (pattern === WEAK && match[1] === undefined && !ADDRESSED.test(left)) return undefined
      if (!notBehind(match, JOINED)) return undefined
      const head = HEAD.exec(text.slice(Math.max(0, match.index - REACH), match.index))?.[0].length ?? 0
      const holds = head > 0 || !COUNTED.test(left)
      return holds ? { start: match.index - head, end: match.index + match[0].length } : undefined
    })
  }
}
