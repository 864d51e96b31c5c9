import { accepted, notBehind, type Span } from './recogniser.js'

const KEY = '[Kk]ey'
const WORDS = [
  'pass(?:[Ww]ord|wd|phrase|code)|pwd|psk|secret|token|credential',
  `(?:api|access|secret|private|client)[ _-]?${KEY}(?:[ _-]?(?:[Ii]d|[Ss]ecret))?|client[ _-]?[Ss]ecret`,
]
const CAPITALS = [
  'Pass(?:[Ww]ord|wd|phrase|code)|Pwd|Psk|Secret|Token|Credential',
  `(?:A(?:pi|PI)|Access|Secret|Private|Client)[ _-]?${KEY}(?:[ _-]?(?:I[dD]|[Ss]ecret))?`,
]
const UPPER = 'PASS(?:WORD|WD|PHRASE|CODE)|PWD|PSK|SECRET|TOKEN|(?:API|ACCESS|SECRET|PRIVATE|CLIENT)[ _-]?KEY'
const CHINESE = '密码|口令|密钥|秘钥|令牌|授权码|访问码|提取码'
const NAME = [...WORDS, ...CAPITALS, UPPER, 'pass|PASS', CHINESE].join('|')
const VALUE = String.raw`"[^"\n]{4,256}"|'[^'\n]{4,256}'|\x60[^\x60\n]{4,256}\x60|[^\s"'\x60<>,;，；。、）)|]{4,256}`
const ASSIGNED = new RegExp(
  String.raw`(?:${NAME})["'\x60]?(?:[ \t]{0,4}(?:是|为|\bis\b)?[ \t]{0,2}(?::=|=>|==?|:)[ \t*]{0,4}|[ \t]{0,2}(?:是|为|\bis\b)[ \t]{0,2}|>)(${VALUE})`,
  'g',
)
const CELL = new RegExp(
  String.raw`(?:(?:密码|口令|[Pp]assword)[ \t]{0,20}\|[ \t]{0,20}|(?:密码|口令)[ \t]{1,4})(${VALUE})`,
  'g',
)
const OPTION = new RegExp(`--?(?:password|passwd|token|secret|api-?key|access-?key)[ =](${VALUE})`, 'g')
const HEADER =
  /(?:[Aa]uthorization["']?[ \t]{0,2}[:=][ \t]{0,2}["']?(?:[Bb]asic|[Bb]earer|[Tt]oken)|[Bb]earer)[ \t]{1,4}([A-Za-z0-9._~+/=-]{16,4096})/g
const ADDRESS = /:\/\/[^\s/:@"'`]{1,64}:([^\s/"'`]{3,128})@/g

const PARTS =
  /ass|ASS|wd|WD|psk|PSK|ecret|ECRET|oken|OKEN|redential|[Kk]ey|KEY|密码|口令|密钥|秘钥|令牌|授权码|访问码|提取码/

const KEYS = ['api', 'access', 'secret', 'private', 'client'].flatMap(of =>
  ['', ' ', '_', '-'].map(joined => `${of}${joined}key`),
)
const PASS = ['word', 'wd', 'phrase', 'code', ...`"'\x60 \t:=>是为`].map(next => `pass${next}`)
/** Words of which every text with such a value has one; `@` ends the password of an address. */
export const SECRET_WORDS: readonly string[] = [
  ...['pwd', 'psk', 'secret', 'token', 'credential', 'authorization', 'bearer', '@'],
  ...CHINESE.split('|'),
  ...KEYS,
  ...PASS,
]

/** What documentation writes where a secret would stand, and what is no secret to anybody. */
const SAMPLE =
  /^(?:(?:your|my|some|the|example|sample|demo|dummy|placeholder|change[-_]?me|redacted|hidden)[-_.A-Za-z]{0,24}\d{0,3}|(?:password|passwd|secret|token|test|abc|qwerty)\d{0,3}|(.)\1*|0?123456\d*|87654321|[x*•.…#-]{3,}.*|null|none|true|false|undefined|required|optional)$/i
/** Standards that stand behind 密钥： and `token:` as what they are made with. */
const STANDARD =
  /^(?:aes|des|3des|rsa|dsa|ecc|ecdsa|ed\d|sha|md5|hmac|hs|rs|es|wpa|wep|tls|ssl|oauth|jwt|base64|utf|pkcs|x\.?509|http)[-_ ]?[\dA-Za-z_/-]{0,16}$/i
/** Masked already, a placeholder, a variable, a path, a call, a member, a constant of the code. */
const REFERENCE =
  /^[[<{$%(*=【「/\\~]|\*{3}|•{3}|x{5}|\.{3}|…|\$\{|\{\{|^https?:\/\/|[([\]{}]|->|::|^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$|^[A-Z][A-Z0-9]*_[A-Z0-9_]*$|[\p{Script=Han}]{2}/u

/** The values of passwords, tokens and keys where a text sets them, as spans without their quotes. */
export function* assignedSecrets(text: string): Iterable<Span> {
  if (PARTS.test(text)) {
    yield* accepted(ASSIGNED, text, match => (endsName(match) ? value(match, isSecret) : undefined))
    yield* accepted(CELL, text, match => value(match, isSecret))
    yield* accepted(OPTION, text, match => value(match, isSecret))
  }
  if (/uthorization|earer/.test(text)) {
    yield* accepted(HEADER, text, match =>
      value(match, token => /[\d=+/]/.test(token) && !REFERENCE.test(token)),
    )
  }
  if (text.includes('://') && text.includes('@')) {
    yield* accepted(ADDRESS, text, match => {
      const span = value(match, password => !REFERENCE.test(password))
      return span === undefined ? undefined : { start: span.start - 1, end: span.end - 1 }
    })
  }
}

/**
 * The word must be a name of its own, or the end of one: dbPassword, DB_PASSWORD, and not compass. What
 * ends before it, as in `token.ttl=` and `TokenStore=`, sets something else.
 */
function endsName(match: RegExpExecArray): boolean {
  if (/^pass["'`\s:=]/i.test(match[0])) return match.index > 0 && !notBehind(match, /[_-]/)
  if (/^[A-Z][a-z]/.test(match[0])) return true
  return notBehind(match, /^[A-Z]/.test(match[0]) ? /[A-Z]/ : /[A-Za-z]/)
}

function value(match: RegExpExecArray, holds: (value: string) => boolean): Span | undefined {
  const written = match[1] ?? ''
  const end = match.index + match[0].length
  const quoted = /^["'`]/.test(written) ? 1 : 0
  // A backslash at the end is that of a quote in quotes: "…\"".
  const plain = written.slice(quoted, written.length - quoted).replace(/(?:[.:!?*_\\]|\\[nrt].*)+$/, '')
  const start = end - written.length + quoted
  return holds(plain) ? { start, end: start + plain.length } : undefined
}

/** Six characters or more, letters with digits or signs, or digits that are no row and no repetition. */
function isSecret(text: string): boolean {
  if (text.length < 6 || SAMPLE.test(text) || STANDARD.test(text) || REFERENCE.test(text)) return false
  if (/^\d+$/.test(text)) return text.length <= 12
  // Words, versions, ranges and measures are prose: 8-64, 3.0.1, 7200s.
  if (/^[\d.\-~/:]+[A-Za-z%]{0,4}$/.test(text) || / /.test(text)) return false
  return /[A-Za-z]/.test(text) && /\d|[!@#$%^&+=~?].*[a-z]|[a-z].*[!@#$%^&+~?]/.test(text)
}
