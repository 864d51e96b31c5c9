import { readdirSync, readFileSync } from 'node:fs'
import type { ScaffoldAnswers } from '../../src/scaffold/answers.js'
import { scaffold } from '../../src/scaffold/scaffold.js'

const FOLDER = new URL('../../templates/', import.meta.url)

/** The package's templates, by path. */
export const ASSETS: ReadonlyMap<string, string> = new Map(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => /\/|\.md$/.test(path))
    .map(path => [path, readFileSync(new URL(path, FOLDER), 'utf8')]),
)

export function answersOf(over: Partial<ScaffoldAnswers> = {}): ScaffoldAnswers {
  return {
    name: '售后案例库',
    languages: ['zh-CN', 'en'],
    products: [],
    idPrefix: 'CASE',
    audience: 'internal',
    forge: 'github',
    exampleId: 'CASE-7F3KQ',
    day: '2026-11-05',
    version: '0.1.0',
    ...over,
  }
}

export function laidOut(over: Partial<ScaffoldAnswers> = {}): ReadonlyMap<string, string> {
  return scaffold(answersOf(over), ASSETS)
}

/** One file of a new library, which must be there. */
export function fileOf(files: ReadonlyMap<string, string>, path: string): string {
  const text = files.get(path)
  if (text === undefined) throw new Error(`${path} is missing; there are ${[...files.keys()].join(', ')}`)
  return text
}
