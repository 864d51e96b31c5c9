import type { FacetData } from '../model/taxonomy.js'

export const FAULT_TYPE: FacetData = {
  labels: { zh: '故障类型', en: 'Fault type' },
  levels: [{ id: 'fault-type', labels: { zh: '故障类型', en: 'Fault type' } }],
  multiple: true,
  terms: [
    { id: 'hardware', labels: { zh: '硬件', en: 'Hardware' }, aliases: ['硬件故障'] },
    { id: 'consumable', labels: { zh: '耗材与易损件', en: 'Consumables and wear parts' }, aliases: ['耗材'] },
    { id: 'software', labels: { zh: '软件', en: 'Software' }, aliases: ['软件缺陷', 'bug'] },
    {
      id: 'configuration',
      labels: { zh: '配置', en: 'Configuration' },
      aliases: ['设置错误', 'misconfiguration'],
    },
    { id: 'network', labels: { zh: '网络', en: 'Network' }, aliases: ['网络故障'] },
    { id: 'operation', labels: { zh: '使用与操作', en: 'Operation' }, aliases: ['误操作', 'user error'] },
    { id: 'environment', labels: { zh: '环境', en: 'Environment' }, aliases: ['现场环境'] },
    { id: 'third-party', labels: { zh: '第三方', en: 'Third party' }, aliases: ['外部系统'] },
    { id: 'other-fault', labels: { zh: '其他', en: 'Other' }, other: true },
  ],
}

export const URGENCY: FacetData = {
  labels: { zh: '紧急程度', en: 'Urgency' },
  required: true,
  levels: [{ id: 'urgency', labels: { zh: '紧急程度', en: 'Urgency' } }],
  terms: [
    { id: 'critical', labels: { zh: '紧急', en: 'Critical' }, aliases: ['P1'] },
    { id: 'high', labels: { zh: '高', en: 'High' }, aliases: ['P2'] },
    { id: 'medium', labels: { zh: '中', en: 'Medium' }, aliases: ['P3'] },
    { id: 'low', labels: { zh: '低', en: 'Low' }, aliases: ['P4'] },
  ],
}
