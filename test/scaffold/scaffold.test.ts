import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { draftCase } from '../../src/draft/draft-case.js'
import { parseTemplate } from '../../src/draft/template.js'
import { AUDIENCES, KINDS } from '../../src/model/case.js'
import { nameFault } from '../../src/model/file-name.js'
import { resolveConfig } from '../../src/model/resolve-config.js'
import { readConfig } from '../../src/parse/read-config.js'
import { readSynonyms } from '../../src/parse/read-synonyms.js'
import { FORGES } from '../../src/scaffold/answers.js'
import { scaffold } from '../../src/scaffold/scaffold.js'
import { lintText } from '../rules/lint-text.js'
import { ASSETS, answersOf, fileOf, laidOut } from './support.js'

const LANGUAGES = [['zh-CN', 'en'], ['en', 'zh-CN'], ['zh'], ['en-GB'], ['fr', 'zh-TW'], ['fr']]
const PRODUCTS = [
  [],
  ['空压机'],
  ['POS terminal 3', 'POS-terminal-3', '# "x": {y}', 'general', '通用', '', '--'],
]

const COMBINATIONS = LANGUAGES.flatMap(languages =>
  PRODUCTS.flatMap(products =>
    FORGES.map((forge, i) => ({ languages, products, forge, audience: AUDIENCES[i] ?? 'internal' })),
  ),
)

test.each(COMBINATIONS)('a library of $languages, $products, $forge is sound', over => {
  const files = laidOut(over)
  for (const [path, text] of files) {
    expect(path.split('/').map(nameFault)).toEqual(path.split('/').map(() => undefined))
    expect(text).toMatch(/[^\n]\n$/)
    expect(text).not.toContain('\r')
    if (!path.startsWith('templates/')) expect(text).not.toMatch(/\{\{|undefined/)
    if (path.endsWith('.yml')) expect(parseDocument(text, { strict: true }).errors).toEqual([])
  }
  // Reads settings and taxonomy, parses every case and runs every rule; throws on broken settings.
  expect(lintText(Object.fromEntries(files), { everyRule: false })).toEqual([])
})

test('the files of each forge, and nothing of the other', () => {
  const common = [
    '.gitattributes',
    '.gitignore',
    'README.md',
    'casectl.config.yml',
    'cases/general/CASE-7F3KQ-更换-Wi-Fi-密码后智能插座离线-状态页显示-ERR-WIFI-AUTH.md',
    'synonyms.yml',
    'taxonomy.yml',
    ...KINDS.flatMap(kind => [`templates/${kind}.en.md`, `templates/${kind}.zh.md`]),
  ]
  const github = [
    '.github/ISSUE_TEMPLATE/case-intake.yml',
    '.github/pull_request_template.md',
    '.github/workflows/casectl.yml',
  ]
  const gitlab = [
    '.gitlab-ci.yml',
    '.gitlab/issue_templates/case-intake.md',
    '.gitlab/merge_request_templates/Default.md',
  ]
  const paths = (forge: (typeof FORGES)[number]) => [...laidOut({ forge }).keys()]
  expect(paths('github')).toEqual([...common, ...github, '.github/CODEOWNERS'].sort())
  expect(paths('gitlab')).toEqual([...common, ...gitlab, 'CODEOWNERS'].sort())
  expect(paths('both')).toEqual([...common, ...github, ...gitlab, 'CODEOWNERS'].sort())
})

test('the configuration says what was answered and leaves the rest at its default', () => {
  const text = fileOf(
    laidOut({ languages: ['en', 'no'], idPrefix: 'KB', audience: 'public' }),
    'casectl.config.yml',
  )
  expect(readConfig(text).value).toEqual({
    version: 1,
    id: { prefix: 'KB' },
    languages: ['en', 'no'],
    default_audience: 'public',
  })
})

test.each(['zh', 'en'])(
  'the %s synonyms can be used as they are and with what is commented out',
  language => {
    const text = fileOf(laidOut({ languages: [language] }), 'synonyms.yml')
    expect(readSynonyms(text)).toMatchObject({ value: { version: 1 }, problems: [] })
    const all = readSynonyms(text.replace(/^# (equal:|associations:| )/gm, '$1'))
    expect(all.problems).toEqual([])
    expect(all.value?.equal).toHaveLength(2)
    expect(Object.keys(all.value?.associations ?? {})).toHaveLength(1)
  },
)

test.each(['zh', 'en'])('what is commented out in the %s configuration is valid as well', language => {
  const text = fileOf(laidOut({ languages: [language] }), 'casectl.config.yml')
  const all = text.replace(/^# ([a-z_]+:| )/gm, '$1')
  const { value, problems } = readConfig(all)
  expect(problems).toEqual([])
  expect(Object.keys(value ?? {})).toEqual(
    expect.arrayContaining(['charter', 'sections', 'kinds', 'rules', 'search', 'folders']),
  )
  expect(
    lintText(
      { ...Object.fromEntries(laidOut({ languages: [language] })), 'casectl.config.yml': all },
      { everyRule: false },
    ),
  ).toEqual([])
})

test('a name cannot write into the files that carry it', () => {
  const files = laidOut({ name: 'a\nversion: 2\n# {{version}} $& "b"' })
  expect(readConfig(fileOf(files, 'casectl.config.yml')).value).toMatchObject({ version: 1 })
  expect(fileOf(files, 'README.md').split('\n')[0]).toBe('# a version: 2 # {{version}} $& "b"')
})

test.each(LANGUAGES)('the texts are in the first language we write: %s', (...languages) => {
  // Our Chinese is in simplified characters, so not for zh-TW.
  const chinese = languages[0]?.startsWith('zh')
  const files = laidOut({ languages, forge: 'both', name: 'Cases' })
  for (const path of [
    'README.md',
    '.github/pull_request_template.md',
    '.gitlab/merge_request_templates/Default.md',
  ]) {
    expect(/\p{Script=Han}/u.test(fileOf(files, path))).toBe(chinese)
  }
})

test.each(['zh-CN', 'en'])('the first case in %s is a published one of its own words', language => {
  const files = laidOut({ languages: [language], idPrefix: 'KB', exampleId: 'KB-00000' })
  const path = [...files.keys()].find(name => name.startsWith('cases/')) ?? ''
  const text = fileOf(files, path)
  expect(path).toMatch(/^cases\/general\/KB-00000-/)
  expect(text).toContain(`\nstatus: published\nlanguage: ${language}\n`)
  expect(text).toContain('ERR_WIFI_AUTH')
  expect(text).not.toMatch(/停机|1203|compressor/i)
  expect(fileOf(files, 'README.md')).toContain(`[KB-00000](${path})`)
})

test.each(
  KINDS.flatMap(kind => [
    { kind, language: 'zh-CN' },
    { kind, language: 'en' },
  ]),
)('a fresh $kind in $language drafted from the library’s own template has no error', ({ kind, language }) => {
  const files = laidOut({ products: ['空压机'] })
  const name = `templates/${kind}.${language.slice(0, 2)}.md`
  const { path, text } = draftCase({
    kind,
    id: 'CASE-00001',
    title: '空压机 E-1203 停机',
    language,
    day: '2026-11-05',
    audience: 'internal',
    product: '空压机',
    errorCodes: [],
    tags: [],
    customerPhrases: [],
    problem: '运行 20 分钟后停机。',
    folder: 'cases',
    template: parseTemplate(fileOf(files, name), name),
  })
  const findings = lintText({ ...Object.fromEntries(files), [path]: text })
  expect(findings.filter(finding => finding.severity === 'error')).toEqual([])
  expect(findings.some(finding => finding.rule === 'empty-section' && finding.path === path)).toBe(true)
})

test('a library without a language that we write gets English templates and an English example', () => {
  const files = laidOut({ languages: ['fr'] })
  expect([...files.keys()].filter(path => path.startsWith('templates/'))).toEqual(
    ['case', 'faq', 'sop'].map(kind => `templates/${kind}.en.md`),
  )
  expect(resolveConfig(readConfig(fileOf(files, 'casectl.config.yml')).value ?? {}).languages).toEqual(['fr'])
})

test('an incomplete package is a bug that names the missing file', () => {
  const assets = new Map([...ASSETS].filter(([path]) => path !== 'init/gitignore'))
  expect(() => scaffold(answersOf(), assets)).toThrow('templates/init/gitignore is missing')
})
