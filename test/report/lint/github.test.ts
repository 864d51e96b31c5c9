import fc from 'fast-check'
import { expect, test } from 'vitest'
import { github } from '../../../src/report/lint/github.js'
import { shownPath } from '../../../src/report/shown.js'
import { finding, LINTED, nastyFindings, resultOf, UNSAFE, viewOf } from './results.js'

interface Annotation {
  readonly command: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** Reads a log as the runner of GitHub Actions does (actions/runner, ActionCommand.TryParseV2). */
function annotations(log: string): Annotation[] {
  return log.split(/\r\n|\r|\n/).map(line => {
    const trimmed = line.trimStart()
    const end = trimmed.indexOf('::', 2)
    if (!trimmed.startsWith('::') || end < 0) throw new Error(`no command: ${line}`)
    const info = trimmed.slice(2, end)
    const space = info.indexOf(' ')
    const list = space < 0 ? '' : info.slice(space + 1)
    const pairs = list
      .split(',')
      .filter(pair => pair !== '')
      .map(pair => {
        const equals = pair.indexOf('=')
        return [pair.slice(0, equals), unescaped(pair.slice(equals + 1))] as const
      })
    return {
      command: space < 0 ? info : info.slice(0, space),
      properties: Object.fromEntries(pairs),
      message: unescapedData(trimmed.slice(end + 2)),
    }
  })
}

function unescapedData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

function unescaped(text: string): string {
  return unescapedData(text.replaceAll('%3A', ':').replaceAll('%2C', ','))
}

const TEXT = '---\ncategory: wify\n---\n# 100%: a, b\n'

test('a finding is an annotation of its place', () => {
  const at = { start: 14, end: 18, line: 2, column: 11 }
  const found = [
    finding({ at, message: { en: '`wify`: 100 %\nno term', zh: '没有' } }),
    finding({ at: { start: 4, end: 23, line: 2, column: 1 }, severity: 'note', path: 'cases/a,b:c.md' }),
    finding({ at: { start: 0, end: 0, line: 1, column: 1 }, severity: 'warning' }),
  ]
  const texts = { 'cases/a.md': TEXT, 'cases/a,b:c.md': TEXT }
  expect(github(resultOf(found), viewOf(found, texts, { base: '知识库' })).split('\n')).toEqual([
    '::error file=知识库/cases/a.md,line=2,endLine=2,col=11,endColumn=15,title=known-terms::`wify`: 100 %25%0Ano term',
    '::notice file=知识库/cases/a%2Cb%3Ac.md,line=2,endLine=3,title=known-terms::The taxonomy knows no `wify`.',
    '::warning file=知识库/cases/a.md,line=1,title=known-terms::The taxonomy knows no `wify`.',
  ])
})

test('real findings come back from the log with their files, lines and messages', () => {
  for (const { found, texts } of LINTED) {
    if (found.length === 0 || found.length > 10) continue
    const read = annotations(github(resultOf(found), viewOf(found, texts)))
    expect(read.map(({ properties, message }) => [properties['file'], properties['line'], message])).toEqual(
      found.map(({ path, at, message }) => [path, String(at?.line), message.en]),
    )
  }
})

test('what is beyond the annotations that GitHub shows is said in the first one', () => {
  const ten = Array.from({ length: 10 }, () => finding())
  expect(annotations(github(resultOf(ten), viewOf(ten)))).toHaveLength(10)
  const eleven = [...ten, finding()]
  const read = annotations(github(resultOf(eleven), viewOf(eleven)))
  expect(read).toHaveLength(12)
  expect(read[0]).toEqual({
    command: 'notice',
    properties: { title: 'casectl' },
    message:
      'GitHub shows 10 annotations of a kind a step. Found: errors 11, warnings 0, notes 0. All of them are in the log of this step.',
  })
})

test('no title or path brings a command, a property or a line of its own', () => {
  fc.assert(
    fc.property(nastyFindings, found => {
      const log = github(resultOf(found), viewOf(found))
      expect(log).not.toMatch(UNSAFE)
      const read = annotations(log)
      expect(read).toHaveLength(found.length)
      for (const [i, { properties, message }] of read.entries()) {
        expect(Object.keys(properties)).toEqual(['file', 'line', 'title'])
        const said = (found[i]?.message.en ?? '').replace(/\r\n?/g, '\n').split('\n')
        expect(message).toBe(said.map(shownPath).join('\n'))
        expect(properties['file']).toBe(shownPath(found[i]?.path ?? ''))
      }
    }),
  )
})
