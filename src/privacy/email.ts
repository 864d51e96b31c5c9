import { before } from './context.js'
import { accepted, type Recogniser, type Span, whole } from './recogniser.js'

const LATIN_LOCAL = String.raw`(?<![\p{Script=Latin}0-9._%+-])[\p{Script=Latin}0-9][\p{Script=Latin}0-9._%+'-]{0,63}`
const OTHER_LETTER = String.raw`[^\P{L}\p{Script=Latin}]`
const OTHER_LOCAL = String.raw`(?<!${OTHER_LETTER})${OTHER_LETTER}(?:${OTHER_LETTER}|[\d._-]){0,31}`
const ASCII_DOMAIN = String.raw`(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9-])`
const OTHER_DOMAIN = String.raw`[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}`
const PLAIN = new RegExp(
  `(?:${LATIN_LOCAL}|${OTHER_LOCAL})(?:@|%40)(?:${ASCII_DOMAIN}|${OTHER_DOMAIN})`,
  'gu',
)

// Spelt so that machines do not read it: name (at) example (dot) com, name[at]example.com.
const AT = String.raw`[ \t]?[([{<][ \t]?(?:at|AT|At|@|艾特)[ \t]?[)\]}>][ \t]?| @ `
const DOT = String.raw`(?:\.|[ \t]?[([{<][ \t]?(?:dot|DOT|Dot|点|\.)[ \t]?[)\]}>][ \t]?| dot )`
const SPELT = new RegExp(
  `(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}(?:${AT})[A-Za-z0-9-]{1,63}(?:${DOT}[A-Za-z0-9-]{1,63}){1,5}`,
  'g',
)
const SPOKEN =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63} at [A-Za-z0-9-]{1,63}(?: dot [A-Za-z0-9-]{1,63}){0,3} dot (?:com|net|org|cn|io|edu|gov|info|de|uk|eu|jp)(?![A-Za-z0-9-])/gi

const SPELT_AT = [...'([{<'].flatMap(open =>
  ['', ' ', '\t'].flatMap(gap => ['at', 'AT', 'At'].map(at => open + gap + at)),
)

/** What stands behind the last dot of files and units, never of an address: `icon@2x.png`. */
const FILE_END =
  /\.(?:png|jpe?g|gif|svg|webp|bmp|ico|avif|pdf|zip|gz|tgz|tar|[cm]?[jt]sx?|json|md|html?|css|ya?ml|xml|txt|log|conf|cfg|ini|sh|py|rb|java|so|dll|exe|service|socket|timer|target|mount|local|lan|internal|localhost|\d+)$/i
/** Mailboxes of an office and not of a person; the address of a customer counts whatever it is. */
const OFFICE =
  /^(?:no-?reply|do-?not-?reply|postmaster|mailer-daemon|hostmaster|webmaster|abuse|security|privacy|support|sales|service|services|info|help|helpdesk|feedback|git)@/i
const CUSTOMER = /客户|顾客|用户|customer|client/i

/** E-mail addresses, internationalised and spelt out ones included. */
export const email: Recogniser = {
  type: 'email',
  words: { exact: ['@', '%40', '艾特', ...SPELT_AT], anyCase: [' dot '] },
  *find(text) {
    if (text.includes('@') || text.includes('%40')) {
      yield* accepted(PLAIN, text, match => addressed(match, text))
    }
    if (/[([{<] ?(?:[Aa]t|AT|@|艾特) ?[)\]}>]| @ [A-Za-z0-9]/.test(text))
      yield* accepted(SPELT, text, match => isSpelt(match))
    if (/ (?:dot|DOT) /.test(text)) yield* accepted(SPOKEN, text, match => whole(match))
  },
}

function addressed(match: RegExpExecArray, text: string): Span | undefined {
  const address = match[0].replace('%40', '@')
  if (FILE_END.test(address) || address.includes('..') || /[.']@/.test(address)) return undefined
  const named = /@[^\x80-\uffff]*$/.test(address) ? /\.[A-Za-z]{2,24}$/.test(address) : true
  const office = OFFICE.test(address) && !CUSTOMER.test(before(text, match.index, 12))
  return whole(match, named && !office)
}

function isSpelt(match: RegExpExecArray): Span | undefined {
  return whole(match, /[A-Za-z]{2,24}$/.test(match[0]) && !FILE_END.test(match[0]))
}
