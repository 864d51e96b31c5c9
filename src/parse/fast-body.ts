import type { BodyText } from '../model/case-text.js'
import { BlockScanner } from './fast-blocks.js'
import { LineCursor } from './fast-lines.js'
import { type HeadingMeaning, Outline, sectionText } from './fast-outline.js'
import { Places } from './fast-places.js'

// What is beyond the subset wherever it stands. Tabs are columns, CR ends lines, some signs are
// white space to one of the readers only.
const STRANGE = /[\0\t\r\v\f\u2028\u2029\ufeff]/

/** What was read of a body: its words, and where everything stands. */
export interface ScannedBody {
  readonly outline: Outline
  readonly places: Places
}

/**
 * Reads a body in the plain Markdown that cases are written in, some hundred times as fast as the
 * parser; undefined where the Markdown is beyond the subset. Limits are the caller's to look at.
 */
export function scanBody(text: string, bodyStart: number): ScannedBody | undefined {
  const body = text.slice(bodyStart)
  if (STRANGE.test(body) || body.includes('[^')) return undefined
  const outline = new Outline()
  const places = new Places()
  const sure = new BlockScanner(new LineCursor(text, bodyStart), outline, places).scan()
  return sure ? { outline, places } : undefined
}

/** The words of a body. */
export function bodyText({ outline }: ScannedBody, meaning: HeadingMeaning): BodyText {
  return {
    headings: outline.headings.map(({ depth, title }) => ({ depth, title })),
    sections: outline.sections().map(({ heading, text }) => sectionText(heading, text, meaning)),
    text: outline.text,
  }
}
