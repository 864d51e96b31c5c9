import { shownLine } from '../shown.js'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Shows nothing and parts what hosts read as one: a mention, a reference, an address. */
const NOTHING = '<!-- -->'

/**
 * Text as Markdown that shows it as it is on one line: no markup, no HTML, nobody mentioned, no
 * issue referred to, no address made a link. (Hosts look for the latter in the text that Markdown
 * left, so that a backslash does not stop them.)
 */
export function markdownText(text: string): string {
  return escaped(shownLine(text))
}

/** A message of ours as Markdown: what stands between backticks is code, the rest shown as it is. */
export function messageMarkdown(message: string): string {
  const pieces = shownLine(message).split(/`([^`]+)`/)
  // Two codes without anything between them would be read as one.
  const plain = (piece: string): string => (piece === '' ? NOTHING : escaped(piece))
  const shown = pieces.map((piece, i) => (i % 2 === 1 ? codeSpan(piece) : plain(piece)))
  return shown.join('').replace(/^<!-- -->|<!-- -->$/g, '')
}

/** Text as code, whatever backticks it holds. */
export function codeSpan(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0)
  const fence = '`'.repeat(longest + 1)
  // One space on each side is not shown, and keeps a backtick or a space at the edge.
  const edge = /^[ `]|[ `]$/.test(text) ? ' ' : ''
  return text.trim() === '' ? '' : fence + edge + text + edge + fence
}

function escaped(text: string): string {
  return text
    .replace(/[&<>]/g, char => ENTITIES[char] ?? char)
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/(?:[@#!%~$]|&amp;)(?=[\p{L}\p{N}_\\])/gu, `$&${NOTHING}`)
    .replace(/:(?=\/\/)|www(?=\.)|(?:mailto|xmpp):/gi, `$&${NOTHING}`)
}
