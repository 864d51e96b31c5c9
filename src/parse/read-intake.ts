import { CasectlError } from '../lib/errors.js'
import { LineIndex } from '../model/range.js'
import { fixedCheck } from './fixed-check.js'
import { jsonFault } from './json-fault.js'

/**
 * Text of a ticket → its object, checked by `ticket.schema.json`. No message repeats a value: a ticket
 * holds personal data.
 * @throws CasectlError `ticket` for what is no JSON, with its place, or does not fit
 */
export function readIntake(text: string, name: string): object {
  const value = parse(text.replace(/^\ufeff/, ''), name)
  const errors = fixedCheck('ticket')(value).filter(({ keyword }) => !['if', 'anyOf'].includes(keyword))
  if (errors.length === 0 && typeof value === 'object' && value !== null) return value
  const details = errors.map(({ instancePath, keyword, params }) => {
    const field = `${instancePath}/${String(params['missingProperty'] ?? '')}`.replace(/\/$/, '') || '/'
    return { en: `${field}  ${keyword}`, zh: `${field}  ${keyword}` }
  })
  throw new CasectlError(
    'ticket',
    { en: `${name} does not fit ticket.schema.json.`, zh: `${name} 不符合 ticket.schema.json。` },
    {
      en: 'A ticket is an object with id, and title or problem.',
      zh: '工单应为对象，含 id，以及 title 或 problem。',
    },
    details.slice(0, 10),
  )
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const at = jsonFault(text) ?? text.length
    const { line, column } = new LineIndex(text).range(at, at)
    const place = `${name}:${line}:${column}`
    throw new CasectlError('ticket', { en: `${place}: this is no JSON.`, zh: `${place}：不是有效的 JSON。` })
  }
}
