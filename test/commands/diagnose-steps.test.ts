import { expect, test } from 'vitest'
import { stepThrough } from '../../src/commands/diagnose-steps.js'
import type { Choice, Prompts } from '../../src/io/prompts.js'
import { fill, type Message } from '../../src/lib/message.js'
import { unstyled } from '../../src/lib/style.js'
import type { RankedCause } from '../../src/search/diagnose.js'

const cause = (name: string, check?: string): RankedCause => ({
  cause: name,
  ...(check === undefined ? {} : { check, fix: `mend ${name}` }),
  score: 0.5,
  cases: [{ id: 'CASE-7F3KQ', title: 'A case', score: 0.5 }],
})
const CAUSES = [
  cause('oil is low', 'window is empty'),
  cause('cooler is blocked', 'no air'),
  cause('a ghost'),
]

/** Goes through the causes with answers given beforehand; says what was asked and what was printed. */
async function steps(...answers: readonly string[]) {
  const asked: string[] = []
  const said: string[] = []
  const terminal = {
    text: (message: Message, args = {}) => fill(message, args).en,
    out: (text: string) => void said.push(unstyled(text)),
    say: (message: Message, args = {}) => void said.push(fill(message, args).en),
  }
  const prompts: Pick<Prompts, 'select'> = {
    async select<T extends string>(message: string, choices: readonly Choice<T>[]) {
      const answer = choices.find(({ value }) => value === answers[asked.length])
      asked.push(message)
      if (answer === undefined) throw new Error(`nobody answers: ${message}`)
      return answer.value
    },
  }
  const code = await stepThrough(terminal, prompts, CAUSES, { language: 'en', width: 80 })
  return { code, asked, said: said.join('\n') }
}

test('yes gives the fix and the case to read, and asks no more', async () => {
  const { code, asked, said } = await steps('no', 'yes')
  expect(code).toBe(0)
  expect(asked).toHaveLength(2)
  expect(asked[1]).toContain('no air')
  expect(said).toContain('Fix: mend cooler is blocked')
  expect(said).toContain('casectl show CASE-7F3KQ')
})

test('a cause without a check is asked about itself', async () => {
  const { asked, said } = await steps('no', 'no', 'yes')
  expect(asked[2]).toBe('Is this the cause? a ghost')
  expect(said).toContain('The case says how it was resolved.')
})

test('no to everything ends by saying so', async () => {
  const { code, said } = await steps('no', 'no', 'no')
  expect(code).toBe(1)
  expect(said).toContain('None of the 3 causes')
})

test('what nobody could check is listed at the end', async () => {
  const { code, said } = await steps('unknown', 'no', 'no')
  expect(code).toBe(1)
  expect(said).toContain('window is empty')
  expect(said).not.toContain('no air')
})
