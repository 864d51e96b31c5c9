import { describe, expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { findings, fixed, found, type LintOptions } from './lint-text.js'

const RULE = 'code-fence'
const withText = (text: string, status = 'published') =>
  exampleCase({ status }, exampleBody('Devices reconnect once.', text))
const lint = (text: string, options: LintOptions = {}) => found(RULE, withText(text), options)
const always = { options: { [RULE]: { language: 'always' } } }

describe('a block that is not closed', () => {
  test('is an error at its fence, a warning in a draft', () => {
    expect(lint('```sh\nreset')).toEqual(['open 42:1'])
    expect(found(RULE, withText('~~~\nreset', 'draft'))).toEqual(['open 42:1 warning'])
    expect(lint('```sh\nreset\n```')).toEqual([])
    expect(lint('````\n```\n````')).toEqual([])
  })

  test('is closed at the end of the file where that is what it was to hold', () => {
    const text = withText('```sh\nreset')
    expect(fixed(RULE, text)).toMatch(/```sh\nreset\n```\n?$/)
    expect(found(RULE, fixed(RULE, text))).toEqual([])
  })

  test('is left open where it takes in headings or stands in a list', () => {
    const inList = withText('- Run\n\n  ```sh\n  reset\n- Wait')
    for (const text of [withText('```sh\nreset\n\n## More\n\nText.'), inList]) {
      const [finding] = findings(RULE, text)
      expect([finding?.code, finding?.fix]).toEqual(['open', undefined])
    }
  })
})

describe('the language', () => {
  test('is asked for always, never, or in the strict preset', () => {
    expect(lint('```\nreset\n```')).toEqual([])
    expect(lint('```\nreset\n```', always)).toEqual(['language 42:1 warning'])
    expect(lint('    reset', always)).toEqual([])
    const files = { 'casectl.config.yml': 'preset: strict\n', 'cases/a.md': withText('```\nreset\n```') }
    expect(found(RULE, files)).toEqual(['language 42:1 warning'])
    expect(found(RULE, files, { options: { [RULE]: { language: 'never' } } })).toEqual([])
  })

  test.each(['text', 'SH', 'c++', 'sh{1,3}', '{.python}', 'js:title', 'objective-c'])('%s is one', name => {
    expect(lint(`\`\`\`${name}\nreset\n\`\`\``, always)).toEqual([])
  })

  test('that is unknown is a note at the word, with the closest name', () => {
    expect(lint('```pyhton\nreset\n```')).toEqual(['unknown 42:4 note'])
    expect(findings(RULE, withText('``` pyhton\nreset\n```'))[0]).toMatchObject({
      args: { language: 'pyhton', suggestion: ' Did you mean `python`?' },
      at: { line: 42, column: 5 },
    })
    expect(lint('```命令\nreset\n```')).toEqual(['unknown 42:4 note'])
  })

  test('may be one of the library', () => {
    expect(lint('```acctl\nreset\n```')).toEqual(['unknown 42:4 note'])
    expect(lint('```acctl\nreset\n```', { options: { [RULE]: { languages: ['AcCtl'] } } })).toEqual([])
  })
})
