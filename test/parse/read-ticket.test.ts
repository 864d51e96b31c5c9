import { expect, test } from 'vitest'
import { CasectlError } from '../../src/lib/errors.js'
import { readTicket } from '../../src/parse/read-ticket.js'

const read = (value: unknown) => readTicket(JSON.stringify(value), 'ticket.json')

function refused(text: string): CasectlError {
  try {
    readTicket(text, 'ticket.json')
  } catch (error) {
    if (error instanceof CasectlError) return error
  }
  throw new Error('it was read')
}

test('a flat ticket: title, text, codes and facts', () => {
  expect(
    read({
      id: 4711,
      Subject: '空压机停机',
      description: '下午自己停',
      error_codes: ['E-1203', 5521],
      product: { name: 'air-compressor', module: 'ac-cooling', sku: 'X-1' },
      tags: ['停机'],
      assignee: 'li@example.com',
    }),
  ).toEqual({
    titles: ['空压机停机'],
    texts: ['下午自己停'],
    comments: [],
    codes: ['E-1203', '5521'],
    facts: ['air-compressor', 'ac-cooling', '停机'],
  })
})

test('what help desks wrap tickets in: Zendesk, Jira, GitHub', () => {
  const zendesk = read({ ticket: { subject: 'a', comments: [{ id: 1, plain_body: 'b', author_id: 2 }] } })
  expect(zendesk).toMatchObject({ titles: ['a'], comments: ['b'] })
  const jira = read({
    key: 'HELP-1',
    fields: { summary: 'a', description: 'b', comment: { comments: [{ body: 'c' }] } },
  })
  expect(jira).toMatchObject({ titles: ['a'], texts: ['b'], comments: ['c'] })
  const github = read({ title: 'a', body: 'b', labels: [{ name: 'router', color: 'ff0000' }] })
  expect(github).toMatchObject({ titles: ['a'], texts: ['b'], facts: ['router'] })
})

test('what stands under other names is not guessed', () => {
  const { texts, comments } = read({ title: 'a', requester: { name: 'Li' }, custom: { body: 'secret' } })
  expect([...texts, ...comments]).toEqual([])
})

test('broken JSON is refused with its place', () => {
  expect(refused('{\n  "title": "a",\n}').text.en).toContain('ticket.json:3:1:')
  expect(refused('{"title": "a"').text.zh).toContain('ticket.json:1:14：')
  expect(refused('{title: 1}').text.en).toContain(':1:2:')
})

test('a list, a ticket without text and a hostile one are refused or harmless', () => {
  expect(refused('[{"title": "a"}]').code).toBe('ticket')
  expect(refused('{"id": 1}').code).toBe('ticket')
  expect(refused('"text"').code).toBe('ticket')
  const deep = `{"title": "a", "comments": ${'['.repeat(5000)}"x"${']'.repeat(5000)}}`
  expect(readTicket(deep, 't').comments).toEqual([])
  expect(readTicket('{"title": "a", "__proto__": {"body": "b"}}', 't').texts).toEqual([])
})
