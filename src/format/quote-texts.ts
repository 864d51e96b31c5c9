import { FIELD_ORDER } from './field-order.js'
import type { Edit, Step } from './step.js'

// What the schema takes for a day, a number or a yes: these are written bare.
const NOT_TEXT =
  /^\/(?:created|updated|opened|review_by|resolution_hours|outcomes\/\d+\/(?:before|after)|testimonial\/consent|attachments\/\d+\/size)$/

// What readers of YAML 1.1 (yaml.org/type: null, bool, int, float, merge, value) and of the core
// schema of YAML 1.2 (§10.3) take for something else than text. Days are left out: people write
// them bare everywhere.
const FORMS = [
  '~|null|Null|NULL|<<|=',
  'y|Y|n|N|yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF',
  '[-+]?(?:0b[01_]+|0x[\\da-fA-F_]+|0o[0-7]+)',
  '[-+]?(?:\\d[\\d_]*(?:\\.[\\d_]*)?|\\.\\d[\\d_]*)(?:[eE][-+]?\\d+)?',
  '[-+]?\\d[\\d_]*(?::[0-5]?\\d)+(?:\\.[\\d_]*)?',
  '[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)',
]
const AMBIGUOUS = new RegExp(`^(?:${FORMS.join('|')})$`)

/**
 * Quotes bare texts that other readers of YAML would take for a number, a yes or nothing: `1.10`,
 * `NO`, `007`. Quotes and forms that are there stay as they are.
 */
export const quoteTexts: Step = ({ file: { text }, case: found }) => {
  const edits: Edit[] = []
  for (const [pointer, { key, value }] of found.fields) {
    const { start, end } = value
    if (start === end || start === key?.start || NOT_TEXT.test(pointer)) continue
    // What the library's own fields hold is for the library to say.
    if (!FIELD_ORDER.includes(pointer.split('/')[1] ?? '')) continue
    const written = text.slice(start, end)
    if (AMBIGUOUS.test(written)) edits.push({ start, end, text: `"${written}"` })
  }
  return edits
}
