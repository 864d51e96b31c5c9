import { accepted, notBehind, type Span } from './recogniser.js'

export const WORD = String.raw`(?:Ma?c|Fitz|De|Di|La|Le)?\p{Lu}(?:['’]\p{Lu})?[\p{Ll}'’]{1,24}(?:-\p{L}[\p{Ll}'’]{1,24})?`
const INITIAL = String.raw`(?:\p{Lu}\.[ ]?)`
export const FULL = `${WORD}(?:[ ](?:${INITIAL}|(?:van|von|de|der|da|di|bin|al)[ ]){0,2}${WORD}){1,2}`
const TITLED = new RegExp(
  String.raw`(?:M(?:r|rs|s|iss|x)|Dr|Prof|Herr|Frau|Monsieur|Madame|Señora?)\.?[ ]{1,2}((?:${INITIAL}){0,2}${WORD}(?:[ ](?:${INITIAL})?${WORD}){0,2})`,
  'gu',
)
const LABEL = `(?:[Cc]ontact(?:ed)?(?: [Pp]erson| [Nn]ame)?|[Cc]ustomer(?:'s)? [Nn]ame|[Cc]lient [Nn]ame|[Ff]ull [Nn]ame|[Rr]ecipient|[Cc]onsignee|[Cc]ardholder(?: [Nn]ame)?|[Aa]ccount [Hh]older|[Cc]aller|[Rr]eported [Bb]y|[Rr]equested [Bb]y|[Ss]igned [Bb]y|(?:[Oo]pened|[Rr]aised|[Ss]ubmitted|[Ff]iled|[Cc]losed|[Hh]andled|[Ee]scalated|[Aa]pproved|[Pp]repared) [Bb]y|[Tt]echnician|[Rr]equester|[Ss]ubmitter|[Rr]eporter|[Aa]ssignee|[Pp]atient|[Aa]ttn|[Aa]ttention)`
const LABELLED = new RegExp(String.raw`${LABEL}\.?[ \t]{0,3}[:=|][ \t*"']{0,4}(${FULL})`, 'gu')
const SIGNED = new RegExp(
  String.raw`(?:(?:[Rr]egards|[Ss]incerely)(?:,[ ]{1,2}|,?[ ]*\n\s{0,4})|(?:Thanks|Thank you|Cheers|Best(?: [Ww]ishes)?),?[ ]*\n\s{0,4})(${FULL})(?=[ ]*(?:\n|$))`,
  'gu',
)
/** What is said of nobody but people. */
const SPOKEN = new RegExp(
  `(?:(?:[Ss]p(?:oke|eaking)|[Tt]alk(?:ed|ing)) (?:to|with)|[Mm]y name is)[ ](${FULL})`,
  'gu',
)
const GREETED = new RegExp(`(?:Dear|Hi|Hello)[ ](${FULL})(?=[,!:.]|$)`, 'gmu')
const TITLES = [
  'Mr',
  'Mrs',
  'Ms',
  'Miss',
  'Mx',
  'Dr',
  'Prof',
  'Herr',
  'Frau',
  'Monsieur',
  'Madame',
  'Señor',
  'Señora',
]
/** The titles as they stand before a name. */
export const LATIN_TITLES: readonly string[] = TITLES.flatMap(title => [`${title}.`, `${title} `])
/** Words, in any case, of which every text with a name without a title has one. */
export const LATIN_NAME_WORDS: readonly string[] = [
  ...['contact', "customer's name", 'recipient', 'consignee', 'cardholder', 'account holder', 'caller'],
  ...['customer name', 'client name', 'full name', 'reported by', 'requested by', 'signed by', 'patient'],
  ...['attn', 'attention', 'regards', 'sincerely', 'dear ', 'hi ', 'hello '],
  ...['technician', 'requester', 'submitter', 'reporter', 'assignee', 'ed by', 'thank', 'cheers', 'best'],
  ...['talked to', 'talked with', 'talking to', 'talking with'],
  ...['spoke to', 'spoke with', 'speaking to', 'speaking with', 'my name is'],
]
/** Patterns with parts of their words, by which a text is passed over quickly. */
const PATTERNS: readonly (readonly [pattern: RegExp, gate: RegExp])[] = [
  [TITLED, /M(?:r|s|iss|x|onsieur|adame)|Dr|Prof|Herr|Frau|Señor/],
  [
    LABELLED,
    /ontact|[rslt] [Nn]ame|ecipient|onsignee|ardholder|t [Hh]older|aller|ed [Bb]y|atient|ttn|ttention|echnician|equester|ubmitter|eporter|ssignee/,
  ],
  [SPOKEN, /[Ss]p(?:oke|eaking) |[Tt]alk(?:ed|ing) |[Mm]y name is /],
  [GREETED, /Dear|Hi |Hello/],
  [SIGNED, /egards|incerely|Thank|Cheers|Best/],
]
export const JOINED = /[\p{L}\d]/u
/** Words of offices, products and salutations: 'Contact: Network Support', 'Mr Customer A'. */
export const NO_NAME =
  /\b(?:Customer|Client|Support|Team|Desk|Cent(?:er|re)|Services?|Sales|Office|Department|Dept|Inc|Ltd|LLC|GmbH|Corp|Company|Group|Network|Technical|Help|Your|The|Our|All|Sir|Madam|Users?|Everyone|Colleagues?|Partners?|Manager|Engineer(?:ing)?|Operations|Security|System|Admin(?:istrator)?|Product|Quality|Field|Hotline|Router|Printer|Excel|Word|Windows|Settings|Details|Information|Page|Form|Us|Number|Phone|Email|Address|Name|Date|Time|University|College|School|Hospital|Bank|Foundation|Institute|Laborator(?:y|ies)|Hall|House|Street|Road|Avenue|Lane|City|Airport|Beach|Island|County|Conference|Server|Studio|Cloud|Library|Framework|Algorithm|Theorem|Transform|Code|Test|Model|Card|Drive|Edition|Version|Protocol|Interface|Period|Access|Default|Gateway|Complete|Update|Manual|Care)\b/

/** Names in Latin letters behind a title (Mr), a label (Contact:) or a greeting. */
export function* latinNames(text: string): Iterable<Span> {
  for (const [pattern, gate] of PATTERNS) {
    if (!gate.test(text)) continue
    yield* accepted(pattern, text, match => {
      const name = match[1] ?? ''
      const start = match.index + match[0].lastIndexOf(name)
      const isName = notBehind(match, JOINED) && !NO_NAME.test(name)
      return isName ? { start, end: start + name.length } : undefined
    })
  }
}
