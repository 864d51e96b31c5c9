import type { Message } from '../lib/message.js'
import { type Facet, labelOf, pathOf, type Taxonomy, type Term } from '../model/taxonomy.js'

export interface IntakeOption {
  /** Term id. */
  readonly value: string
  /** The term with its ancestors: `Home and consumer / Home internet / No internet`. */
  readonly label: Message
}

/** One question of the intake: a prompt, a flag of the same name (`--symptom`), a field of the issue form. */
export interface IntakeField {
  readonly id: 'category' | 'symptom' | 'tried' | 'customer'
  readonly label: Message
  readonly hint: Message
  readonly required: boolean
  /** `choice` among the options, one `line`, or `text` of several lines. */
  readonly input: 'choice' | 'line' | 'text'
  /** Empty unless `input` is `choice`. */
  readonly options: readonly IntakeOption[]
}

const OPEN_QUESTIONS: readonly IntakeField[] = [
  {
    id: 'symptom',
    label: { en: 'Symptom', zh: '故障现象' },
    hint: {
      en: 'What does the customer see, when, since when? Error code exactly as shown. Example: "Wi-Fi asks for the password again and again, ERR_WIFI_AUTH on the status page since the password change."',
      zh: '客户看到什么、什么时候出现、从何时开始？错误码照原样写。例：“改过密码以后反复提示输入密码，状态页显示 ERR_WIFI_AUTH。”',
    },
    required: true,
    input: 'text',
    options: [],
  },
  {
    id: 'tried',
    label: { en: 'What was tried', zh: '已尝试的操作' },
    hint: {
      en: 'Every step with its result, also what did not help. Example: "Restarted the router: no change."',
      zh: '每一步操作及其结果，没有用的也写。例：“重启路由器，没有变化。”',
    },
    required: false,
    input: 'text',
    options: [],
  },
  {
    id: 'customer',
    label: { en: 'Customer industry and product version', zh: '客户行业与产品版本' },
    hint: {
      en: 'No names of persons or companies. Example: "Hotel, 40 rooms, firmware 2.4.1."',
      zh: '不写人名和公司名。例：“酒店，40 间客房，固件 2.4.1。”',
    },
    required: false,
    input: 'line',
    options: [],
  },
]

/**
 * The intake questions in the order in which they are asked. Prompts, flags and the issue form
 * are all made of this list. Without a `category` facet the question is left out.
 */
export function intakeFields(taxonomy: Taxonomy): readonly IntakeField[] {
  const facet = taxonomy.facets.get('category')
  const options = facet === undefined ? [] : optionsOf(facet)
  return options.length === 0 ? OPEN_QUESTIONS : [categoryField(options), ...OPEN_QUESTIONS]
}

function categoryField(options: readonly IntakeOption[]): IntakeField {
  return {
    id: 'category',
    label: { en: 'Category', zh: '问题分类' },
    hint: {
      en: 'The kind of problem. When in doubt, take the nearest; an editor corrects it.',
      zh: '属于哪一类问题。拿不准就选最接近的，编辑时会更正。',
    },
    required: true,
    input: 'choice',
    options,
  }
}

/** The deepest terms in use, in tree order. */
function optionsOf(facet: Facet): IntakeOption[] {
  const inUse = (term: Term): boolean => pathOf(term).every(step => step.retired === undefined)
  return [...facet.terms.values()]
    .filter(term => inUse(term) && !term.children.some(inUse))
    .map(term => ({ value: term.id, label: { en: labelPath(term, 'en'), zh: labelPath(term, 'zh') } }))
}

function labelPath(term: Term, language: keyof Message): string {
  return pathOf(term)
    .map(step => labelOf(step, language))
    .join(' / ')
}
