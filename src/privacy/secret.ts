import { assignedSecrets, SECRET_WORDS } from './assigned-secret.js'
import { accepted, notBehind, type Recogniser, type Span, whole } from './recogniser.js'

// Keys whose issuers mark them: AWS, Alibaba Cloud, Tencent Cloud, GitHub, GitLab, Slack, Google,
// Stripe, OpenAI and those who write like it, npm, SendGrid, Hugging Face, DingTalk.
const MARKED = [
  '(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}',
  'LTAI[A-Za-z0-9]{12,24}',
  'AKID[A-Za-z0-9]{13,40}',
  'gh[pousr]_[A-Za-z0-9]{36,255}',
  'github_pat_[A-Za-z0-9_]{22,255}',
  'glpat-[A-Za-z0-9_-]{20,64}',
  'xox[abeoprs]-[A-Za-z0-9-]{10,250}',
  'AIza[A-Za-z0-9_-]{35}',
  'ya29\\.[A-Za-z0-9_-]{20,250}',
  '[spr]k_(?:live|test)_[A-Za-z0-9]{16,128}',
  'sk-(?=[A-Za-z_-]{0,40}\\d)[A-Za-z0-9_-]{20,200}',
  'npm_[A-Za-z0-9]{36}',
  'SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{16,64}',
  'hf_[A-Za-z0-9]{30,60}',
  'SEC[0-9a-f]{64}',
]
const KEY = new RegExp(`(?:${MARKED.join('|')})(?![A-Za-z0-9_])`, 'g')
/** JSON Web Tokens: both parts begin with `{"` in base64url. */
const JWT = /eyJ[\w-]{8,4096}\.eyJ[\w-]{8,8192}\.[\w-]{0,4096}/g
const STARTS =
  /A(?:KIA|SIA|BIA|CCA|KID|Iza)|LTAI|gh[pousr]_|github_pat_|glpat-|xox|ya29\.|k_(?:live|test)_|sk-|npm_|SG\.|hf_|SEC[0-9a-f]/
/** How each of them begins. */
const MARKS = [
  ...['AKIA', 'ASIA', 'ABIA', 'ACCA', 'LTAI', 'AKID', 'ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
  ...['glpat-', 'xox', 'AIza', 'ya29.', 'k_live_', 'k_test_', 'sk-', 'npm_', 'SG.', 'hf_'],
  'SEC',
]
const JOINED = /[A-Za-z0-9_-]/
const BLOCK_START = /-{3,5} ?BEGIN [A-Z0-9 ]{0,24}PRIVATE KEY(?: BLOCK)? ?-{3,5}/g
const BLOCK_END = /-{3,5} ?END [A-Z0-9 ]{0,24}PRIVATE KEY(?: BLOCK)? ?-{3,5}/g
/** What is left of a block that was cut: lines of base64, behind indentation or quote marks. */
const BLOCK_REST = /(?:[ \t>]*\r?\n[ \t>]*[A-Za-z0-9+/=]{16,200}(?![^\s"'`])){0,200}/y

/** Keys, tokens, private key blocks, and passwords where one is given. */
export const secret: Recogniser = {
  type: 'secret',
  words: { exact: ['eyJ', 'PRIVATE KEY', ...MARKS], anyCase: SECRET_WORDS },
  *find(text) {
    if (STARTS.test(text)) yield* accepted(KEY, text, match => whole(match, notBehind(match, JOINED)))
    if (text.includes('eyJ')) yield* accepted(JWT, text, match => whole(match, notBehind(match, JOINED)))
    if (text.includes('PRIVATE KEY')) yield* accepted(BLOCK_START, text, match => block(match, text))
    yield* assignedSecrets(text)
  },
}

function block(match: RegExpExecArray, text: string): Span {
  const from = match.index + match[0].length
  BLOCK_END.lastIndex = from
  const closing = BLOCK_END.exec(text)
  // A block that never ends must not swallow the text up to the next one.
  const next = text.indexOf('BEGIN ', from)
  if (closing !== null && (next === -1 || closing.index < next)) {
    return { start: match.index, end: closing.index + closing[0].length }
  }
  BLOCK_REST.lastIndex = from
  const rest = BLOCK_REST.exec(text)?.[0] ?? ''
  return { start: match.index, end: from + rest.length }
}
