import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { cli } from './run-cli.js'
import { folderWith } from './temporary.js'

const TITLE = 'Old @all <!channel> [x](http://evil.example)'

function library(): string {
  return folderWith({
    'casectl.config.yml': '',
    'cases/a.md': `---\nid: CASE-0000A\nkind: case\ntitle: "${TITLE}"\nstatus: published\nlanguage: en\nupdated: 2026-10-01\n---\n\n# x\n`,
    'feedback/2026-11/x.jsonl': '{"event":"a","case":"CASE-0000A","kind":"used","day":"2026-11-02"}\n',
  })
}

interface Taken {
  readonly path: string
  readonly type: string
  readonly body: Record<string, unknown>
}

/** A server on this machine that answers as told and keeps what it got. */
async function server(status: number, answer: string): Promise<{ url: string; taken: Taken[] }> {
  const taken: Taken[] = []
  const http = createServer((request, response) => {
    let text = ''
    request.on('data', chunk => {
      text += chunk
    })
    request.on('end', () => {
      taken.push({
        path: request.url ?? '',
        type: request.headers['content-type'] ?? '',
        body: JSON.parse(text),
      })
      response.writeHead(status, { location: '/elsewhere' }).end(answer)
    })
  })
  await new Promise<void>(done => http.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    http.close()
  })
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/hook?key=s3cr3t-k3y`, taken }
}

test('nothing is sent where no webhook is set, and a dry run prints what would be', async () => {
  const cwd = library()
  const unset = await cli(['notify', '--to', 'wecom'], { cwd })
  expect([unset.code, unset.stderr]).toEqual([2, expect.stringContaining('CASECTL_WEBHOOK_WECOM is empty')])
  const dry = await cli(['notify', '--to', 'wecom', '--dry-run'], { cwd })
  const { msgtype, markdown } = JSON.parse(dry.stdout)
  expect([dry.code, msgtype, markdown.content]).toEqual([0, 'markdown', expect.stringContaining('Uses: 1')])
  expect(Buffer.byteLength(markdown.content)).toBeLessThanOrEqual(4096)
})

test.each([
  ['wecom', '{"errcode":0,"errmsg":"ok"}', ['msgtype', 'markdown']],
  ['feishu', '{"code":0}', ['msg_type', 'content']],
  ['dingtalk', '{"errcode":0}', ['msgtype', 'markdown']],
  ['slack', 'ok', ['text']],
  ['webhook', '', ['title', 'text', 'report', 'asOf', 'after', 'figures', 'tables']],
])('%s gets its own form, and nobody is mentioned', async (to, answer, keys) => {
  const cwd = library()
  const { url, taken } = await server(200, answer)
  const env = { [`CASECTL_WEBHOOK_${to.toUpperCase()}`]: url }
  const { code, stdout, stderr } = await cli(['notify', '--to', to, '--report', 'digest'], { cwd, env })
  expect([code, stdout]).toEqual([0, ''])
  expect(stderr).toBe(`Sent to ${to}.\n`)
  expect(taken).toHaveLength(1)
  expect(taken[0]).toMatchObject({ path: '/hook?key=s3cr3t-k3y', type: 'application/json; charset=utf-8' })
  expect(Object.keys(taken[0]?.body ?? {})).toEqual(keys)
  if (to !== 'webhook') expect(JSON.stringify(taken[0]?.body)).not.toMatch(/@all|<!channel>/)
})

// By hand, at the second of the tests' clock, 1795334400:
// printf '1795334400000\nSECs3cr3t' | openssl dgst -sha256 -hmac SECs3cr3t -binary | base64
// openssl dgst -sha256 -mac HMAC -macopt hexkey:$(printf '1795334400\nSECs3cr3t' | xxd -p) -binary /dev/null | base64
const BY_HAND = {
  dingtalk: 'reJFPEyKqUubeH42sbelP//HWqu9nKmk2aezS48wFU8=',
  feishu: 'ZFQnjb8LpIvTUUJH+r4HKGCMs6BuRKzARygyqNwjRsQ=',
}

test.each(['dingtalk', 'feishu'] as const)('a robot of %s that asks for a signature gets it', async to => {
  const cwd = library()
  const { url, taken } = await server(200, '{"errcode":0,"code":0}')
  const name = `CASECTL_WEBHOOK_${to.toUpperCase()}`
  const env = { [name]: url, [`${name}_SECRET`]: 'SECs3cr3t' }
  const { code, stderr } = await cli(['notify', '--to', to], { cwd, env })
  expect([code, stderr]).toEqual([0, `Sent to ${to}.\n`])
  const { path = '', body = {} } = taken[0] ?? {}
  expect(JSON.stringify(body) + path).not.toContain('SECs3cr3t')
  if (to === 'feishu') {
    expect(path).toBe('/hook?key=s3cr3t-k3y')
    expect(body).toMatchObject({
      timestamp: '1795334400',
      sign: BY_HAND.feishu,
      msg_type: expect.any(String),
    })
  } else {
    expect(path).toBe(
      `/hook?key=s3cr3t-k3y&timestamp=1795334400000&sign=${encodeURIComponent(BY_HAND.dingtalk)}`,
    )
    expect(Object.keys(body)).toEqual(['msgtype', 'markdown'])
  }
})

test('a refused signature is told without the secret; other robots are sent none, nor is a dry run', async () => {
  const cwd = library()
  const { url } = await server(200, '{"errcode":310000,"errmsg":"sign not match SECs3cr3t"}')
  const env = { CASECTL_WEBHOOK_DINGTALK: url, CASECTL_WEBHOOK_DINGTALK_SECRET: 'SECs3cr3t' }
  const refused = await cli(['notify', '--to', 'dingtalk'], { cwd, env })
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('310000')])
  expect(refused.stderr).not.toContain('SECs3cr3t')
  const dry = await cli(['notify', '--to', 'feishu', '--dry-run'], {
    cwd,
    env: { CASECTL_WEBHOOK_FEISHU_SECRET: 'SECs3cr3t' },
  })
  expect(Object.keys(JSON.parse(dry.stdout))).toEqual(['msg_type', 'content'])
  const other = await server(200, '{"errcode":0}')
  await cli(['notify', '--to', 'wecom'], {
    cwd,
    env: { CASECTL_WEBHOOK_WECOM: other.url, CASECTL_WEBHOOK_WECOM_SECRET: 'SECs3cr3t' },
  })
  expect(other.taken[0]?.path).toBe('/hook?key=s3cr3t-k3y')
})

test.each([
  ['a refusal in the status', 403, 'no s3cr3t-k3y'],
  ['a refusal in the answer', 200, '{"errcode":93000,"errmsg":"invalid webhook url s3cr3t-k3y"}'],
  ['a redirect, which is not followed', 302, ''],
])('%s is told without the address', async (_, status, answer) => {
  const cwd = library()
  const { url, taken } = await server(status, answer)
  const { code, stderr } = await cli(['notify', '--to', 'wecom'], {
    cwd,
    env: { CASECTL_WEBHOOK_WECOM: url },
  })
  expect([code, taken.length]).toEqual([2, 1])
  expect(stderr).toContain('did not take the notice')
  expect(stderr).not.toContain('s3cr3t-k3y')
})

test('an address that is none, plain http to elsewhere and a port that nobody listens on are told', async () => {
  const cwd = library()
  for (const address of [
    's3cr3t',
    'http://example.com/s3cr3t',
    'file:///s3cr3t',
    'https://127.0.0.1:1/s3cr3t',
  ]) {
    const { code, stderr } = await cli(['notify', '--to', 'slack'], {
      cwd,
      env: { CASECTL_WEBHOOK_SLACK: address },
    })
    expect([address, code]).toEqual([address, 2])
    expect(stderr).not.toContain('s3cr3t')
  }
})
