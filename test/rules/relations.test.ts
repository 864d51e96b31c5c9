import { describe, expect, test } from 'vitest'
import { exampleCase } from '../../src/rules/example.js'
import { findings, fixed } from './lint-text.js'

const RULE = 'relations'
const [A, B, C] = ['CASE-00001', 'CASE-00002', 'CASE-00003'] as const
type Fields = Record<string, string | undefined>

const library = (a: Fields, b?: Fields, c?: Fields) => ({
  'cases/a.md': exampleCase({ id: A, ...a }),
  ...(b === undefined ? {} : { 'cases/b.md': exampleCase({ id: B, ...b }) }),
  ...(c === undefined ? {} : { 'cases/c.md': exampleCase({ id: C, ...c }) }),
})
const lint = (a: Fields, b?: Fields, c?: Fields) =>
  findings(RULE, library(a, b, c)).map(
    ({ path, code, severity, at }) =>
      `${path.slice(6, 7)} ${code} ${at?.line}:${at?.column}${severity === 'error' ? '' : ` ${severity}`}`,
  )
const superseded = (by: string) => ({ status: 'superseded', superseded_by: by })

test('a case that does not exist is an error with the nearest ids', () => {
  expect(lint({ related: `[${C}]` })).toEqual(['a unknown 16:11'])
  expect(findings(RULE, library({ related: '[CASE-00004]' }, {}))[0]?.args['suggestion']).toContain(
    'CASE-00002',
  )
  expect(lint({ ...superseded(C) })).toEqual(['a unknown 16:16'])
})

test('the case of a file that cannot be read is not said to be missing', () => {
  const files = (b: string) => ({ ...library({ related: `[${B}]` }), [`cases/${B}-b.md`]: b })
  expect(findings(RULE, files('---\ntitle: [\n---\n'))).toEqual([])
  expect(findings(RULE, files(exampleCase({ id: C })))[0]?.code).toBe('unknown')
})

test('a case does not name itself', () => {
  expect(lint({ related: `[${A}]`, supersedes: `[${A}]` })).toEqual(['a self 16:11', 'a self 17:14'])
})

describe('related', () => {
  test('the file that lacks the other is told which ids to add', () => {
    expect(lint({ related: `[${B}]` }, { related: `[${A}]` })).toEqual([])
    expect(lint({ related: `[${B}]` }, {})).toEqual(['b oneSided 2:5 warning'])
    const [finding] = findings(RULE, library({ related: `[${B}, ${C}]` }, { related: `[${C}]` }, {}))
    expect([finding?.path, finding?.args['ids']]).toEqual(['cases/b.md', A])
  })

  test('a draft or withdrawn case obliges nobody', () => {
    for (const status of ['draft', 'withdrawn']) expect(lint({ related: `[${B}]`, status }, {})).toEqual([])
  })

  test('one that is superseded need not be named twice', () => {
    expect(lint({ related: `[${B}]`, supersedes: `[${B}]` }, superseded(A))).toEqual([
      'a twice 16:11 warning',
    ])
    expect(lint({ supersedes: `[${B}]` }, { ...superseded(A), related: `[${A}]` })).toEqual([
      'b twice 17:11 warning',
    ])
  })

  test('items that were refused do not shift the places of the others', () => {
    expect(lint({ related: `[case-1, ${C}]` })).toEqual(['a unknown 16:19'])
    expect(lint({ related: `[${B}]` }, { related: 'none' })).toEqual([])
  })
})

describe('the fix completes `related`', () => {
  const completed = (related: string | undefined) => {
    const files = library({ related: `[${B}]` }, { related, tags: '[x]' }, { related: `[${B}]` })
    const text = fixed(RULE, files, 'cases/b.md')
    const again = { ...files, 'cases/b.md': text }
    expect(findings(RULE, again).filter(({ code }) => code === 'oneSided')).toEqual([])
    return text.slice(text.indexOf('source:'), text.indexOf('# Home')).split('\n').slice(1).join('\n')
  }

  test.each([
    ['a list in brackets', '[CASE-00009]', `related: [CASE-00009, ${A}, ${C}]\ntags: [x]\n---\n\n`],
    ['an empty list', '[]', `related: [${A}, ${C}]\ntags: [x]\n---\n\n`],
    ['no list', undefined, `tags: [x]\nrelated: [${A}, ${C}]\n---\n\n`],
    ['an empty field', '', `related: [${A}, ${C}] \ntags: [x]\n---\n\n`],
    [
      'lines',
      '\n  - CASE-00009 # old\n',
      `related: \n  - CASE-00009 # old\n  - ${A}\n  - ${C}\n\ntags: [x]\n---\n\n`,
    ],
    [
      'lines without indentation',
      '\n- "CASE-00009"',
      `related: \n- "CASE-00009"\n- ${A}\n- ${C}\ntags: [x]\n---\n\n`,
    ],
    [
      'brackets over lines',
      '[\n  CASE-00009,\n  ]',
      `related: [\n  CASE-00009, ${A}, ${C},\n  ]\ntags: [x]\n---\n\n`,
    ],
  ])('%s', (_name, related, expected) => {
    expect(completed(related)).toBe(expected)
  })

  test('with the line breaks of the file', () => {
    const files = library({ related: `[${B}]` }, { related: '\n  - CASE-00009', tags: '[x] # last' })
    const crlf = { ...files, 'cases/b.md': files['cases/b.md']?.replaceAll('\n', '\r\n') ?? '' }
    expect(fixed(RULE, crlf, 'cases/b.md')).toContain(`\r\n  - CASE-00009\r\n  - ${A}\r\ntags: [x]`)
  })

  test('but not inside front matter in braces', () => {
    const braces = `---\n{id: ${B}, kind: case, title: t, status: published, language: en}\n---\n`
    const files = { ...library({ related: `[${B}]` }), 'cases/b.md': braces }
    const [finding] = findings(RULE, files)
    expect([finding?.code, finding?.fix]).toEqual(['oneSided', undefined])
  })
})

describe('superseding', () => {
  test('both sides agree', () => {
    expect(lint({ supersedes: `[${B}]` }, superseded(A))).toEqual([])
  })

  test('the old case does not know: an error, a warning until the new one is published', () => {
    expect(lint({ supersedes: `[${B}]` }, {})).toEqual(['a notSupersededBy 16:14'])
    for (const status of ['draft', 'in-review']) {
      expect(lint({ supersedes: `[${B}]`, status }, {})).toEqual(['a notSupersededBy 16:14 warning'])
    }
  })

  test('the old case names another successor', () => {
    expect(lint({ supersedes: `[${B}]` }, superseded(C), { supersedes: `[${B}]` })).toEqual([
      'a otherSuccessor 16:14',
    ])
  })

  test('the new case does not know', () => {
    expect(lint(superseded(B), {})).toEqual(['a notSupersedes 16:16'])
  })

  test('status and successor go together', () => {
    expect(lint({ status: 'superseded' })).toEqual(['a noSuccessor 5:9'])
    expect(lint({ superseded_by: B }, { supersedes: `[${A}]` })).toEqual(['a notSuperseded 16:16'])
    expect(lint({ status: 'replaced', superseded_by: B }, { supersedes: `[${A}]` })).toEqual([])
  })

  test.each(['draft', 'archived', 'withdrawn'])('a successor that is %s is a warning', status => {
    expect(lint(superseded(B), { status, supersedes: `[${A}]` })).toEqual(['a successorStatus 16:16 warning'])
  })

  test('a loop is an error in each of its cases, and a chain into a loop ends', () => {
    const loop = lint(
      { ...superseded(B), supersedes: `[${B}]` },
      { ...superseded(A), supersedes: `[${A}]` },
      superseded(A),
    )
    expect(loop.filter(line => line.includes('loop'))).toEqual(['a loop 16:16', 'b loop 16:16'])
    expect(loop.filter(line => line.startsWith('c'))).toEqual(['c notSupersedes 16:16'])
  })
})

describe('cases that supersede each other in a circle', () => {
  test('are told so, and not to complete the circle', () => {
    const loop = lint({ supersedes: `[${B}]` }, { supersedes: `[${C}]` }, { supersedes: `[${A}]` })
    expect(loop).toEqual(['a supersedesLoop 16:14', 'b supersedesLoop 16:14', 'c supersedesLoop 16:14'])
    const [first] = findings(RULE, library({ supersedes: `[${B}]` }, { supersedes: `[${A}]` }))
    expect(first?.args).toEqual({ other: B, members: `${A}, ${B}` })
  })

  test('are told once where one side already agrees, and a case beside the circle is in none', () => {
    expect(
      lint({ ...superseded(B), supersedes: `[${B}]` }, { supersedes: `[${A}]` }, { supersedes: `[${A}]` }),
    ).toEqual(['a supersedesLoop 17:14', 'c otherSuccessor 16:14'])
  })

  test('of any number are found in linear time', () => {
    const id = (i: number) => `CASE-${String(i).padStart(5, '0')}`
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [
        `cases/${i}.md`,
        exampleCase({ id: id(i), supersedes: `[${id((i + 1) % 60)}]` }),
      ]),
    )
    const found = findings(RULE, files).filter(({ code }) => code === 'supersedesLoop')
    expect(found).toHaveLength(60)
    expect(found[0]?.args['members']).toBe(`${[0, 1, 2, 3, 4].map(id).join(', ')}, …`)
  })
})

test('a case without an id still hears of ids that do not exist', () => {
  expect(lint({ id: undefined, related: `[${C}]` })).toEqual(['a unknown 15:11'])
})
