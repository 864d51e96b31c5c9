import { expect, test } from 'vitest'
import { similar } from '../../src/search/similar.js'
import { openDocuments, says } from './open-documents.js'

const opened = openDocuments(
  says('T-00001', '空压机下午高温停机，屏幕报 E-1203'),
  says('T-00002', '空压机漏油'),
  says('T-00003', '空压机高温停机', { status: 'withdrawn' }),
  says('T-00004', '路由器掉线', { status: 'archived' }),
  says('T-00005', 'The compressor stops in the afternoon', { status: 'draft', language: 'en' }),
)

test('the nearest case stands first and says what it shares with the text', () => {
  const [first, ...others] = similar(opened, '空压机 E1203：一到下午就高温停机')
  expect(first).toMatchObject({ id: 'T-00001', shared: ['空压机', 'E1203', '下午', '高温停机'] })
  expect(others.map(found => found.id)).toEqual(['T-00002'])
  expect(first?.score).toBeGreaterThan(others[0]?.score ?? 0)
})

test('drafts and archived cases count, withdrawn ones do not', () => {
  expect(similar(opened, '路由器晚上掉线').map(found => found.id)).toEqual(['T-00004'])
  expect(similar(opened, 'compressors stopping').map(found => found.id)).toEqual(['T-00005'])
  expect(similar(opened, '高温停机').map(found => found.id)).toEqual(['T-00001'])
})

test('function words, nothing, and very long texts are no trouble', () => {
  expect(similar(opened, 'how to do it')).toEqual([])
  expect(similar(opened, '')).toEqual([])
  expect(similar(opened, '空压机漏油'.repeat(20_000), 1)).toMatchObject([{ id: 'T-00002' }])
})
