import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findPersonalData } from '../../src/privacy/find.js'
import { ADDRESS_LINES, NAME_LINES, type RecallLine } from './recall-lines.js'
import { NAMELESS_LINES, SECOND_ADDRESSES, SECOND_NAMES } from './recall-lines-2.js'
import {
  FIFTH_NAMES,
  FOURTH_NAMES,
  FURTHER_NAMELESS_LINES,
  THIRD_ADDRESSES,
  THIRD_NAMES,
} from './recall-lines-3.js'

/** The lines in which the whole datum is found. */
function found(lines: readonly RecallLine[]): RecallLine[] {
  return lines.filter(({ text, datum }) => {
    const start = text.indexOf(datum)
    return findPersonalData(text).some(each => each.start <= start && each.end >= start + datum.length)
  })
}

// What was found at first was measured once and is told there; what is found now is told and held here.
test.each([
  ['1', NAME_LINES, ADDRESS_LINES],
  ['2', SECOND_NAMES, SECOND_ADDRESSES],
  ['3', THIRD_NAMES, THIRD_ADDRESSES],
  ['4', FOURTH_NAMES, []],
  ['5', FIFTH_NAMES, []],
])('docs/import.md states how many names and addresses are found in lines %s', (set, names, addresses) => {
  const page = readFileSync('docs/import.md', 'utf8')
  const row = page.split('\n').find(line => line.startsWith(`| ${set}, `)) ?? ''
  const [, , ofNames, ofAddresses] = row.split('|')
  expect(ofNames).toContain(`${found(names).length} of ${names.length} now`)
  if (addresses.length > 0)
    expect(ofAddresses).toContain(`${found(addresses).length} of ${addresses.length} now`)
})

test.each([
  ...NAMELESS_LINES,
  ...FURTHER_NAMELESS_LINES,
  'Spoke to Network Support about it.',
  'I am speaking with Customer Service.',
  'My name is not in the list.',
  'Best regards, Support Team',
])('%s names nobody', text => {
  expect(findPersonalData(text)).toEqual([])
})
