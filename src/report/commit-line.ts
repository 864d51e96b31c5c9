import { fill, type Language, type Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import type { CommitFacts } from '../model/commit.js'
import { shortCommit } from '../review/history.js'
import { shownLine } from './shown.js'

/** When, who, which commit, and whether it is signed. */
export function commitLine({ commit, author, signature }: CommitFacts, language: Language): string {
  const who = shownLine(`${author.name} <${author.email}>`)
  const sign = signature.status === 'G' ? style.green : signature.status === 'N' ? style.dim : style.red
  return [
    style.bold(timeText(author.time)),
    who,
    style.cyan(shortCommit(commit)),
    sign(signatureWords(signature, language)),
  ].join('  ')
}

/** `2026-11-28 21:04 +08:00`, in the author's own zone. */
export function timeText(time: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):\d{2}(Z|[+-]\d{2}:?\d{2})$/.exec(time)
  return match === null
    ? shownLine(time)
    : `${match[1]} ${match[2]} ${match[3] === 'Z' ? '+00:00' : match[3]}`
}

/** What the letter of `%G?` says (git-log(1)). */
export function signatureWords({ status, signer }: CommitFacts['signature'], language: Language): string {
  const words = SIGNATURES[status] ?? SIGNATURES['E'] ?? NONE
  return fill(words, { signer: shownLine(signer) || '?' })[language]
}

const NONE: Message = { en: 'unsigned', zh: '未签名' }

const SIGNATURES: Readonly<Record<string, Message>> = {
  N: NONE,
  G: { en: 'signed by {signer}', zh: '由 {signer} 签名' },
  U: { en: 'signed by {signer}, a key that is not trusted here', zh: '由 {signer} 签名，密钥在此不受信任' },
  B: { en: 'bad signature', zh: '签名无效' },
  X: { en: 'signed by {signer}, the signature has expired', zh: '由 {signer} 签名，签名已过期' },
  Y: { en: 'signed by {signer}, the key has expired', zh: '由 {signer} 签名，密钥已过期' },
  R: { en: 'signed by {signer}, the key was revoked', zh: '由 {signer} 签名，密钥已吊销' },
  E: { en: 'signed, but the signature cannot be checked here', zh: '有签名，但在此无法核对' },
}
