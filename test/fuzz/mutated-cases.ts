import fc from 'fast-check'
import { BODY_PIECES, BYTES, FENCES, FRONT_LINES, UNITS } from './hazards.js'

/** One change: what, where (taken modulo what there is), how much, and with what. */
interface Mutation {
  readonly kind: string
  readonly at: number
  readonly size: number
  readonly piece: number
}

type Change = (text: string, mutation: Mutation) => string

/** Somewhat above the largest file that is read, so that both sides of that bound are met. */
const MAX_TEXT = 280_000

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T

/** Changes of whole lines. */
function lines(change: (lines: string[], at: number, mutation: Mutation) => void): Change {
  return (text, mutation) => {
    const all = text.split('\n')
    change(all, mutation.at % all.length, mutation)
    return all.join('\n')
  }
}

/** Puts something in at any character, or at the start of a line. */
const insert =
  (what: (mutation: Mutation) => string): Change =>
  (text, mutation) => {
    const at = mutation.at % (text.length + 1)
    return text.slice(0, at) + what(mutation) + text.slice(at)
  }

/** Changes a line between the lines of `---`. */
function frontMatter(change: (lines: string[], at: number, mutation: Mutation) => void): Change {
  return lines((all, _, mutation) => {
    const end = all.indexOf('---', 1)
    change(all, 1 + (mutation.at % Math.max(1, end)), mutation)
  })
}

const repeated = ({ piece, size }: Mutation): string =>
  pick(UNITS, piece).repeat(size % 50 === 0 ? size * 10 : (size % 120) + 1)

const CHANGES: Readonly<Record<string, Change>> = {
  cut: (text, { at }) => text.slice(0, at % (text.length + 1)),
  removeCharacters: (text, { at, size }) => {
    const start = at % (text.length + 1)
    return text.slice(0, start) + text.slice(start + 1 + (size % 40))
  },
  removeLines: lines((all, at, { size }) => all.splice(at, 1 + (size % 6))),
  repeatLines: lines((all, at, { size }) => {
    const block = all.slice(at, at + 1 + (size % 3))
    all.splice(at, 0, ...Array.from({ length: size % 60 }, () => block).flat())
  }),
  swapLines: lines((all, at, { size }) => {
    const other = size % all.length
    const kept = all[at] ?? ''
    all[at] = all[other] ?? ''
    all[other] = kept
  }),
  joinLines: lines((all, at) => all.splice(at, 2, `${all[at]}${all[at + 1] ?? ''}`)),
  prefixLines: lines((all, at, mutation) => {
    const prefix = pick(UNITS, mutation.piece)
    const end = Math.min(all.length, at + 1 + (mutation.size % 20))
    for (let i = at; i < end; i++) all[i] = prefix + all[i]
  }),
  insertPiece: insert(({ piece }) => pick(BODY_PIECES, piece)),
  insertBlock: lines((all, at, { piece }) => all.splice(at, 0, '', pick(BODY_PIECES, piece), '')),
  insertRun: insert(repeated),
  insertLine: lines((all, at, mutation) => all.splice(at, 0, repeated(mutation))),
  frontLine: frontMatter((all, at, { piece }) => all.splice(at, 0, pick(FRONT_LINES, piece))),
  frontRun: frontMatter((all, at, mutation) => all.splice(at, 0, `x: ${repeated(mutation)}`)),
  repeatKey: frontMatter((all, at, { size }) => all.splice(at, 0, all[1 + (size % 12)] ?? '')),
  changeValue: frontMatter((all, at, { piece }) => {
    const value = /^[^:]*:\s*(.*)/s.exec(pick(FRONT_LINES, piece))?.[1] ?? ''
    all[at] = `${(all[at] ?? '').split(':')[0]}: ${value}`
  }),
  changeFence: lines((all, _, { at, piece }) => {
    const fence = at % 2 === 0 ? 0 : all.indexOf('---', 1)
    if (fence >= 0) all[fence] = pick(FENCES, piece)
  }),
  normalise: (text, { at, piece }) => {
    const start = at % (text.length + 1)
    const form = pick(['NFC', 'NFD', 'NFKC', 'NFKD'], piece)
    return text.slice(0, start) + text.slice(start).normalize(form)
  },
  widen: lines((all, at) => {
    const wide = (c: string): string => String.fromCharCode(c.charCodeAt(0) + 0xfee0)
    all[at] = (all[at] ?? '').replace(/[!-~]/g, wide)
  }),
  breakLines: (text, { piece }) =>
    text.replaceAll('\n', pick(['\r\n', '\r', '\n\r', '\n\n', '\u2028'], piece)),
  twice: text => text + text,
}

/** Changes of bytes, made last: what follows them may be no text. */
const BYTE_CHANGES: Readonly<Record<string, (bytes: Uint8Array, mutation: Mutation) => Uint8Array>> = {
  flip: (bytes, { at, size }) => {
    const copy = bytes.slice()
    if (copy.length > 0) copy[at % copy.length] = size % 256
    return copy
  },
  insert: (bytes, { at, piece }) => {
    const start = at % (bytes.length + 1)
    return Uint8Array.from([...bytes.subarray(0, start), ...pick(BYTES, piece), ...bytes.subarray(start)])
  },
}

const mutation = (kinds: readonly string[]): fc.Arbitrary<Mutation> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    at: fc.nat({ max: 1_000_000 }),
    size: fc.nat({ max: 4000 }),
    piece: fc.nat({ max: 10_000 }),
  })

/** Files that were cases once: one of the texts with up to six changes, a tenth of them in bytes. */
export function mutatedCases(texts: readonly string[]): fc.Arbitrary<Uint8Array> {
  const ofText = fc.array(mutation(Object.keys(CHANGES)), { minLength: 1, maxLength: 6 })
  const ofBytes = fc.oneof(
    { weight: 9, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(mutation(Object.keys(BYTE_CHANGES)), { minLength: 1, maxLength: 2 }) },
  )
  return fc.tuple(fc.constantFrom(...texts), ofText, ofBytes).map(([text, changes, byteChanges]) => {
    const changed = changes.reduce(
      (current, change) => (CHANGES[change.kind]?.(current, change) ?? current).slice(0, MAX_TEXT),
      text,
    )
    const bytes: Uint8Array = new TextEncoder().encode(changed)
    return byteChanges.reduce<Uint8Array>(
      (now, change) => BYTE_CHANGES[change.kind]?.(now, change) ?? now,
      bytes,
    )
  })
}
