import { mix } from './random.mjs'

// A thousand common characters would do; these few hundred give 100,000 pairs, a long tail of bigrams.
const CHARS = [
  ...'江陵宏远华南东海北川长青中原天成新安泰和金山广源永丰德兴嘉明瑞祥恒达顺通建文光启正阳春林石桥西湖云峰龙泉玉清平福同庆三元大观上河丹凤岳麓虎门白云乐佳康惠宁波武昌汉口襄荆宜沙洋潜仙桃监利松滋公安洪赤壁咸嘉鱼崇阳',
  ...'信隆盛昌茂源鑫铭博雅致诚铂锐捷迅腾骏驰凯旋冠群英豪杰辉煌灿烂星辰宇宙银河晨曦朝露秋实冬雪夏荷梅兰竹菊松柏桂杨柳榆槐橡枫杉枝叶根茎花果谷麦稻粟豆薯茶桑麻棉丝绸缎布帛锦绣纱线针织编染印刷纸笔墨砚琴棋书画',
  ...'铁钢铜铝锡锌镍钛锰钨硅碳硫磷氮氧氢氯氟钠钾钙镁炉窑锅灶釜罐瓶杯盘碗碟勺筷刀叉剪锤钳锯斧凿钻磨砂轮轴齿链条带环扣钉销键楔垫片簧弓弦弹射击打拉推压提升降转旋摆动摇晃震颤跳跃奔走行止停驻留守望护卫防',
]
const PLACES =
  '城东 城西 高新区 滨江 开发区 临港 南郊 老城 北站 河口 新港 西岭 沙洲 青年路 和平里 东湾 北苑 石化园 空港 大学城'.split(
    ' ',
  )
const KINDS = {
  machine: '机械厂 铸造厂 纺织厂 食品厂 造纸厂 汽配厂 电子厂 化工厂 水泥厂 印刷厂 医院 数据中心'.split(' '),
  device: '超市 药店 便利店 书店 餐厅 加油站 服装店 酒店 物流站 影院'.split(' '),
  network: '用户家中 公寓 办公楼 学校 茶馆 诊所 网点 仓库 小区 民宿'.split(' '),
  cloud:
    '贸易公司 软件公司 物流公司 建材集团 连锁公司 会计事务所 制造集团 电商公司 咨询公司 供应链公司'.split(
      ' ',
    ),
}
const KINDS_EN = {
  machine: 'Foundry,Textiles,Bakery,Paper Mill,Castings,Plastics,Hospital,Brewery'.split(','),
  device: 'Pharmacy,Stores,Books,Bistro,Filling Station,Hotel,Cinema,Parcel Shop'.split(','),
  network: 'household,Flats,Offices,School,Clinic,Warehouse,Lodge,Studio'.split(','),
  cloud: 'Trading,Software,Logistics,Building Supplies,Accounting,Group,Retail,Consulting'.split(','),
}

const ONSETS = 'b br c ch d dr f fl g gl h j k kr l m n p pl qu r s sh sl st t tr v w z'.split(' ')
const VOWELS = 'a e i o u ai ea ee io oa ou'.split(' ')
const CODAS = ['', 'l', 'm', 'n', 'nd', 'r', 'rk', 's', 'st', 't', 'th', 'x']

/** Different rare words of each kind that a library can have. */
const POOL = 60_000

/** A made-up Chinese name of two characters; the same rank gives the same one. */
function nameZh(rank) {
  const bits = mix(rank * 2 + 1)
  return CHARS[bits % CHARS.length] + CHARS[Math.floor(bits / CHARS.length) % CHARS.length]
}

/** A made-up English word of two or three syllables. */
function wordEn(rank) {
  let bits = mix(rank * 2)
  let word = ''
  for (let syllable = 0; syllable < 2 + (rank % 2); syllable++) {
    word +=
      ONSETS[bits % ONSETS.length] + VOWELS[(bits >>> 5) % VOWELS.length] + CODAS[(bits >>> 9) % CODAS.length]
    bits = mix(bits)
  }
  return word
}

const capital = word => word[0].toUpperCase() + word.slice(1)

/** 城东江陵铸造厂, Quaindle Foundry: where it happened. */
export function site(random, language, nature) {
  if (language === 'en') return `${capital(wordEn(random.rank(POOL)))} ${random.pick(KINDS_EN[nature])}`
  return random.zipf(PLACES) + nameZh(random.rank(POOL)) + random.pick(KINDS[nature])
}

/** A word that few cases have: a brand, a colleague, a nickname of a site. */
export function rare(random, language) {
  return language === 'en' ? capital(wordEn(random.rank(POOL))) : nameZh(random.rank(POOL))
}

const SERIAL = '0123456789ABCDEFGHJKLMNPQRTUVWXY'

/** A serial number: as good as unique. */
export function serial(random) {
  let text = 'SN'
  for (let i = 0; i < 9; i++) text += SERIAL[Math.floor(random.next() * 32)]
  return text
}

/** A model of a product: a few hundred, the old ones common. */
export function model(random, product) {
  const letters = product.id
    .replace(/[^a-z]/g, '')
    .slice(0, 2)
    .toUpperCase()
  return `${letters}${10 + random.rank(90)}${['', 'A', 'F', '-2', 'Pro'][random.rank(5)]}`
}

/** A key of some settings file: `retry.quaindle_max`. */
export function settingKey(random) {
  const group = random.zipf([
    'net',
    'retry',
    'auth',
    'print',
    'motor',
    'alarm',
    'cache',
    'queue',
    'log',
    'sync',
  ])
  const tail = random.zipf(['max', 'timeout', 'limit', 'interval', 'mode', 'level', 'delay', 'enabled'])
  return `${group}.${random.chance(0.4) ? `${wordEn(random.rank(POOL))}_` : ''}${tail}`
}
