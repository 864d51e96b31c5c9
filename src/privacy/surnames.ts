// The common surnames; those that also begin everyday words stand apart.
const CLEAR =
  '王李张刘陈杨赵黄周吴徐孙胡朱郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏汪田姜范姚谭廖邹熊陆郝孔崔邱秦史侯邵孟龙钱汤尹黎武贺赖龚庞樊兰殷施陶洪翟颜倪严温季俞章鲁葛伍韦申尤毕聂焦柳邢岳梅莫庄辛祝涂舒耿牟詹苗凌费纪靳盛童甄游裴席屈鲍覃霍翁隋柏阮桂闵柴冉辜饶刁瞿戚邬臧褚娄窦虞卞冼栗鞠荆谌岑肖闫付邝邸郜骆佟敖蔺郗滕栾祁晁郦佘芮荀逄晏郁'
const AMBIGUOUS =
  '高林何马于曾石方任常万钟金江顾段雷易乔文安牛芦丛向路齐管左谷时卜关阳项曲成卫查位植甘景单包司宁柯强解华车房边吉丘古米池来全廉简盖符穆党燕郎连都商蒙计冷卓花艾蓝巩井乐封官衣楚匡宗应台桑银明沙和白毛康代占国尚雍申欧'
const COMPOUND =
  '欧阳 司马 上官 诸葛 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 轩辕 夏侯 端木 南宫 独孤 呼延 完颜 拓跋 澹台 闻人 申屠 公冶 淳于 单于 太史 钟离 仲孙'.split(
    ' ',
  )

const STARTS = new Uint8Array(0x10000)
for (const name of CLEAR + AMBIGUOUS) STARTS[name.charCodeAt(0)] = 1
for (const name of COMPOUND) STARTS[name.charCodeAt(0)] = 2

/** Whether a name may begin with a UTF-16 code unit: 0 no, 1 as a surname, 2 also as half of one. */
export function surnameStart(unit: number): number {
  return STARTS[unit] ?? 0
}

/** The same of every code unit, to be added to. */
export function surnameStarts(): Uint8Array {
  return STARTS.slice()
}

const clear: ReadonlySet<string> = new Set(CLEAR)
const ambiguous: ReadonlySet<string> = new Set(AMBIGUOUS)
const compound: ReadonlySet<string> = new Set(COMPOUND)

// Words of service texts that begin with a surname.
const WORDS: ReadonlySet<string> = new Set(
  '方案 方式 方法 方向 安全 安装 安排 安卓 高级 高清 高龄 高温 常见 常用 常规 任意 任何 任务 全部 全体 全额 时间 时段 向导 应用 应急 应当 包括 包装 左右 左侧 路由 路径 路线 万能 万一 平台 单位 单号 单元 成功 成品 成都 项目 文件 文档 文字 石油 金额 金属 白色 管理 管道 管路 计划 计算 计费 华为 华北 华东 华南 江苏 江西 于是 连接 程序 程度 马上 马达 马来 车间 车号 车牌 施工 广东 牛津 党员 查询 查看 查收 严重 严格 支持 商户 商家 商品 商务 海外 云端 余额 余下 顾客 顾问 冷却 冷机 关于 关闭 关联 关键 强制 强电 简称 简体 简洁 解决 解除 来电 来访 国内 国家 国际 代理 代表 位置 官方 明确 明细 和平 银行 宗旨 卫生 卫浴 周一 周二 周三 周四 周五 周六 周日 周末 周期 周边 许可 许多 许久 温度 温馨 温暖 陈旧 陈列 施加 季度 严禁 章节 贺电 盛夏 夏季 冬季 武汉 苏州 郑州 徐州 杭州 兰州 温州 梅州 柳州 桂林 湘潭 唐山 秦皇 黄山 黄色 黄石 田间 江门 项下 钱款 钱包 范围 范例 封装 封闭 游客 游戏 童装 舒适 费用 费率 纪要 孔径 申请 申报 申诉 章程 温控 汤料 盛放 段落 曲线 景区 房间 房东 房客 房主 边缘 井下 谷歌 米家 古籍 燕郊 司机 司法 台湾 台账 阳光 阳台 易用 易损 景点 尚未 何时 何人 林业 石化 曾经 康复 白天 毛重 蓝牙 蓝屏 艾特 蒙古 时任 连锁 花园 花费 商城 商场 商铺 简介 关机 万元 文员 文本 代收 代码 代替 占用 国网 乐鑫 凌晨 乐高 乐视 康佳 华硕 金山 金蝶 方正 江淮 江铃 李宁 张裕 苏宁 白云 张力 张家 张北 黄光 黄海 黄河 黄岛 黄冈 金光 白光 余光 安徽 安庆 安阳 安康 安静 安心 宁波 宁夏 宁德 常州 常德 常熟 常亮 常开 金华 温岭 江阴 江宁 江山 江都 江津 江岸 江北 江南 江东 吉林 吉安 万州 包头 龙华 龙岗 龙岩 龙江 沈阳 贺州 梅县 宋体 楚雄 路桥 石家 石景 马鞍 罗马 孟买 莫斯 沙河 高雄 高新 高明 高亮 高光 高达 高通 高峰 高速 高阳 曲靖 曲阜 卫星 卫辉 万达 万科 万宁 方山 阳江 阳泉 阳春 台州 台山 台北 广元 广安 广德 云海 丁香 严明 任丘 成立 成华 武汉 武昌 武清 鲁山 齐鲁 汤山 乔木 关心 花生 花莲 花都 严冬 和田 和林 解冻 雷达 雷电 雷雨 谢谢 应城 简明 强化 明朝 明代 明天 明年 明日 明晚 明显 时分 单双 单板 苗木 苗圃 古城 古镇 尚可 毛利 毛坯 包邮 全员 全城 全家 全国 全年 连云 连江 连天 都柏 安达 牛皮 柴油 温泉 温江 章丘 舒城 海宁 白银 白城 白山 白龙 邓州 潘多 路易 金星 水星 高飞 顾家 顾及 柳江 汪清 洪水 洪江 洪山 陆地 陆丰 陆家 陆续 莫名 孔雀 孟加 任职 项城 姜家 姜黄 梁山 梁平 钟山 钟祥 戴尔 田林 田东 田阳 范县 石油 石英 石棉 石墨 石材 石林 石门 石泉 池州 盖州 盖子 麻城 霍山 沙市 沙发 沙湾 沙坪'.split(
    ' ',
  ),
)
/** How departments and roles end: 安全部, 王队. */
const GROUP_END = /[部组处科厅司队班员端层侧师长户商方站店厂台号名称者家家们人]$/

/** How sure the surname of a name is: a compound one, a clear one, one that also begins words. */
type Surname = 'compound' | 'clear' | 'ambiguous'

/**
 * The surname that a Chinese name of two to four characters begins with; undefined for what is no
 * name: a word, a department, the wrong length.
 */
export function surnameOf(name: string): Surname | undefined {
  const length = name.length
  if (WORDS.has(name.slice(0, 2)) || GROUP_END.test(name)) return undefined
  if (compound.has(name.slice(0, 2))) return length === 3 || length === 4 ? 'compound' : undefined
  if (length !== 2 && length !== 3) return undefined
  const first = name.slice(0, 1)
  if (clear.has(first)) return 'clear'
  return ambiguous.has(first) ? 'ambiguous' : undefined
}
