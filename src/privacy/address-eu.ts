import { accepted, notBehind, type Span, whole } from './recogniser.js'

const WORD = String.raw`\p{Lu}[\p{L}'’.-]{1,24}`
const POST = String.raw`(?:[A-Z]{1,2}-)?(?:\d{4,6}|\d{3}[ ]\d{2}|\d{4}[ ][A-Z]{2})`
const TOWN = `,?[ ]${POST}[ ]${WORD}(?:[ -]${WORD}){0,2}`
const KINDS =
  '[Rr]ue|[Aa]venue|[Bb]oulevard|[Pp]lace|[Cc]hemin|[Aa]llée|[Qq]uai|[Rr]oute|[Ii]mpasse|[Vv]ia|[Vv]iale|[Pp]iazza|[Cc]orso|[Cc]alle|[Cc]arrer|[Aa]venida|[Pp]aseo|[Rr]ua|[Tt]ravessa|[Jj]alan|[Ll]orong|[Pp]ersiaran|[Uu]lica|[Uu]l\\.|[Aa]m|[Aa]n der|[Ii]m|[Ii]n der|[Zz]um|[Zz]ur|[Uu]nter den'
/** 12 rue de la Paix, 75002 Paris; No. 18 Jalan Ampang, 50450 Kuala Lumpur. */
const NUMBER_FIRST = new RegExp(
  String.raw`(?:No\.?[ ])?\d{1,4}[A-Za-z]?,?[ ](?:${KINDS})(?:[ ][\p{L}'’.-]{1,24}){1,5}${TOWN}`,
  'gu',
)
/** Via Roma 21, 20121 Milano. */
const KIND_FIRST = new RegExp(
  String.raw`(?:${KINDS})(?:[ ][\p{L}'’.-]{1,24}){1,4},?[ ]\d{1,4}[ ]?[a-z]?(?![\p{L}\d])${TOWN}`,
  'gu',
)
/** Kungsgatan 15, 111 43 Stockholm. */
const ENDED = new RegExp(
  String.raw`(?:${WORD}[ ]){0,2}\p{Lu}[\p{L}-]{1,24}(?:straat|gracht|gatan|vägen|gata|gade|vej|laan|plein|kade|dijk|singel|katu|tie|utca|ufer|pfad|markt|graben|chaussee|steig)[ ]\d{1,4}[ ]?[a-z]?(?![\p{L}\d])${TOWN}`,
  'gu',
)
const PLAIN_KINDS = KINDS.replaceAll('\\', '')
  .split('|')
  .flatMap(kind => {
    const rest = kind.slice(kind.indexOf(']') + 1)
    return [`${kind.charAt(1)}${rest} `, `${kind.charAt(2)}${rest} `]
  })
const ENDS = ['straat', 'gracht', 'gatan', 'vägen', 'gata', 'gade', 'vej', 'laan', 'plein', 'kade', 'dijk']
/** What every such address has in it. */
export const EUROPEAN_ADDRESS_WORDS: readonly string[] = [
  ...PLAIN_KINDS,
  ...[
    ...ENDS,
    'singel',
    'katu',
    'tie',
    'utca',
    'ufer',
    'pfad',
    'markt',
    'graben',
    'chaussee',
    'steig',
  ].flatMap(end => [...'123456789'].map(digit => `${end} ${digit}`)),
]
/** A postal code before its town, which no two patterns here do without. */
const CODED = /\d[ A-Z-]{0,3} \p{Lu}/u
const JOINED = /[\p{L}\d.#/-]/u

/** Postal addresses as they are written on the Continent and in South-East Asia: the postal code before the town. */
export function* europeanAddresses(text: string): Iterable<Span> {
  if (!CODED.test(text)) return
  for (const pattern of [NUMBER_FIRST, KIND_FIRST, ENDED]) {
    yield* accepted(pattern, text, match => whole(match, notBehind(match, JOINED)))
  }
}
