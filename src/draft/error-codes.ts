// Strong forms are taken wherever they stand. A product's name (AX-3000), a standard (ISO-9001)
// and an ordinary word must not match: a missed code is one line of typing, a wrong one misleads
// every search.
const STRONG = [
  // 0x80070005
  '0x[0-9A-Fa-f]{4,16}',
  // ERR_TOKEN_EXPIRED, E_SIGN_MISMATCH
  '(?:E|ERR|ERROR)_[A-Z0-9]{2,40}(?:_[A-Z0-9]{1,40}){0,8}',
  // NET_TIMEOUT, LOGIN_FAILED
  '[A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){0,6}_(?:ERROR|FAIL|FAILED|FAILURE|TIMEOUT|DENIED|REFUSED|EXPIRED|INVALID|MISMATCH|OFFLINE)',
  // E-1203, W-104, ALM-12
  '(?:[EFWC]|ERR|ALM|ALARM|FLT|FAULT|WARN)-\\d{2,6}',
  // PRN-0042: no product is numbered with a leading zero
  '[A-Z]{2,6}-0\\d{1,5}',
  // E1203
  'E\\d{3,5}',
]

// Weak forms count right after a word that announces a code: 报 INV-4031, alarm F07.
const WEAK = '[A-Z]{1,6}[-_]?\\d{2,6}'
const ANNOUNCED =
  '(?:报错|报警|告警|报|提示|显示|代码|错误码|故障码|[Ee]rror|[Cc]ode|[Aa]larm|[Ff]ault|[Ww]arning|[Ss]hows|[Rr]eports|[Dd]isplays)(?: code)?[ :：“"`]{0,3}'
// A bare number needs the word "code" itself: 错误码 691.
const NUMBERED = '(?:错误代码|故障代码|错误码|故障码|[Ee]rror code)[ :：“"`]{0,3}'

const EDGE = '(?![A-Za-z0-9_]|-[A-Za-z0-9])'
const CODES = new RegExp(
  `(?<![A-Za-z0-9_-])(?:${STRONG.join('|')})${EDGE}|(?<=${ANNOUNCED})${WEAK}${EDGE}|(?<=${NUMBERED})\\d{2,6}${EDGE}`,
  'g',
)

/** Without looking back: of which every text with a code has one. Most texts have none. */
const MAYBE = new RegExp(
  `0x[0-9A-Fa-f]{4}|[A-Z][A-Z_]|[EFWC](?:-\\d\\d|\\d{3})|${ANNOUNCED}${WEAK}|${NUMBERED}\\d{2}`,
)

/**
 * Error codes that a text names, in order, each once. Conservative: what might as well be a
 * product or a standard is left out.
 */
export function findErrorCodes(text: string): string[] {
  const plain = text.normalize('NFKC')
  return MAYBE.test(plain) ? [...new Set(plain.match(CODES) ?? [])] : []
}
