import { describe, expect, test } from 'vitest'
import { DEFAULT_CONFIG } from '../../src/model/defaults.js'
import { resolveConfig } from '../../src/model/resolve-config.js'
import { checkConfig, configPlaces, readConfig } from '../../src/parse/read-config.js'
import { briefly } from './parsing.js'

const problemsOf = (text: string): string[] => briefly(readConfig(text).problems)

describe('what is refused', () => {
  test.each([
    ['colour: red', 'unknownKey 1:1'],
    ['folder: { cases: a }', 'unknownKey 1:1'],
    ['folders: { case: a }', 'unknownKey 1:12'],
    ['folders: cases', 'type 1:10'],
    ['version: 2', 'choice 1:10'],
    ['id: { prefix: case }', 'form 1:15'],
    ['languages: []', 'limit 1:12'],
    ['languages: [chinese!]', 'languageTag 1:13'],
    ['default_audience: all', 'choice 1:19'],
    ['rules: { dates: loud }', 'choice 1:17'],
    ['search: { limit: 0 }', 'limit 1:18'],
    ['search: { limit: many }', 'type 1:18'],
    ['search: { boosts: { title: 101 } }', 'limit 1:28'],
    ['search: { boosts: { titel: 2 } }', 'unknownKey 1:21'],
    ['kinds: { case: { sections: [{ required: draft }] } }', 'missingField 1:29'],
    ['kinds: { case: { fields: [product] } }', 'form 1:27'],
    ['kinds: { guide: { fields: [] } }', 'unknownKey 1:10'],
    ['charter: { products: router }', 'type 1:22'],
    ['terms: [{ use: a, avoid: [] }]', 'limit 1:26'],
    ['terms: [{ use: " a", avoid: [b] }]', 'form 1:16'],
    ['terms: [{ use: a }]', 'missingField 1:9'],
    ['id: { prefix: A }\nid: { prefix: B }', 'duplicate 2:1'],
    ['a: &x b', 'alias 1:7'],
    ['a: !!js/function x', 'tag 1:18'],
    ['__proto__: x', 'forbiddenKey 1:1'],
    ['- a', 'notAMap 1:1'],
    ['text', 'notAMap 1:1'],
    [`a: ${'['.repeat(40)}${']'.repeat(40)}`, 'tooDeep 1:35'],
  ])('%j', (text, expected) => {
    expect(problemsOf(text)).toEqual([expected])
  })

  test.each(['a: [', 'a: "b', 'a: b\n c: d', 'a: b\n---\nc: d', '\ta: b'])('broken YAML: %j', text => {
    expect(problemsOf(text)).toHaveLength(1)
    expect(problemsOf(text)[0]).toMatch(/^yaml \d/)
  })

  test.each(['folders: { cases: "%" }', 'taxonomy: "%"', 'schema: "%"', 'synonyms: "%"'])(
    'no path of `%s` leads out of the library',
    line => {
      for (const path of [
        '../a',
        '/etc/passwd',
        'a/../../b',
        'a/..',
        './a',
        '.git/hooks',
        'a/.git/b',
        'a\\\\b',
        'a//b',
        'a/',
        '',
      ]) {
        const codes = readConfig(line.replace('%', path)).problems.map(({ code }) => code)
        expect(codes[0], path).toMatch(/^(?:form|limit)$/)
      }
      expect(problemsOf(line.replace('%', 'docs/服务 案例/a.b'))).toEqual([])
    },
  )

  test('a form is named in words', () => {
    expect(readConfig('taxonomy: ../a').problems[0]?.args['form']).toBe(
      '(a path inside the library, like docs/cases)',
    )
  })
})

describe('what is in force', () => {
  test.each(['', '# only a comment\n', '\uFEFF'.slice(1)])('%j: every default', text => {
    const read = readConfig(text)
    expect(read.problems).toEqual([])
    expect(resolveConfig(read.value ?? { version: 0 })).toEqual(DEFAULT_CONFIG)
  })

  const resolve = (text: string) => {
    const read = readConfig(text)
    if (read.value === undefined) throw new Error(briefly(read.problems).join())
    return resolveConfig(read.value)
  }

  test('what is written stands beside the defaults of what is not', () => {
    const config = resolve(
      'version: 1\nfolders: { cases: docs/cases }\nid: { prefix: KB2 }\nlanguages: [de]\nsearch: { limit: 25, boosts: { title: 0.5 } }\ncharter: { goals: [g], audience: all, products: [p] }\nschema: own.json\ndefault_audience: public\n',
    )
    expect(config.folders).toEqual({ cases: 'docs/cases', archive: 'archive', templates: 'templates' })
    expect([config.idPrefix, config.languages, config.schema, config.defaultAudience]).toEqual([
      'KB2',
      ['de'],
      'own.json',
      'public',
    ])
    expect(config.search).toEqual({
      limit: 25,
      log: false,
      boosts: { ...DEFAULT_CONFIG.search.boosts, title: 0.5 },
    })
    expect(config.charter).toEqual({ goals: ['g'], audience: 'all', products: ['p'] })
    expect(config.kinds).toEqual(DEFAULT_CONFIG.kinds)
  })

  test('the preset strict asks for all six elements of a case, unless the file says what is asked', () => {
    const asked = ['/tools', '/outcomes', '/testimonial']
    const strict = resolve('preset: strict\n').kinds
    expect(strict.case.fields).toEqual([...DEFAULT_CONFIG.kinds.case.fields, ...asked])
    expect(strict.case.sections[0]).toEqual({ id: 'background', required: 'published' })
    expect([strict.sop, strict.faq]).toEqual([DEFAULT_CONFIG.kinds.sop, DEFAULT_CONFIG.kinds.faq])
    const own = resolve('preset: strict\nkinds: { case: { fields: [/owner] } }\n').kinds.case
    expect([own.fields, own.sections]).toEqual([['/owner'], strict.case.sections])
  })

  test('terms are what is written, in order', () => {
    expect(
      resolve(
        'terms:\n  - { use: 路由器, avoid: [路由, 猫], language: zh, note: n }\n  - { use: a, avoid: [b] }',
      ).terms,
    ).toEqual([
      { use: '路由器', avoid: ['路由', '猫'], language: 'zh', note: 'n' },
      { use: 'a', avoid: ['b'] },
    ])
  })

  test('own headings come first, the built-in ones stay', () => {
    const { headings } = resolve('sections: { steps: [怎么办], extra: [额外] }\n')
    expect(headings.get('steps')).toEqual(['怎么办', ...(DEFAULT_CONFIG.headings.get('steps') ?? [])])
    expect(headings.get('extra')).toEqual(['额外'])
    expect(headings.get('problem')).toEqual(DEFAULT_CONFIG.headings.get('problem'))
  })

  test('a kind is replaced where it is written, a plain section is optional', () => {
    const config = resolve(
      'kinds: { faq: { sections: [problem, { id: resolution, required: draft, audience: internal }, { id: steps }] } }\n',
    )
    expect(config.kinds.faq.sections).toEqual([
      { id: 'problem', required: 'optional' },
      { id: 'resolution', required: 'draft', audience: 'internal' },
      { id: 'steps', required: 'optional' },
    ])
    expect(config.kinds.faq.fields).toEqual(DEFAULT_CONFIG.kinds.faq.fields)
    expect(config.kinds.case).toEqual(DEFAULT_CONFIG.kinds.case)
  })

  test('a rule is set to a severity, to options, or to both', () => {
    const { rules } = resolve(
      'rules: { dates: off, links: { severity: note, max: "3" }, schema: { max: 1 } }\n',
    )
    expect(rules.get('dates')).toEqual({ severity: 'off', options: {} })
    expect(rules.get('links')).toEqual({ severity: 'note', options: { max: '3' } })
    expect(rules.get('schema')).toEqual({ options: { max: '1' } })
  })
})

test('a section that no heading names is a problem at its place', () => {
  const text = 'sections: { extra: [额外] }\nkinds:\n  case:\n    sections: [extra, nowhere, { id: lost }]\n'
  const read = readConfig(text)
  const config = resolveConfig(read.value ?? {})
  expect(briefly(checkConfig(config, configPlaces(text)))).toEqual([
    'unknownSection 4:23',
    'unknownSection 4:38',
  ])
  expect(checkConfig(config).map(({ args }) => args)).toEqual([
    { kind: 'case', id: 'nowhere' },
    { kind: 'case', id: 'lost' },
  ])
  expect(checkConfig(DEFAULT_CONFIG)).toEqual([])
})
