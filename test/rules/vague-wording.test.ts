import { describe, expect, test } from 'vitest'
import { exampleBody, exampleCase } from '../../src/rules/example.js'
import { findings, found } from './lint-text.js'

const RULE = 'vague-wording'
const withSteps = (text: string) => exampleCase({}, exampleBody('Devices reconnect once.', text))
const words = (text: string) =>
  findings(RULE, withSteps(text)).map(({ code, args }) => `${code} ${args['word']}`)

test('the word is marked where it stands', () => {
  expect(found(RULE, withSteps('Restart, and wait a while.'))).toEqual(['time 42:19 warning'])
  expect(found(RULE, withSteps('先`断电`，再**尽快**重启。'))).toEqual(['time 42:10 warning'])
})

describe('what is left open', () => {
  test.each([
    ['请适当调高压力。', 'amount 适当'],
    ['重试几次后仍失败。', 'amount 几'],
    ['根据实际情况设置。', 'amount 根据实际情况'],
    ['Press it a few times.', 'amount a few'],
    ['Tighten the belt as needed.', 'amount as needed'],
    ['尽快更换滤芯。', 'time 尽快'],
    ['等待一段时间再上电。', 'time 一段时间'],
    ['定期清洗散热器。', 'time 定期'],
    ['Replace it as soon as possible.', 'time as soon as possible'],
    ['检查管路、接头等等。', 'list 等等'],
    ['Check cables, plugs, etc.', 'list etc.'],
    ['请参考相关文档。', 'reference 相关'],
    ['联系相关人员处理。', 'reference 相关'],
    ['See the relevant documentation.', 'reference the relevant'],
    ['重启也许能恢复。', 'doubt 也许'],
    ['Maybe the cable is loose.', 'doubt Maybe'],
    ['某些情况下会掉线。', 'thing 某些'],
    ['There are some issues with it.', 'thing some'],
  ])('%s', (text, word) => {
    expect(words(text)).toEqual([word])
  })
})

test.each([
  '若干扰严重，换信道。',
  '等等再试。',
  '每 3 个月定期清洗散热器。',
  '与 Wi-Fi 相关的设置不变。',
  '距离约 200 米，大约 300 ns。',
  '`尽快` 是按钮名。',
  '> 客户说尽快',
  'It fails in several ways.',
  '做一些配置，例如信道。',
  'Change some settings: channel and width.',
  '等待一段时间至灯灭。',
  'If you are not sure, ask.',
  'A few boards have no LED.',
  'The awhile loop ends.',
  'Fetch the item, fetch it again.',
])('%s is no finding', text => {
  expect(words(text)).toEqual([])
})

test('a supposition is right in the diagnosis, and doubt in the problem; what went wrong is asked there', () => {
  const diagnosis = exampleCase({}, exampleBody('The channel is a radar channel.', 'Maybe the channel, etc.'))
  expect(found(RULE, diagnosis)).toEqual([])
  const problem = (text: string) =>
    exampleCase({}, exampleBody('5 GHz disappears for a minute every evening.', text))
  expect(found(RULE, problem('Maybe it drops a few times.'))).toEqual([])
  expect(found(RULE, problem('设备出现一些问题。'))).toEqual(['thing 22:5 warning'])
})

test('a library adds words, allows others, and says in which sections they hurt', () => {
  const text = withSteps('妥善处理，尽快完成，handle with care.')
  const words = (options: Record<string, unknown>) =>
    findings(RULE, text, { options: { [RULE]: options } }).map(({ code, args }) => `${code} ${args['word']}`)
  expect(words({ add: ['妥善', 'with care'] })).toEqual(['own 妥善', 'time 尽快', 'own with care'])
  expect(words({ allow: ['尽快'] })).toEqual([])
  expect(words({ sections: ['steps'] })).toEqual([])
})
