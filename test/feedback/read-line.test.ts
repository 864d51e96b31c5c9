import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawEvent, eventLine, FEEDBACK_KINDS, type FeedbackEvent } from '../../src/feedback/event.js'
import { readEventLine } from '../../src/feedback/read-line.js'

const schema = JSON.parse(readFileSync('schemas/feedback.schema.json', 'utf8'))
const validate = new Ajv2020({ formats: { date: true } }).compile(schema)

const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const events = fc
  .record({
    event: fc.uint8Array({ minLength: 10, maxLength: 10 }).map(bytes => drawEvent(() => bytes)),
    case: fc.constantFrom('CASE-0000A', 'KB-7F3KQ'),
    kind: fc.constantFrom(...FEEDBACK_KINDS),
    day: days.map(day => day.toISOString().slice(0, 10)),
    rating: optional(fc.integer({ min: 1, max: 5 })),
    via: optional(fc.constantFrom('reply', 'cite')),
    ticket: optional(fc.string({ minLength: 1, maxLength: 50 })),
    text: optional(fc.string({ minLength: 1, maxLength: 400 })),
  })
  .map(all => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)))

test('what is written fits the schema and is read again as it was', () => {
  fc.assert(
    fc.property(events, event => {
      const line = eventLine(event as unknown as FeedbackEvent)
      expect(validate(JSON.parse(line))).toBe(true)
      expect(readEventLine(line)).toEqual(event)
      expect(readEventLine(`${line}\r`)).toEqual(event)
      // Keys in another order take the slow way to the same event.
      const turned = JSON.stringify(Object.fromEntries(Object.entries(event).reverse()))
      expect(readEventLine(turned)).toEqual(event)
    }),
  )
})

test('no text makes the reader throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), text => {
      const read = readEventLine(text)
      expect(read === undefined || typeof read === 'string' || typeof read === 'object').toBe(true)
    }),
  )
})
