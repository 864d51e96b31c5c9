import { describe, expect, test } from 'vitest'
import { isLanguageTag } from '../../src/parse/language-tag.js'
import { linearRegExp } from '../../src/parse/linear-regexp.js'
import { caseValidator, checkOptions } from '../../src/parse/schema.js'
import { BASE, briefly, caseOf, caseParser, caseText, parse } from './parsing.js'

/** The problems of further front-matter lines, with their English sentences. */
const sentences = (lines: string): string[] =>
  parse(caseText(lines)).problems.map(({ code, args }) =>
    [code, args['field'], args['reason'] ?? args['expected'] ?? args['form'] ?? args['choices']]
      .filter(part => part !== undefined)
      .join(' '),
  )

test('two groups where a list of texts belongs are problems, and no fault of casectl', () => {
  const { problems } = parse(
    caseText('tags: [{ a: b }, { valueOf: c }]\ncustomer_phrases:\n  - it says: no\n  - it says: no\n'),
  )
  expect(problems.filter(({ code }) => code === 'repeated')).toHaveLength(1)
  expect(problems.length).toBeGreaterThan(3)
})

describe('each way to miss the schema is a problem at its place', () => {
  test.each<[string, string]>([
    ['owner: [a, b]', 'type 7:8'],
    ['tags: urgent', 'type 7:7'],
    ['resolution_hours: soon', 'type 7:19'],
    ['testimonial: { consent: maybe }', 'type 7:25'],
    ['attachments: [{ path: a, size: 1.5 }]', 'type 7:32'],
    ['product: router', 'type 7:10'],
    ['audience: everyone', 'choice 7:11'],
    ['source: { type: tickets }', 'choice 7:17'],
    ['created: 2024-02-31', 'day 7:10'],
    ['created: 01/02/2024', 'day 7:10'],
    ['related: [CASE-1]', 'form 7:11'],
    ['superseded_by: case-7f3kq', 'form 7:16'],
    ['owner: "a\\nb"', 'form 7:8'],
    ['attachments: [{ path: a, sha256: xyz }]', 'form 7:34'],
    ['tags: [a, b, a]', 'repeated 7:7'],
    ['resolution_hours: -1', 'limit 7:19'],
    ['owner: ""', 'limit 7:8'],
    [`owner: ${'a'.repeat(301)}`, 'limit 7:8'],
    [`tags: [${Array.from({ length: 201 }, (_, i) => i).join(',')}]`, 'limit 7:7'],
    ['outcomes: [{ unit: h }]', 'missingField 7:12'],
    ['causes:\n  - check: x', 'missingField 8:5'],
    ['lint: { disable: [{ rule: dates }] }', 'missingField 7:19'],
    ['urgancy: high', 'unknownKey 7:1'],
    ['product: { nam: x }', 'unknownKey 7:12'],
    ['toString: x', 'unknownKey 7:1'],
    ['hasOwnProperty: x', 'unknownKey 7:1'],
    ['"a/b~c": x', 'unknownKey 7:1'],
  ])('%s', (line, expected) => {
    expect(briefly(parse(caseText(`${line}\n`)).problems)).toEqual([expected])
  })

  test('a missing field points to the front matter, an empty one to its key', () => {
    const text = '---\nid: CASE-7F3KQ\nkind: case\ntitle:\nlanguage: en\n---\n'
    const { problems } = parse(text)
    expect(briefly(problems).sort()).toEqual(['missingField 1:1', 'missingField 4:1'])
    expect(problems.map(({ pointer }) => pointer).sort()).toEqual(['/status', '/title'])
  })

  test('pointers are JSON pointers, deep ones too', () => {
    expect(parse(caseText('outcomes: [{ unit: h }]\n')).problems[0]?.pointer).toBe('/outcomes/0/metric')
    expect(parse(caseText('"a/b~c": x\n')).problems[0]?.pointer).toBe('/a~1b~0c')
  })

  test('the language is a tag as BCP 47 writes it', () => {
    const file = parse(caseText().replace('language: en', 'language: english!'))
    expect(briefly(file.problems)).toEqual(['languageTag 6:11'])
    expect(['zh-CN', 'en', 'zh-Hant-TW', 'de-1996'].every(isLanguageTag)).toBe(true)
    expect(['', 'zh_CN', 'x', '中文', 'en-', 'en US'].some(isLanguageTag)).toBe(false)
  })

  test('the sentences name the field, the limit and the form', () => {
    expect(sentences('tags: urgent\n')).toEqual(['type tags a list'])
    expect(sentences('product: { versions: { a: b } }\n')).toEqual(['type product.versions text or a list'])
    expect(sentences('owner: ""\n')).toEqual(['limit owner must not be empty'])
    expect(sentences('resolution_hours: -1\n')).toEqual(['limit resolution_hours must be at least 0'])
    expect(sentences(`owner: ${'a'.repeat(301)}\n`)).toEqual(['limit owner has more than 300 characters'])
    expect(sentences('related: [x]\n')).toEqual(['form related.0 PREFIX-XXXXX (CASE-7F3KQ)'])
    expect(sentences('owner: "a\\nb"\n')).toEqual(['form owner (one line)'])
    expect(sentences('audience: all\n')).toEqual(['choice audience internal, partner, public'])
  })

  test('entries that repeat are named in their order', () => {
    expect(parse(caseText('tags: [a, b, c, b]\n')).problems[0]?.args).toEqual({
      field: 'tags',
      first: 2,
      second: 4,
    })
  })

  test.each([
    ['urgancy: high', ' Did you mean `urgency`?'],
    ['custmer_phrases: [a]', ' Did you mean `customer_phrases`?'],
    ['tgas: [a]', ' Did you mean `tags`?'],
    ['product: { nmae: x }', ' Did you mean `name`?'],
    ['zzzzzz: x', ''],
  ])('%s: %s', (line, expected) => {
    expect(parse(caseText(`${line}\n`)).problems[0]?.args['suggestion']).toBe(expected)
  })

  test('several problems are all found, each once', () => {
    const codes = parse(caseText('audience: x\ncreated: y\nurgancy: z\ntags: [a, a]\n')).problems.map(
      ({ code }) => code,
    )
    expect(codes.sort()).toEqual(['choice', 'day', 'repeated', 'unknownKey'])
  })
})

describe('checked values become typed fields', () => {
  test('text becomes numbers and booleans where the schema asks for them, and only there', () => {
    const found = caseOf(
      parse(
        caseText(
          'resolution_hours: "2.5"\ntestimonial: { text: 5, consent: true }\nattachments: [{ path: a, size: 10 }]\ntags: [1, true]\noutcomes: [{ metric: m, before: 9, after: 3.5, unit: h }]\n',
        ),
      ),
    )
    expect(found.resolutionHours).toBe(2.5)
    expect(found.testimonial).toEqual({ text: '5', consent: true })
    expect(found.attachments).toEqual([{ path: 'a', size: 10 }])
    expect(found.tags).toEqual(['1', 'true'])
    expect(found.outcomes).toEqual([{ metric: 'm', before: 9, after: 3.5, unit: 'h' }])
  })

  test('one text stands for a list of one where the schema allows both', () => {
    const found = caseOf(parse(caseText('product: { versions: ">=2.1 <3" }\nreview_when: product>=3\n')))
    expect([found.productVersions, found.reviewWhen]).toEqual([['>=2.1 <3'], ['product>=3']])
  })

  test('a refused field is left out, its neighbours stay', () => {
    const found = caseOf(
      parse(
        caseText(
          'audience: all\nowner: a\noutcomes: [{ metric: m, before: soon }]\nrelated: [CASE-7F3KQ, x]\n',
        ),
      ),
    )
    expect(found.audience).toBeUndefined()
    expect(found.owner).toBe('a')
    expect(found.outcomes).toEqual([{ metric: 'm' }])
    expect(found.related).toEqual(['CASE-7F3KQ'])
    expect(found.sound).toBe(true)
  })

  test.each(['id', 'kind', 'title', 'status', 'language'])(
    'a case without a valid %s is not sound',
    field => {
      const lines = BASE.replace(new RegExp(`^${field}: .*$`, 'm'), '')
      expect(caseOf(parse(`---\n${lines}---\n`)).sound).toBe(false)
      expect(caseOf(parse(caseText())).sound).toBe(true)
    },
  )

  test('rules are disabled by name, with a reason or without', () => {
    const lint = 'lint: { disable: [dates, { rule: links, reason: moved soon }, "dates, prose -- quoted"] }\n'
    expect(caseOf(parse(caseText(lint))).disabledRules).toEqual([
      { rule: 'dates', pointer: '/lint/disable/0' },
      { rule: 'links', reason: 'moved soon', pointer: '/lint/disable/1' },
      { rule: 'dates', reason: 'quoted', pointer: '/lint/disable/2' },
      { rule: 'prose', reason: 'quoted', pointer: '/lint/disable/2' },
    ])
  })

  test('facets are read as written, by field, list or level, each with its pointer', () => {
    const taxonomy =
      'facets:\n  product: { levels: [{ id: product, field: name }, { id: module, field: module }], terms: [] }\n  area: { field: areas, terms: [] }\n'
    const parser = caseParser({ taxonomy })
    const found = caseOf(
      parser.parseText('cases/a.md', caseText('product: { name: x, module: y }\nareas: [p, q]\n')),
    )
    expect(found.terms).toEqual([
      { facet: 'product', level: 0, value: 'x', pointer: '/product/name' },
      { facet: 'product', level: 1, value: 'y', pointer: '/product/module' },
      { facet: 'area', value: 'p', pointer: '/areas/0' },
      { facet: 'area', value: 'q', pointer: '/areas/1' },
    ])
    expect(found.extra.get('areas')).toEqual(['p', 'q'])
  })

  test('a case below the archive folder is archived', () => {
    const archived = (path: string) => caseOf(caseParser().parseText(path, caseText())).archived
    expect([archived('archive/a.md'), archived('cases/a.md'), archived('archived/a.md')]).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe("a library's own schema", () => {
  const problemsWith = (schema: Record<string, unknown>, lines: string): string[] =>
    briefly(caseParser({ schema }).parseText('cases/a.md', caseText(lines)).problems)

  test('adds fields, and demands', () => {
    const schema = {
      required: ['customer'],
      properties: { customer: { type: 'string', pattern: '^C-\\d+$' } },
    }
    expect(problemsWith(schema, 'customer: C-12\n')).toEqual([])
    expect(problemsWith(schema, 'customer: x\n')).toEqual(['form 7:11'])
    expect(problemsWith(schema, '')).toEqual(['missingField 1:1'])
    expect(problemsWith({}, 'customer: C-12\n')).toEqual(['unknownKey 7:1'])
  })

  test('may refer to its own definitions, with an address or without', () => {
    const schema = {
      $defs: { code: { type: 'string', pattern: '^C' } },
      properties: { code: { $ref: '#/$defs/code' } },
    }
    expect(problemsWith(schema, 'code: C1\n')).toEqual([])
    expect(problemsWith(schema, 'code: D1\n')).toEqual(['form 7:7'])
    expect(problemsWith({ ...schema, $id: 'https://example.com/own.json' }, 'code: D1\n')).toEqual([
      'form 7:7',
    ])
  })

  test('each of its patterns is held to, and each built-in one beside it', () => {
    const schema = {
      properties: { a: { type: 'string', pattern: '^a' }, b: { type: 'string', pattern: '^b' } },
    }
    expect(problemsWith(schema, 'a: a\nb: b\n')).toEqual([])
    expect(problemsWith(schema, 'a: b\nb: a\nrelated: [x]\n').sort()).toEqual([
      'form 7:4',
      'form 8:4',
      'form 9:11',
    ])
  })

  test.each<[string, Record<string, unknown>]>([
    ['allowing every key', { additionalProperties: true }],
    ['allowing every key by a schema', { additionalProperties: {} }],
    ['evaluating every key', { unevaluatedProperties: true }],
    ['forbidding every key', { additionalProperties: false }],
    [
      'redefining a field',
      { properties: { audience: {}, created: true, title: { type: ['string', 'number'] } } },
    ],
    ['a choice of its own', { properties: { audience: { enum: ['everyone', 'internal'] } } }],
  ])('cannot weaken the built-in one by %s', (_, schema) => {
    const codes = problemsWith(schema, 'audience: everyone\ncreated: soon\nurgancy: high\n')
    expect(codes).toContain('choice 7:11')
    expect(codes).toContain('day 8:10')
    expect(codes).toContain('unknownKey 9:1')
    expect(problemsWith(schema, 'audience: internal\n')).toEqual([])
  })

  test('what only it uses is reported too: `not`, `oneOf`, `const`, dependencies', () => {
    expect(problemsWith({ not: { required: ['owner'] } }, 'owner: a\n')).toEqual(['limit 1:1'])
    expect(
      problemsWith({ oneOf: [{ required: ['owner'] }, { required: ['tags'] }] }, 'owner: a\ntags: [b]\n'),
    ).toEqual(['limit 1:1'])
    expect(problemsWith({ properties: { owner: { const: 'x' } } }, 'owner: a\n')).toEqual(['choice 7:8'])
    expect(problemsWith({ dependentRequired: { owner: ['regions'] } }, 'owner: a\n')).toEqual(['limit 1:1'])
    expect(problemsWith({ oneOf: [{ required: ['owner'] }, { required: ['tags'] }] }, '')).toEqual([
      'missingField 1:1',
      'missingField 1:1',
    ])
  })

  test('a catastrophic pattern of its is linear', () => {
    const schema = { properties: { customer: { type: 'string', pattern: '^(a|a)*$' } } }
    const start = performance.now()
    expect(problemsWith(schema, `customer: ${'a'.repeat(29)}!\n`)).toEqual(['form 7:11'])
    expect(problemsWith(schema, `customer: ${'a'.repeat(5000)}!\n`)).toEqual(['form 7:11'])
    expect(performance.now() - start).toBeLessThan(1000)
  })

  test.each<[string, unknown]>([
    ['a remote reference', { properties: { x: { $ref: 'https://example.com/evil.json' } } }],
    ['a reference to a file', { $ref: 'file:///etc/passwd' }],
    ['the address of the built-in one', { $id: 'https://casectl.dev/schemas/case.schema.json' }],
    ['a type that does not exist', { properties: { x: { type: 'strng' } } }],
    ['a keyword that does not exist', { propertys: {} }],
    ['a format that does not exist', { properties: { x: { format: 'planet' } } }],
    ['a broken pattern', { properties: { x: { pattern: '(' } } }],
    ['a pattern that needs backtracking', { properties: { x: { pattern: '(?=a)b' } } }],
    ['another draft', { $schema: 'http://json-schema.org/draft-07/schema#' }],
    ['a list', []],
    ['nothing', null],
    ['a truth', true],
  ])('%s is refused when the library is opened', (_, schema) => {
    const own = { schema: schema as Record<string, unknown>, regExp: linearRegExp }
    expect(() => caseValidator([], own)).toThrow(Error)
  })

  test('items of a list are compared whatever they are', () => {
    const unique = { properties: { x: { type: 'array', uniqueItems: true } } }
    const at = (list: string) => problemsWith(unique, `x: ${list}\n`)
    for (const list of ['[{ a: b, c: d }, { c: d, a: b }]', '[[1], [2], [1]]', '[a, b, a]']) {
      expect(at(list), list).toEqual(['repeated 7:4'])
    }
    for (const list of ['[{ a: b }, { a: c }]', '[{ valueOf: x }, { valueOf: y }]', '[{ a: b }, [[a, b]]]']) {
      expect(at(list), list).toEqual([])
    }
  })

  test('`$data` is not obeyed', () => {
    expect(() =>
      caseValidator([], {
        schema: { properties: { x: { const: { $data: '/title' } } } },
        regExp: linearRegExp,
      }),
    ).not.toThrow()
    expect(problemsWith({ properties: { x: { const: { $data: '1/title' } } } }, 'x: A title\n')).toEqual([
      'choice 7:4',
    ])
  })
})

test('options of rules are checked, and text converted', () => {
  const schema = {
    type: 'object',
    additionalProperties: false,
    properties: { max: { type: 'integer', minimum: 1 } },
  }
  const options = { max: '5' }
  expect(checkOptions(schema, options)).toBeUndefined()
  expect(options).toEqual({ max: 5 })
  expect(checkOptions(schema, { max: 0 })).toBe('max must be >= 1')
  expect(checkOptions(schema, { other: 1 })).toContain('must NOT have additional properties')
})
