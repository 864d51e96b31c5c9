import type { FilePieces } from '../../model/file-pieces.js'
import { cutAtNul, latin1, partOf, utf8, viewOf } from './bytes.js'
import type { ImageFacts } from './image-facts.js'
import { readTiff } from './tiff.js'
import { readXmp } from './xmp.js'

const XMP = 'XML:com.adobe.xmp'
/** Keywords of free text (PNG third edition, 11.3.3.1). */
const TEXTS: ReadonlySet<string> = new Set(['Title', 'Description', 'Copyright', 'Comment', 'Disclaimer'])
/** Blocks of other formats as hexadecimal digits, as older programs write them; mostly deflated. */
const PROFILE = /^Raw profile type (?:exif|APP1|xmp|iptc|8bim)$/i

/** Reads the chunks of a PNG (third edition, 5.3): length, type, data, check sum. */
export function readPng(file: FilePieces, facts: ImageFacts): void {
  for (let at = 8; at + 12 <= file.size; ) {
    const head = file.piece(at, 8)
    if (head.length < 8) return
    const length = viewOf(head).getUint32(0)
    const type = latin1(head.subarray(4))
    if (type === 'IEND') return
    if (type === 'eXIf') readTiff(partOf(file, at + 8, length), facts)
    const form = FORMS[type]
    if (form !== undefined) form(file.piece(at + 8, Math.min(length, file.size - at - 8)), facts)
    at += 12 + length
  }
}

/** Deflated text is not opened: a few bytes may stand for a gigabyte. Its keyword is plain. */
const FORMS: Readonly<Record<string, (data: Uint8Array, facts: ImageFacts) => void>> = {
  tEXt: (data, facts) => {
    const [keyword, text] = cutAtNul(data)
    readText(latin1(keyword), utf8(text), facts)
  },
  zTXt: (data, facts) => readPacked(latin1(cutAtNul(data)[0]), facts),
  // Keyword, packed or not, method, language, translated keyword, text (11.3.3.4).
  iTXt: (data, facts) => {
    const [keyword, rest] = cutAtNul(data)
    if (rest[0] === 1) readPacked(latin1(keyword), facts)
    else readText(latin1(keyword), utf8(cutAtNul(cutAtNul(rest.subarray(2))[1])[1]), facts)
  },
}

function readText(keyword: string, text: string, facts: ImageFacts): void {
  if (keyword === XMP) readXmp(text, facts)
  else if (keyword === 'Author') facts.field('author', text)
  else if (TEXTS.has(keyword)) facts.text(text)
  else if (PROFILE.test(keyword)) facts.packed = true
}

function readPacked(keyword: string, facts: ImageFacts): void {
  if (keyword === XMP || keyword === 'Author' || TEXTS.has(keyword) || PROFILE.test(keyword)) {
    facts.packed = true
  }
}
