import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentsOf } from './contents.js'
import { Placeholders } from './placeholders.js'
import { type Part, readScenario, type Scenario, USERS, writeScenario } from './scenario.js'
import { buildStage, Stage } from './stage.js'

const FOLDER = 'test/acceptance'
const SCENARIOS = readdirSync(FOLDER)
  .filter(name => /^\d\d-.*\.md$/.test(name))
  .map(name => {
    const text = readFileSync(join(FOLDER, name), 'utf8')
    return { name, text, scenario: readScenario(text) }
  })

let built: string
beforeAll(() => {
  built = buildStage()
})
afterAll(() => rmSync(built, { recursive: true, force: true }))

/** Plays a scenario: its parts with what was really printed. */
async function play(stage: Stage, text: string, { parts }: Scenario): Promise<Part[]> {
  const placeholders = new Placeholders(stage.folder, text + caseNames())
  const played: Part[] = []
  for (const part of parts) {
    if ('given' in part) stage.give(part.given.path, part.given.text)
    if (!('steps' in part)) {
      played.push(part)
      continue
    }
    const steps = []
    for (const step of part.steps) {
      const printed = placeholders.hide(await stage.run(step.person, placeholders.fill(step.command)))
      steps.push({ ...step, output: printed.split('\n').slice(0, -1) })
    }
    played.push({ steps })
  }
  return played
}

/** The file names of the sample library's cases, with their ids. */
function caseNames(): string {
  return ['cases', 'archive']
    .flatMap(each => readdirSync(each, { recursive: true, encoding: 'utf8' }))
    .join('\n')
}

describe.concurrent('scenarios', { timeout: 180_000 }, () => {
  for (const { name, text, scenario } of SCENARIOS) {
    test(name, async ({ expect: here, onTestFinished }) => {
      const stage = new Stage(built, scenario.library, scenario.language)
      onTestFinished(() => rmSync(stage.folder, { recursive: true, force: true }))
      const parts = await play(stage, text, scenario)
      const played = writeScenario(text, parts)
      here(readScenario(played).parts, 'a line printed that reads as a prompt').toEqual(parts)
      await here(played).toMatchFileSnapshot(name)
    })
  }
})

test('at least 30 scenarios with names of their own, all users and both languages', () => {
  const titles = SCENARIOS.map(({ scenario }) => scenario.title)
  expect(titles.length).toBeGreaterThanOrEqual(30)
  expect(new Set(titles).size).toBe(titles.length)
  expect(SCENARIOS.map(({ name }) => name.slice(0, 2))).toEqual(
    titles.map((_, n) => String(n + 1).padStart(2, '0')),
  )
  expect(new Set(SCENARIOS.map(({ scenario }) => scenario.user))).toEqual(new Set(USERS))
  expect(new Set(SCENARIOS.map(({ scenario }) => scenario.language))).toEqual(new Set(['en', 'zh']))
})

test.each(SCENARIOS)('says what it shows, and shows it: $scenario.title', ({ scenario }) => {
  const steps = scenario.parts.flatMap(part => ('steps' in part ? part.steps : []))
  expect(scenario.title).not.toBe('')
  expect(scenario.shows.length).toBeGreaterThan(0)
  for (const each of scenario.shows) expect(each).toMatch(/^R(?:[1-9]|[1-9]\d|1[0-3]\d|14[0-2])$/)
  expect(steps.some(({ command }) => command.includes('casectl '))).toBe(true)
  // What goes round a pipe comes before or after what goes through it as the processes run.
  for (const { command } of steps) expect(command).not.toMatch(/casectl (?:(?!2>)[^|;&\n])*\|(?!\|)/)
  expect(steps.flatMap(({ output }) => output).length).toBeGreaterThan(0)
})

test('the table of contents is the list of scenarios', async () => {
  await expect(contentsOf(SCENARIOS)).toMatchFileSnapshot('README.md')
})
