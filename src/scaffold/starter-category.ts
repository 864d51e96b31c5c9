import type { FacetData } from '../model/taxonomy.js'

/** Industry → scenario → problem type, for any after-sales team to start from. */
export const CATEGORY: FacetData = {
  labels: { zh: '问题分类', en: 'Category' },
  required: true,
  levels: [
    { id: 'industry', labels: { zh: '行业', en: 'Industry' } },
    { id: 'scenario', labels: { zh: '业务场景', en: 'Scenario' } },
    { id: 'problem-type', labels: { zh: '问题类型', en: 'Problem type' } },
  ],
  terms: [
    {
      id: 'consumer',
      labels: { zh: '个人与家庭', en: 'Home and consumer' },
      aliases: ['家庭用户', 'household'],
      terms: [
        {
          id: 'device-use',
          labels: { zh: '设备使用', en: 'Using a device' },
          terms: [
            {
              id: 'no-connection',
              labels: { zh: '无法联网', en: 'Cannot connect' },
              aliases: ['连不上网', '设备离线', 'offline'],
            },
            {
              id: 'slow-or-unstable',
              labels: { zh: '缓慢或不稳定', en: 'Slow or unstable' },
              aliases: ['卡顿', '掉线', 'keeps dropping'],
            },
            {
              id: 'does-not-start',
              labels: { zh: '无法启动', en: 'Does not start' },
              aliases: ['开不了机', 'no power'],
            },
          ],
        },
        {
          id: 'setting-up',
          labels: { zh: '安装与设置', en: 'Setting up' },
          terms: [
            { id: 'first-setup', labels: { zh: '首次安装', en: 'First setup' }, aliases: ['新机设置'] },
            {
              id: 'account-password',
              labels: { zh: '账号与密码', en: 'Account and password' },
              aliases: ['忘记密码', 'forgotten password'],
            },
          ],
        },
      ],
    },
    {
      id: 'business',
      labels: { zh: '企业客户', en: 'Business customers' },
      aliases: ['企业服务', 'business services'],
      terms: [
        {
          id: 'system-use',
          labels: { zh: '系统使用', en: 'Using a system' },
          terms: [
            {
              id: 'sign-in',
              labels: { zh: '登录与权限', en: 'Sign-in and permissions' },
              aliases: ['登录失败', 'login failure'],
            },
            {
              id: 'wrong-data',
              labels: { zh: '数据错误', en: 'Wrong data' },
              aliases: ['数据不一致', 'data mismatch'],
            },
            {
              id: 'integration',
              labels: { zh: '接口与集成', en: 'Integration' },
              aliases: ['接口对接', 'API'],
            },
          ],
        },
        {
          id: 'billing',
          labels: { zh: '计费与付款', en: 'Billing and payment' },
          terms: [
            {
              id: 'payment-failure',
              labels: { zh: '支付失败', en: 'Payment failure' },
              aliases: ['付款失败', 'declined payment'],
            },
            {
              id: 'invoice',
              labels: { zh: '账单与发票', en: 'Bills and invoices' },
              aliases: ['发票', '账单'],
            },
          ],
        },
      ],
    },
    {
      id: 'industrial',
      labels: { zh: '工业与制造', en: 'Industry and manufacturing' },
      aliases: ['制造业', 'manufacturing'],
      terms: [
        {
          id: 'equipment-operation',
          labels: { zh: '设备运行', en: 'Equipment in operation' },
          terms: [
            {
              id: 'equipment-fault',
              labels: { zh: '设备故障', en: 'Equipment fault' },
              aliases: ['故障报警', 'breakdown'],
            },
            { id: 'low-performance', labels: { zh: '性能下降', en: 'Low performance' }, aliases: ['效率低'] },
          ],
        },
        {
          id: 'maintenance',
          labels: { zh: '维护保养', en: 'Maintenance' },
          aliases: ['保养'],
          terms: [
            {
              id: 'scheduled-service',
              labels: { zh: '定期保养', en: 'Scheduled service' },
              aliases: ['例行保养', 'scheduled maintenance'],
            },
            { id: 'part-replacement', labels: { zh: '更换备件', en: 'Part replacement' }, aliases: ['换件'] },
          ],
        },
      ],
    },
    {
      id: 'other-industry',
      labels: { zh: '其他行业', en: 'Other industry' },
      terms: [
        {
          id: 'other-scenario',
          labels: { zh: '其他场景', en: 'Other scenario' },
          terms: [{ id: 'other-problem', labels: { zh: '其他问题', en: 'Other problem' }, other: true }],
        },
      ],
    },
  ],
}
