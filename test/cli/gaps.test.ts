import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readGold } from '../../src/parse/read-gold.js'
import { write } from './repository.js'
import { cli } from './run-cli.js'
import { sampleCopy } from './temporary.js'

interface Gap {
  readonly title: string
  readonly others: readonly string[]
  readonly score: number
  readonly count: number
  readonly sources: Readonly<Record<string, number>>
  readonly cases: readonly string[]
  readonly command: string
  readonly tickets: readonly string[]
}

async function gapsOf(
  cwd: string,
  ...args: string[]
): Promise<{ code: number; gaps: Gap[]; drafted: { path: string }[] }> {
  const { code, stdout, stderr } = await cli(['gaps', '--json', ...args], { cwd })
  if (code === 2) throw new Error(stderr)
  return { code, ...JSON.parse(stdout) }
}

test('a library without any sign of a gap has none', async () => {
  const cwd = sampleCopy()
  expect(await gapsOf(cwd)).toMatchObject({ code: 1, gaps: [] })
})

test('searches, uses and tickets that nothing answers, alike ones as one, by frequency and recency', async () => {
  const cwd = sampleCopy()
  const search = (day: string, query: string, more = {}): string =>
    JSON.stringify({ day, query, filters: {}, hits: 0, ...more })
  write(
    cwd,
    '.casectl/log/2026-11.jsonl',
    [
      search('2026-11-20', '蓝牙耳机无法配对'),
      search('2026-11-21', '蓝牙耳机 无法配对'),
      search('2026-05-26', 'zxqv wvut', { filters: { product: ['home-router'] } }),
      search('2026-11-21', '空压机保养做完了，ALM-21 保养提示为什么还在？'),
    ].join('\n'),
  )
  const event = (n: number, day: string): string =>
    JSON.stringify({ event: `e${n}`, case: 'CASE-8FYDJ', kind: 'unsolved', day })
  write(
    cwd,
    'feedback/2026-11/x.jsonl',
    `${event(1, '2026-11-20')}\n${event(2, '2026-11-20')}\n${event(3, '2026-01-20')}\n`,
  )
  writeFileSync(
    join(cwd, 'tickets.csv'),
    '\ufeff工单号,标题,描述,状态,关闭时间,产品\r\nT-1,蓝牙耳机无法配对,"手机, 13800138000\n搜不到",已关闭,2026/11/19 10:00,\r\nT-2,打印机卡纸怎么办,,处理中,,\r\nTK-20260805-031,无人知晓的问题甲乙丙,,已关闭,,\r\n',
  )
  const { code, gaps } = await gapsOf(cwd, '--tickets', 'tickets.csv')
  expect(code).toBe(0)
  expect(gaps.map(({ title, count, sources, cases }) => ({ title, count, sources, cases }))).toEqual([
    { title: '蓝牙耳机无法配对', count: 3, sources: { 'low-score': 2, ticket: 1 }, cases: [] },
    {
      title: '空压机 ALM-12 露点高、管道出水：冷干机吸入热风',
      count: 2,
      sources: { unsolved: 2 },
      cases: ['CASE-8FYDJ'],
    },
    { title: 'zxqv wvut', count: 1, sources: { 'no-hit': 1 }, cases: [] },
  ])
  expect(gaps[2]?.score).toBe(0.25)
  expect(gaps[2]?.command).toBe("casectl new 'zxqv wvut' --product 'home-router'")
  expect(JSON.stringify(gaps)).not.toContain('13800138000')
  const text = await cli(['gaps', '--tickets', 'tickets.csv', '--lang', 'zh'], { cwd })
  expect(text.stdout).toContain("casectl new '蓝牙耳机无法配对'")
  expect(text.stdout).toContain('无案例的已关闭工单 1')
  const { drafted } = await gapsOf(cwd, '--tickets', 'tickets.csv', '--draft', '1')
  const draft = readFileSync(join(cwd, drafted[0]?.path ?? ''), 'utf8')
  expect(draft).toContain('title: 蓝牙耳机无法配对')
  expect(draft).toContain('T-1')
  expect((await cli(['lint', drafted[0]?.path ?? ''], { cwd })).code).toBe(0)
})

test('an export in GB18030 is read; a table without words, a broken one and a missing file are told', async () => {
  const cwd = sampleCopy()
  // "标题" and "蓝牙", GB18030.
  writeFileSync(join(cwd, 'gb.csv'), Buffer.from('b1eacce20ac0b6d1c00a', 'hex'))
  expect((await gapsOf(cwd, '--tickets', 'gb.csv')).gaps[0]?.title).toBe('蓝牙')
  writeFileSync(join(cwd, 'no.csv'), 'a,b\n1,2\n')
  const none = await cli(['gaps', '--tickets', 'no.csv'], { cwd })
  expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('no column of words')])
  writeFileSync(join(cwd, 'cut.csv'), 'title\n"half')
  expect((await cli(['gaps', '--tickets', 'cut.csv'], { cwd })).code).toBe(2)
  expect((await cli(['gaps', '--tickets', 'none.csv'], { cwd })).code).toBe(2)
})

// About the products of the sample library, and treated by no case of it; written before any result was seen.
const UNTREATED = [
  'router keeps rebooting after a thunderstorm',
  'guest wifi voucher printing',
  'parental control schedule is ignored',
  'vpn client drops on the router every hour',
  'static route to a second subnet',
  'wps button does nothing',
  'compressor motor bearing grease interval',
  'air receiver safety valve blows at 8 bar',
  'compressor phase sequence error',
  'oil carryover after overhaul',
  'cash drawer does not open after a sale',
  'scale weight does not update at the till',
  'barcode with letters is not recognised',
  'customer display shows wrong currency',
  'loyalty points are not credited',
  'gift card balance cannot be read',
  'invoice logo is missing in the PDF',
  'change the tax number of our company',
  'invoice archive download is slow',
  'webhook is called twice',
  '路由器 USB 共享打印机找不到',
  '家长控制不生效',
  '端口映射设置后外网打不开',
  '路由器指示灯全灭',
  'IPv6 获取不到地址',
  '空压机相序错误',
  '安全阀提前起跳',
  '储气罐排污阀堵塞',
  '电机轴承异响加油周期',
  '钱箱打不开',
  '电子秤重量不更新',
  '会员积分没到账',
  '客显屏不亮',
  '储值卡余额读不出来',
  '发票抬头改名',
  '发票 PDF 没有公司标志',
  '开票员离职账号注销',
  '纸质专票邮寄进度',
  '发票作废截止时间',
  '导出发票的附件名乱码',
]

test('a search that was answered is no gap, one about what no case treats mostly is', async () => {
  const cwd = sampleCopy()
  const { value } = readGold(readFileSync('eval/onboarding.yml', 'utf8'))
  const answered = (value?.queries ?? []).map(({ text }) => text)
  const line = (query: string): string => JSON.stringify({ day: '2026-11-20', query, filters: {}, hits: 9 })
  write(cwd, '.casectl/log/2026-11.jsonl', [...answered, ...UNTREATED].map(line).join('\n'))
  const { gaps } = await gapsOf(cwd, '--limit', '100')
  const told = new Set(gaps.flatMap(({ title, others }) => [title, ...others]))
  expect(answered).toHaveLength(22)
  expect(answered.filter(text => told.has(text))).toEqual([])
  expect(UNTREATED.filter(text => told.has(text)).length).toBeGreaterThanOrEqual(33)
})
