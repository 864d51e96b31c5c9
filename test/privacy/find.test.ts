import { describe, expect, test } from 'vitest'
import { findPersonalData } from '../../src/privacy/find.js'
import { cardNumber, creditCode, residentId } from './made.js'

const ID = residentId('330106', '19870615', '452')
const ID_X = residentId('440305', '20010228', '001')
const UNION_PAY = cardNumber('621700654321098765')
const VISA = cardNumber('453201511283036')
const AMEX = cardNumber('37144963539843')
const CODE = creditCode('91330106MA2KJ7WQ3')

/** Texts by type; the datum stands between « and ». */
const EXAMPLES: readonly (readonly [type: string, text: string])[] = [
  ['cn_id', `身份证：«${ID}»，请核对`],
  ['cn_id', `ID «${ID.slice(0, 6)} ${ID.slice(6, 14)} ${ID.slice(14)}»`],
  ['cn_id', `«${ID.slice(0, 6)}-${ID.slice(6, 14)}-${ID.slice(14)}»`],
  [
    'cn_id',
    `客户${'«'}${[...ID].map(digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')}»办理`,
  ],
  ['cn_id', `证号«${ID_X.toLowerCase()}»。`],
  ['cn_id', `file_«${ID}»_front`],
  ['cn_id', `«${residentId('830000', '19991231', '010')}»`],
  ['cn_id15', '老身份证 «330106870615452» 已换'],
  ['cn_id15', 'ID card: «440305560131002»'],
  ['cn_mobile', '请回电«13912345678»。'],
  ['cn_mobile', '手机：«139 1234 5678»'],
  ['cn_mobile', '«+86 186-1234-5678»'],
  ['cn_mobile', '«0086 18612345678»'],
  ['cn_mobile', '«１５９８７６５４３２１»'],
  ['cn_mobile', 'Tel«17712345678»'],
  ['cn_mobile', '«139\u200b1234\u200d5678»'],
  ['cn_mobile', '«139\u00a01234\u00a05678»'],
  ['cn_mobile', '«139–1234–5678»'],
  ['cn_mobile', '号码«一三九一二三四五六七八»打不通'],
  ['cn_mobile', '`mobile=«13912345678»&t=1`'],
  ['cn_mobile', '[拨打](tel:«13912345678»)'],
  ['cn_mobile', '«(139) 1234-5678»'],
  ['cn_mobile', '«139.1234.5678»'],
  ['cn_mobile', 'printf("\\n«13912345678»\\n")'],
  ['cn_landline', '座机 «021-62345678»'],
  ['cn_landline', '«0571-8765432» 转 12'],
  ['cn_landline', '«(010) 8765 4321»'],
  ['cn_landline', '电话：«87654321»'],
  ['cn_landline', '«+86 21 6234 5678»'],
  ['cn_landline', '传真 «02162345678»'],
  ['phone', 'Call «+44 20 7946 0958» after nine.'],
  ['phone', 'phone: «+14155550132»'],
  ['phone', 'Phone «(415) 555-0132»'],
  ['bank_card', `卡号«${UNION_PAY}»`],
  ['bank_card', `«${UNION_PAY.replace(/(\d{4})(?=\d)/g, '$1 ')}»`],
  ['bank_card', `Visa «${VISA.replace(/(\d{4})(?=\d)/g, '$1-')}»`],
  ['bank_card', `paid with «${VISA}».`],
  ['bank_card', `«${AMEX.slice(0, 4)} ${AMEX.slice(4, 10)} ${AMEX.slice(10)}»`],
  ['cn_uscc', `税号：«${CODE}»`],
  ['cn_uscc', `«${creditCode('12310000425006117')}»`],
  ['cn_uscc', `信用代码 «${creditCode('51500000500020148')}»`],
  ['cn_plate', '车牌«浙A8K210»已登记'],
  ['cn_plate', '«沪B·12345»'],
  ['cn_plate', '«粤BD12345» 新能源'],
  ['cn_plate', 'plate: «京AF12345»'],
  ['passport', '护照号：«E23456789»'],
  ['passport', 'Passport No. «EB1234567»'],
  ['passport', '台湾通行证 «T12345678»'],
  ['email', '写信给«wang.min+pos@example.cn»。'],
  ['email', '«mailto-user@example.com»'.replace('mailto-user', 'm_ueller')],
  ['email', '«李雷@例子.公司»'],
  ['email', '«max@müller.example»'],
  ['email', '«li.lei [at] example [dot] org»'],
  ['email', '«lilei(at)example.org»'],
  ['email', '«li.lei at example dot com»'],
  ['email', '«li\\_lei@example.com»'],
  ['email', '?mail=«li.lei%40example.com»&x=1'],
  ['email', '客户邮箱 «info@example.com»'],
  ['ip', '来源 IP «198.51.100.23»，端口 443'],
  ['ip', 'ssh root@«203.0.113.9»'],
  ['ip', 'peer «2001:db8:0:12::7» dropped'],
  ['ip', '[«2a00:1450:4001:81b::200e»]:443'],
  ['ip', '::ffff:«198.51.100.7»'],
  ['wechat', '微信号：«li_lei-2020»'],
  ['wechat', 'WeChat ID: «lilei8899»'],
  ['wechat', '请加微信 «lilei_88»'],
  ['wechat', 'vx «lilei_88»'],
  ['wechat', '«wxid_9k2j4h6g8f1d22»'],
  ['qq', 'QQ号 «123456789»'],
  ['qq', 'qq:«54321»'],
  ['secret', `key ${'«AK'}${'IAQ3EGRVNXTOPLMZ2W»'}`],
  ['secret', `${'«gh'}${'p_16C7e42F292c6912E7710c838347Ae178B4a»'}`],
  ['secret', 'Authorization: Bearer «9f8b7c6d5e4f3a2b1c0d»'],
  ['secret', 'token=«eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.dGhpc2lzbm90YXNpZ25hdHVyZQ»'],
  ['secret', 'db.password = "«Tr0ub4dor&3»"'],
  ['secret', '管理员密码：«Hx7#kp29»'],
  ['secret', '| 密码 | «Hx7kp29w» |'],
  ['secret', 'mysql://app:«s3cr3tpw»@db.internal/pos'],
  ['secret', 'PASSWORD=«83920471»'],
  ['secret', 'dbPassword: «admin2024»'],
  ['secret', '--api-key «a1b2c3d4e5f6»'],
  [
    'secret',
    `«-----BEGIN RSA ${'PRIVATE KEY'}-----\nMIIEow\nIBAAKC\n-----END RSA ${'PRIVATE KEY'}-----»\nend`,
  ],
  ['secret', `«-----BEGIN ${'PRIVATE KEY'}-----\nMIIEvQIBADANBgkqhkiG9w0BAQ»\n\ncut`],
  ['name', '联系人：«赵小雨»，已回访'],
  ['name', '收货人 «诸葛青云»'],
  ['name', '客户«孙晓梅»女士来电'],
  ['name', '«司马光明»先生'],
  ['name', '| 姓名 | «钱多多» |'],
  ['name', '«阿依古丽·买买提»女士'],
  ['name', 'Ms. «Ana-María López» called.'],
  ['name', 'Contact person: «Grace Hopper»'],
  ['name', 'Dear «Ada Lovelace»,'],
  ['address', '地址：«浙江省杭州市西湖区文一西路998号4幢1203室»'],
  ['address', '寄到«上海市徐汇区漕溪北路18号»。'],
  ['address', '家住«人民路12号»'],
  ['address', '«成都市武侯区阳光花园3栋2单元501室»'],
  ['address', 'Ship to «221B Baker Street, London NW1 6XE».'],
  ['address', '«1600 Amphitheatre Parkway, Mountain View, CA 94043»'],
  ['address', '«Musterstraße 12, 12345 Berlin»'],
  ['address', 'send it to «P.O. Box 1234»'],
]

describe('each type is found at its exact place', () => {
  test.each(EXAMPLES)('%s: %s', (type, marked) => {
    const start = marked.indexOf('«')
    const end = marked.indexOf('»') - 1
    const text = marked.replace(/[«»]/g, '')
    expect(findPersonalData(text)).toEqual([{ type, start, end }])
  })
})

describe('what only looks like personal data is left alone', () => {
  const wrongId = ID.slice(0, 17) + (ID[17] === '1' ? '2' : '1')
  test.each([
    `身份证 ${wrongId} 校验位不对`,
    residentId('330106', '19870231', '452'),
    residentId('990106', '19870615', '452'),
    `${cardNumber('100000123456789')} 不是卡号前缀`,
    `订单号 ${UNION_PAY}`,
    `${UNION_PAY.slice(0, -1)}${(Number(UNION_PAY.at(-1)) + 1) % 10}`,
    'IMEI 356938035643809',
    'serial number SN5WXJ5C61F',
    '序列号 SN3WXL7F3L1，型号 WX12B450',
    'EAN 4006381333931',
    'created: 2026-03-05\nupdated: 2026-11-02',
    'TK-20260917-003, FS-20260519-03, CH-20251103-118',
    '2026-09-17 06:10:33.123 +0800',
    '固件 2.4.1.7，版本 10.0.19045.3570',
    'firmware 12.44.33.21',
    '时间戳 1712345678901 ms',
    'order 13912345678',
    '工单 18612345678',
    '¥13912345678',
    'commit 13912345678abcdef0123456789abcdef01234567',
    '550e8400-e29b-41d4-a716-446655440000',
    'AA:BB:CC:DD:EE:FF',
    'std::vector, 12:30:45, 2026:11:22',
    '192.168.1.1 10.0.0.8 172.16.3.4 127.0.0.1 169.254.1.1 100.64.0.9 255.255.255.0 0.0.0.0',
    'fe80::1 ::1 fd00::12 ff02::1',
    'DNS 8.8.8.8 或 114.114.114.114',
    'Write to support@example.com or noreply@example.com.',
    'logo@2x.png, @types/node, npm i lodash@4.17.21, git@github.com:a/b.git, getty@tty1.service',
    '更新F07000，最新E12345',
    'part number EA1234567, SKU C12345678',
    '密码错误，请重试；密码：8-64 个字符',
    `password: required, Password: ********, PASSWORD=${'$'}{DB_PASSWORD}`,
    '.password = EXAMPLE_ESP_WIFI_PASS, token = getToken(), key: process.env.API_KEY',
    'TokenLifetime=7200, token.ttl=86400, TokenStore=shared, compass: a1b2c3d4',
    '默认密码 123456，初始口令：admin，password=password123，token: your-token-1',
    '密钥：AES-128，token: JWT',
    '联系人：无；姓名：未填写；负责人：安全部；联系人方式',
    '系统先生成订单，先生产后发货。女士优先，尊敬的先生/女士',
    '联系人 客户A，Mr Customer B, Contact: Network Support',
    '项目经理、安装师傅、高级工程师、应用工程师',
    'Dear Customer, Hi All',
    '气路2号阀，油路1号，通道3号，电路 4 号，线路12号',
    '广东省深圳市，第 3 号楼层，1 号线',
    'Step 2 Access Road, 5 GHz Way, 3 Main steps',
    '微信小程序、微信支付 2.0、微信：Android 端，QQ 音乐',
    '客服热线 400-123-4567，95588',
    'sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    '4096 2048 1024 8192 4096 2048',
    '01 02 00009000 00006000',
  ])('%s', text => {
    expect(findPersonalData(text)).toEqual([])
  })
})

test('of overlapping finds one remains, and it covers both', () => {
  const text = '13912345678@qq.example'
  expect(findPersonalData(text)).toEqual([{ type: 'email', start: 0, end: text.length }])
})

test('what a library allows is not found, nor what stands inside of it', () => {
  const text = '13912345678@qq.example, 13912345679'
  const found = findPersonalData(text, (type, value) => type === 'email' && value.endsWith('@qq.example'))
  expect(found).toEqual([{ type: 'cn_mobile', start: 24, end: 35 }])
})

test('a long text without sense takes linear time', () => {
  const parts = ['1 2-3.', 'a@', '密码：', '路1', 'Mr A', '::1:', '12345678901', '姓名：', 'eyJ.', 'A1 ']
  for (const part of parts) {
    const start = performance.now()
    findPersonalData(part.repeat(Math.floor(200_000 / part.length)))
    expect(performance.now() - start, part).toBeLessThan(2000)
  }
})
