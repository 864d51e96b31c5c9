import type { ColumnProfile } from './profile.js'
import type { Target } from './targets.js'

// What columns are called in exports of help desks and in sheets that people keep. Without regard to
// case, spaces, `_`, `-` and what stands in brackets. The first that fits wins.
const NAMES: readonly (readonly [string, RegExp])[] = [
  [
    'source.refs',
    /^(?:ticket|issue|case|incident|request)?(?:id|no|number|key|ref|refs)$|^ticket$|工单号|编号|单号|序号|工单编号|问题编号/,
  ],
  ['title', /^(?:title|subject|summary|shortdescription|question|name)$|标题|主题|概要|摘要/],
  ['section.symptoms', /symptom|现象|报错信息/],
  [
    'section.resolution',
    /^(?:resolution|solution|answer|fix|closenotes|resolutionnotes)|解决方案|解决办法|处理结果|答案|解答|解决方法/,
  ],
  ['section.steps', /^(?:steps|procedure|instructions)|步骤|处理过程|解决过程/],
  ['section.diagnosis', /diagnosis|rootcause|^cause$|原因|诊断|排查/],
  ['section.tried', /tried|已尝试/],
  ['section.cautions', /caution|warning|注意/],
  ['section.background', /background|environment|客户背景|行业背景|环境/],
  ['body', /^(?:body|content|text|article)$|正文/],
  [
    'section.problem',
    /^(?:description|problem|details|issuedescription|message)|描述|问题(?!分类|类型|类别)|内容|详情/,
  ],
  [
    'opened',
    /^(?:opened|openedat|created|createdat|createddate|creationdate|reported|date)|创建时间|创建日期|报修|受理时间|提交时间|日期/,
  ],
  ['updated', /^(?:updated|updatedat|modified|lastmodified|lastupdated)|更新时间|修改时间/],
  ['product.module', /module|component|模块|组件/],
  ['product.versions', /version|firmware|版本/],
  ['product.name', /^product|model|产品|型号|设备/],
  ['fault_type', /faulttype|故障类型/],
  ['category', /category|problemtype|issuetype|分类|类别|问题类型/],
  ['urgency', /urgency|priority|severity|优先级|紧急|严重/],
  ['error_codes', /errorcode|错误码|错误代码|故障码|故障代码/],
  ['tags', /^(?:tags|labels|keywords)$|标签|关键词/],
  ['language', /^(?:lang|language|locale)$|语言/],
  ['source.type', /^(?:channel|sourcetype|via)$|渠道|来源类型/],
  ['attachments', /attachment|附件|截图/],
  ['regions', /^regions?$|地区|区域/],
  ['owner', /^owner$|负责(?:组|人|团队)/],
  ['audience', /^audience$|受众|可见范围/],
]

/** Where a column goes, by its name and what its cells are; undefined for one that is better left out. */
export function guessTarget(
  column: ColumnProfile,
  targets: ReadonlyMap<string, Target>,
  taken: ReadonlySet<string>,
): string | undefined {
  const name = column.name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([{（].*$/, '')
    .replace(/[\s_-]/g, '')
  const fits = (target: string): boolean => {
    const known = targets.get(target)
    if (known === undefined) return false
    const many = known.kind === 'section' || known.kind === 'lines' || known.kind === 'terms'
    return (many || !taken.has(target)) && (known.kind !== 'day' || column.type === 'day')
  }
  const exact = [...targets.keys()].find(target => target.replace(/[_.]/g, '') === name.replace(/\./g, ''))
  if (exact !== undefined && fits(exact)) return exact
  return NAMES.find(([target, pattern]) => pattern.test(name) && fits(target))?.[0]
}
