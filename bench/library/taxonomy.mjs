import { PRODUCTS } from './products.mjs'

const CATEGORIES = `
manufacturing 制造业|Manufacturing
  production-operation 生产运行|Production operation: unplanned-stop 非计划停机|Unplanned stop|故障停机, overheating 过热|Overheating|高温报警, low-pressure 压力不足|Low pressure|供气不足, leakage 泄漏|Leakage|跑冒滴漏, noise-vibration 异响与振动|Noise and vibration|abnormal noise
  maintenance 维护保养|Maintenance: periodic-service 定期保养|Periodic service|例行保养, part-replacement 更换备件|Part replacement|换件
retail 零售业|Retail
  checkout 门店收银|Checkout: payment-failure 支付失败|Payment failure|刷卡失败, printing-fault 打印故障|Printing fault|打不出来, terminal-offline 终端离线|Terminal offline|机器掉线, end-of-day 日结对账|End-of-day settlement|日终结算
  store-opening 开店部署|Store opening: device-activation 设备激活|Device activation|绑定商户号, peripheral-setup 外设安装|Peripheral setup|外接设备
consumer 个人与家庭|Home and consumer
  home-internet 家庭上网|Home internet: no-internet 无法上网|No internet|断网, slow-wifi 网速慢|Slow Wi-Fi|slow wireless, frequent-drops 频繁掉线|Frequent drops|经常断线
  home-setup 安装与设置|Setup: first-setup 首次安装|First setup|新机设置, firmware-upgrade 固件升级|Firmware upgrade|升级失败, password-reset 密码重置|Password reset|重置密码
business-services 企业服务|Business services
  e-invoicing 电子开票|E-invoicing: invoice-rejected 开票被拒|Invoice rejected|开票失败, invoice-delivery 发票交付|Invoice delivery|收不到发票, invoice-correction 红冲与更正|Correction and credit note|红字发票
  integration 系统集成|Integration: sign-in-failure 登录与授权失败|Sign-in and authorisation failure|登录失败, data-sync 数据同步|Data synchronisation|同步失败
  finance-close 财务结账|Finance close: reconciliation-gap 对账差异|Reconciliation gap|账不平, report-export 报表导出|Report export|导出失败
`

const FLAT = {
  fault_type:
    'hardware 硬件|Hardware, consumable 耗材与易损件|Consumables, software 软件|Software, configuration 配置|Configuration, network 网络|Network, operation 使用与操作|Operation, environment 环境|Environment, third-party 第三方|Third party',
  urgency: 'critical 紧急|Critical, high 高|High, medium 中|Medium, low 低|Low',
}

const labels = (zh, en) => `labels: { zh: ${zh}, en: ${en} }`
const term = text => {
  const [, id, zh, en, alias] = /^(\S+) ([^|]+)\|([^|]+)(?:\|(.+))?$/.exec(text)
  return `{ id: ${id}, ${labels(zh, en)}${alias === undefined ? '' : `, aliases: [${alias}]`} }`
}
const open = text =>
  term(text)
    .slice(2, -2)
    .replace(/, (?=labels)/, '\n  ')

function category(line) {
  if (!line.startsWith(' ')) return `      - ${indent(open(line), 6)}\n        terms:`
  const [head, leaves] = line.trim().split(': ')
  const list = leaves.split(', ').map(leaf => `              - ${term(leaf)}`)
  return `          - ${indent(open(head), 10)}\n            terms:\n${list.join('\n')}`
}
const indent = (text, by) => text.replaceAll('\n', `\n${' '.repeat(by)}`)

function product({ id, zh, en, shortZh, shortEn, modules }) {
  const list = modules.map(found => `          - { id: ${found.id}, ${labels(found.zh, found.en)} }`)
  return `      - id: ${id}\n        ${labels(zh, en)}\n        aliases: [${shortZh}, ${shortEn}]\n        terms:\n${list.join('\n')}`
}

/** taxonomy.yml of a generated library. */
export function taxonomyYaml() {
  const flat = text =>
    text
      .split(', ')
      .map(item => `      - ${term(item)}`)
      .join('\n')
  return `version: 1
facets:
  category:
    ${labels('问题分类', 'Category')}
    required: true
    levels:
      - { id: industry, ${labels('行业', 'Industry')} }
      - { id: scenario, ${labels('业务场景', 'Scenario')} }
      - { id: problem-type, ${labels('问题类型', 'Problem type')} }
    terms:
${CATEGORIES.trim().split('\n').map(category).join('\n')}
  product:
    ${labels('产品', 'Product')}
    field: product
    required: true
    levels:
      - { id: product, field: name, ${labels('产品', 'Product')} }
      - { id: module, field: module, ${labels('模块', 'Module')} }
    terms:
${PRODUCTS.map(product).join('\n')}
  fault_type:
    ${labels('故障类型', 'Fault type')}
    levels:
      - { id: fault-type, ${labels('故障类型', 'Fault type')} }
    multiple: true
    terms:
${flat(FLAT.fault_type)}
  urgency:
    ${labels('紧急程度', 'Urgency')}
    required: true
    levels:
      - { id: urgency, ${labels('紧急程度', 'Urgency')} }
    terms:
${flat(FLAT.urgency)}
`
}
