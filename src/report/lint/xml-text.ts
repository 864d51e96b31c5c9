// What XML 1.0 has no way to say (https://www.w3.org/TR/xml/#charsets), and what says it otherwise
// than it looks: C1, bidi marks, noncharacters, the byte order mark. TAB, LF and CR are XML's.
const REFUSED =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]|\p{Cs}/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text between tags; what XML refuses stands as `\u001b`. */
export function xmlText(text: string): string {
  return text
    .replace(REFUSED, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/[&<>"']/g, char => ENTITIES[char] ?? char)
    .replaceAll('\r', '&#13;')
}

/** The value of an attribute, whose white space would else be normalised. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('\t', '&#9;').replaceAll('\n', '&#10;')
}
