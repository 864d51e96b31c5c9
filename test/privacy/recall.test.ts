import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findPersonalData } from '../../src/privacy/find.js'
import { ADDRESS_LINES, NAME_LINES, type RecallLine } from './recall-lines.js'
import { NAMELESS_LINES, SECOND_ADDRESSES, SECOND_NAMES } from './recall-lines-2.js'

/** The lines in which the whole datum is found. */
function found(lines: readonly RecallLine[]): RecallLine[] {
  return lines.filter(({ text, datum }) => {
    const start = text.indexOf(datum)
    return findPersonalData(text).some(each => each.start <= start && each.end >= start + datum.length)
  })
}

test('docs/import.md states how many names and addresses are found, and these are found', () => {
  const page = readFileSync('docs/import.md', 'utf8')
  const say = (lines: readonly RecallLine[]): string => `${found(lines).length} of ${lines.length}`
  expect(page).toContain(`${say(NAME_LINES)} names`)
  expect(page).toContain(`${say(ADDRESS_LINES)} addresses`)
  expect(page).toContain(`${say(SECOND_NAMES)} names`)
  expect(page).toContain(`${say(SECOND_ADDRESSES)} addresses`)
})

test.each([
  ...NAMELESS_LINES,
  'Spoke to Network Support about it.',
  'I am speaking with Customer Service.',
  'My name is not in the list.',
  'Best regards, Support Team',
])('%s names nobody', text => {
  expect(findPersonalData(text)).toEqual([])
})
