// What JSON lets stand but terminals, log viewers and readers of lines take for something else:
// DEL, C1, bidi marks, line separators, noncharacters (our style marks), the byte order mark.
const UNSAFE = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff]/g

/**
 * A value as JSON whose strings hold no control, bidi or line-breaking characters but their escapes.
 * @param indent spaces a level; on one line without
 */
export function jsonText(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, undefined, indent)
  return text.replace(UNSAFE, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
