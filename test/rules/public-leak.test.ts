import { describe, expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { findings } from './lint-text.js'

const RULE = 'public-leak'
type Fields = Record<string, string | undefined>

interface Setting {
  readonly text?: string
  /** Of the case that holds the text. */
  readonly fields?: Fields
  /** Of the other case. */
  readonly other?: Fields
  readonly otherBody?: string
}

const files = ({ text = '', fields = {}, other = {}, otherBody }: Setting) => ({
  'cases/a.md': exampleCase(
    { id: 'CASE-00001', ...fields },
    exampleBody('The channel is a radar channel.', text),
  ),
  'cases/b.md': exampleCase({ id: 'CASE-00002', audience: 'internal', ...other }, otherBody),
  'cases/files/plan.svg': '<svg/>',
})
const lint = (setting: Setting) =>
  findings(RULE, files(setting))
    .filter(({ path }) => path === 'cases/a.md')
    .map(
      ({ code, at, severity }) =>
        `${code} ${at?.line}:${at?.column}${severity === 'error' ? '' : ` ${severity}`}`,
    )

const LINK = 'As in [the other](b.md).'

describe('a link from public text', () => {
  test('to an internal case is an error, to a partner one a warning, to a public one nothing', () => {
    expect(lint({ text: LINK })).toEqual(['link 30:7'])
    expect(lint({ text: LINK, other: { audience: 'partner' } })).toEqual(['link 30:7 warning'])
    expect(lint({ text: LINK, other: { audience: 'public' } })).toEqual([])
  })

  test('counts the default audience where a case names none', () => {
    expect(lint({ text: LINK, other: { audience: undefined } })).toEqual(['link 30:7'])
    expect(lint({ text: LINK, fields: { audience: undefined } })).toEqual([])
  })

  test('from a partner case leaks too, to partners; from an internal one nothing does', () => {
    expect(lint({ text: LINK, fields: { audience: 'partner' } })).toEqual(['link 30:7'])
    expect(lint({ text: LINK, fields: { audience: 'partner' }, other: { audience: 'partner' } })).toEqual([])
    expect(lint({ text: LINK, fields: { audience: 'internal' } })).toEqual([])
  })

  test('is at most a warning in a draft', () => {
    expect(lint({ text: LINK, fields: { status: 'draft' } })).toEqual(['link 30:7 warning'])
  })

  test('may stand in a section for those readers', () => {
    const text = `x\n\n## Notes {audience=internal}\n\n${LINK}`
    expect(lint({ text })).toEqual([])
    expect(lint({ text: text.replace('internal', 'partner') })).toEqual(['link 34:7'])
  })
})

describe('a link to a section that is internal', () => {
  const otherBody = exampleBody('## Diagnosis', '## Diagnosis {audience=internal}')
  const other = { audience: 'public' }

  test('leaks, in this file and in another, however the anchor is written', () => {
    expect(lint({ text: 'See [there](b.md#diagnosis).', other, otherBody })).toEqual(['section 30:5'])
    expect(lint({ text: 'See [there](b.md#diagnosis-audienceinternal).', other, otherBody })).toEqual([
      'section 30:5',
    ])
    expect(lint({ text: 'See [there](b.md#problem).', other, otherBody })).toEqual([])
    const text = 'See [below](#notes).\n\n## Notes {audience=internal}\n\nSecret.'
    expect(lint({ text })).toEqual(['section 30:5'])
  })
})

describe('an attachment of an internal case', () => {
  const attachments = '[{ path: files/plan.svg }]'

  test('is not shown or linked to by public text', () => {
    expect(lint({ text: '![plan](files/plan.svg)', other: { attachments } })).toEqual(['attachment 30:1'])
    expect(lint({ text: 'See [plan](files/plan.svg).', other: { attachments } })).toEqual(['attachment 30:5'])
    expect(lint({ text: '![plan](files/plan.svg)' })).toEqual([])
  })

  test('nor listed by a public case', () => {
    expect(
      lint({ text: '![plan](files/plan.svg)', fields: { attachments }, other: { attachments } }),
    ).toEqual(['attachment 16:23'])
  })

  test('unless a public case has it as well', () => {
    const third = exampleCase({ id: 'CASE-00003', attachments })
    const all = { ...files({ text: '![plan](files/plan.svg)', other: { attachments } }), 'cases/c.md': third }
    expect(findings(RULE, all).map(({ path }) => path)).toEqual(['cases/c.md'])
  })
})

describe('an id in the text', () => {
  test('is a warning, once a case, wherever it stands', () => {
    expect(lint({ text: 'As in `CASE-00002`, and CASE-00002 again.' })).toEqual(['named 30:8 warning'])
    expect(lint({ text: '同 CASE-00002。' })).toEqual(['named 30:3 warning'])
  })

  test('is passed over where the link says it, in comments, and in other words', () => {
    expect(lint({ text: 'As in [CASE-00002](b.md) and CASE-00002.' })).toEqual(['link 30:7'])
    expect(lint({ text: '<!-- CASE-00002 -->' })).toEqual([])
    expect(lint({ text: 'XCASE-00002, CASE-000021, CASE-00009' })).toEqual([])
    expect(lint({ text: 'See [it](gone/CASE-00002-old.md).' })).toEqual([])
  })

  test('is no matter in the front matter', () => {
    expect(lint({ fields: { related: '[CASE-00002]' } })).toEqual([])
  })
})
