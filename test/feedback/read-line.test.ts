import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  drawEvent,
  eventLine,
  FEEDBACK_KINDS,
  type FeedbackEvent,
  type Said,
} from '../../src/feedback/event.js'
import { eventsIn, wholeEventsIn } from '../../src/feedback/read-events.js'
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

test('scanning bytes finds what reading lines finds, each event once, whatever is done to the text', () => {
  const edit = fc.record({
    at: fc.nat(2000),
    text: fc.constantFrom('', '"', '}', 'x', '0', '\r', '\n', '中', ' '),
  })
  fc.assert(
    fc.property(fc.array(events, { maxLength: 12 }), fc.array(edit, { maxLength: 4 }), (written, edits) => {
      const lines = written.map(event => eventLine(event as unknown as FeedbackEvent))
      let text = [...lines, ...lines.slice(0, 3)].join('\n')
      for (const { at, text: put } of edits) text = text.slice(0, at) + put + text.slice(at + 1)
      const expected = new Map<string, FeedbackEvent>()
      const said = ({ case: id, kind, day, rating }: Said): Said => ({
        ...{ case: id, kind, day },
        ...(rating === undefined ? {} : { rating }),
      })
      let bad = 0
      for (const line of text.split('\n')) {
        const read = readEventLine(line)
        if (typeof read === 'string') bad++
        else if (read !== undefined && !expected.has(read.event)) expected.set(read.event, read)
      }
      let counted = 0
      const bytes = new TextEncoder().encode(text)
      const found = [...eventsIn([bytes], () => counted++)].map(said)
      expect([found, counted]).toEqual([[...expected.values()].map(said), bad])
      expect([...wholeEventsIn([bytes])]).toEqual([...expected.values()])
    }),
    { numRuns: 2000 },
  )
})

test('thousands of ids are each met once', () => {
  const line = (i: number): string =>
    `{"event":"${(i * 2654435761).toString(16).padStart(20, '0').slice(-20)}","case":"CASE-0000A","kind":"used","day":"2026-11-02"}\n`
  const text = Array.from({ length: 5000 }, (_, i) => line(i)).join('')
  expect([...eventsIn([text, text])]).toHaveLength(5000)
})
