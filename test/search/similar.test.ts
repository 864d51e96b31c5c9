import { expect, test } from 'vitest'
import { similar } from '../../src/search/similar.js'
import { openDocuments, says } from './open-documents.js'

const opened = await openDocuments(
  says('T-00001', '空压机下午高温停机，屏幕报 E-1203'),
  says('T-00002', '空压机漏油'),
  says('T-00003', '空压机高温停机', { status: 'withdrawn' }),
  says('T-00004', '路由器掉线', { status: 'archived' }),
  says('T-00005', 'The compressor stops in the afternoon', { status: 'draft', language: 'en' }),
)

async function ids(text: string): Promise<string[]> {
  return (await similar(opened, text)).map(found => found.id)
}

test('the nearest case stands first and says what it shares with the text', async () => {
  const [first, ...others] = await similar(opened, '空压机 E1203：一到下午就高温停机')
  expect(first).toMatchObject({ id: 'T-00001', shared: ['空压机', 'E1203', '下午', '高温停机'] })
  expect(others.map(found => found.id)).toEqual(['T-00002'])
  expect(first?.score).toBeGreaterThan(others[0]?.score ?? 0)
  expect(first?.score).toBeLessThanOrEqual(1)
})

test('drafts and archived cases count, withdrawn ones do not', async () => {
  expect(await ids('路由器晚上掉线')).toEqual(['T-00004'])
  expect(await ids('compressors stopping')).toEqual(['T-00005'])
  expect(await ids('高温停机')).toEqual(['T-00001'])
})

test('function words, nothing, and very long texts are no trouble', async () => {
  expect(await similar(opened, 'how to do it')).toEqual([])
  expect(await similar(opened, '')).toEqual([])
  expect(await similar(opened, '空压机漏油'.repeat(20_000), 1)).toMatchObject([{ id: 'T-00002' }])
})
