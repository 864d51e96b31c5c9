import { expect, test } from 'vitest'
import { diagnose } from '../../src/search/diagnose.js'
import { type CheckAnswer, checkKey, nextToCheck, undecided } from '../../src/search/diagnosis-steps.js'
import { documentsOf } from '../../src/search/document.js'
import { openDocuments, openIndexOf, says } from './open-documents.js'
import { readSampleLibrary } from './sample-library.js'

const fill = Array.from({ length: 12 }, (_, i) => says(`T-1000${i}`, `别的事情第${i}件`))
const stops = '空压机下午高温停机，散热器发烫'
const opened = await openDocuments(
  says('T-00001', stops, {
    causes: [
      { cause: '油位过低', check: '看油窗', fix: '补油' },
      { cause: '散热器堵塞', check: '出风口无风', fix: '清洗' },
    ],
  }),
  says('T-00002', stops, { causes: [{ cause: '油位　过低。', check: '看油窗' }] }),
  says('T-00003', stops, { status: 'draft', causes: [{ cause: '草稿里的原因' }] }),
  says('T-00004', '路由器掉线断网，晚上网速慢', { causes: [{ cause: '信道干扰', check: '看信道' }] }),
  ...fill,
)
const ask = (symptoms: readonly string[]) => diagnose(opened, { symptoms, limit: 10 })

test('the same cause of two cases is one, likelier than each alone', async () => {
  const { causes, cases } = await ask(['空压机下午高温停机'])
  expect(cases).toBe(2)
  expect(causes[0]).toMatchObject({ cause: '油位过低', check: '看油窗', fix: '补油' })
  expect(causes[0]?.cases.map(({ id }) => id)).toEqual(['T-00001', 'T-00002'])
  expect(causes[0]?.score).toBeGreaterThan(causes[1]?.score ?? 1)
  expect(causes[0]?.score).toBeLessThanOrEqual(1)
})

test('a cause that the symptoms speak of is likelier than one that they do not', async () => {
  const alone = await openDocuments(
    says('T-00001', stops, {
      causes: [{ cause: '油位过低' }, { cause: '散热器堵塞', check: '散热器发烫' }],
    }),
    ...fill,
  )
  const { causes } = await diagnose(alone, { symptoms: [stops], limit: 10 })
  expect(causes.map(({ cause }) => cause)).toEqual(['散热器堵塞', '油位过低'])
})

test('drafts and cases about something else name no cause', async () => {
  const { causes } = await ask(['空压机下午高温停机', '散热器发烫'])
  expect(causes.map(({ cause }) => cause)).toEqual(['油位过低', '散热器堵塞'])
  expect((await ask(['今天天气真好'])).causes).toEqual([])
})

test('filters leave causes of other products out', async () => {
  const library = readSampleLibrary()
  const sample = await openIndexOf(documentsOf(library), library.taxonomy.data)
  const request = { symptoms: ['NET_TIMEOUT 超时'], limit: 20 }
  const { causes } = await diagnose(sample, { ...request, filters: { product: ['home-router'] } })
  const all = await diagnose(sample, request)
  expect(all.causes.length).toBeGreaterThan(0)
  expect(causes.length).toBeLessThan(all.causes.length)
})

test('step by step: a check is asked once, a no drops the cause, a "don\'t know" keeps it', async () => {
  const { causes } = await ask([stops])
  const answers = new Map<string, CheckAnswer>()
  const first = nextToCheck(causes, answers)
  expect(first?.cause).toBe('油位过低')
  if (first !== undefined) answers.set(checkKey(first), 'unknown')
  const second = nextToCheck(causes, answers)
  expect(second?.cause).toBe('散热器堵塞')
  if (second !== undefined) answers.set(checkKey(second), 'no')
  expect(nextToCheck(causes, answers)).toBeUndefined()
  expect(undecided(causes, answers).map(({ cause }) => cause)).toEqual(['油位过低'])
})

test('causes with the same check are decided by one answer', () => {
  const cause = (name: string) => ({ cause: name, check: '灯亮 吗？', score: 0.5, cases: [] })
  const causes = [cause('a'), cause('b')]
  expect(nextToCheck(causes, new Map([[checkKey(cause('c')), 'no']]))).toBeUndefined()
})
