import { type Command as Commander, Option } from 'commander'
import type { Message } from '../lib/message.js'
import type { Declaring } from './declaring.js'

/** The facet filters that every library has; a facet of one's own is `--facet name=term`. */
const FILTERS: readonly (readonly [string, Message])[] = [
  ['product', { en: 'product term', zh: '产品' }],
  ['module', { en: 'product module', zh: '产品模块' }],
  ['industry', { en: 'industry', zh: '行业' }],
  ['scenario', { en: 'business scenario', zh: '业务场景' }],
  ['problem-type', { en: 'problem type', zh: '问题类型' }],
  ['fault-type', { en: 'fault type', zh: '故障类型' }],
  ['urgency', { en: 'urgency', zh: '紧急程度' }],
  ['status', { en: 'status', zh: '状态' }],
  ['tag', { en: 'tag', zh: '标签' }],
  ['language', { en: 'language of the case', zh: '案例语言' }],
  ['audience', { en: 'audience', zh: '受众' }],
  ['kind', { en: 'case, sop or faq', zh: '类型：case、sop 或 faq' }],
]

/** Adds the filters to a command. Each may be repeated: values of one are alternatives, filters all hold. */
export function addFilters(command: Commander, { t }: Declaring): void {
  for (const [name, description] of FILTERS) {
    command.addOption(new Option(`--${name} <value>`, t(description)).argParser(collect))
  }
  command.addOption(
    new Option(
      '--facet <name=value>',
      t({ en: "a facet of the library's own", zh: '案例库自定义的维度' }),
    ).argParser(collect),
  )
}

/** Gathers a repeatable option into a list. */
export function collect(value: string, earlier: string[] | undefined): string[] {
  return [...(earlier ?? []), value]
}
