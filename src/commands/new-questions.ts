import { intakeFields } from '../draft/intake.js'
import type { Choice, Prompts } from '../io/prompts.js'
import type { Language } from '../lib/message.js'
import { KINDS, type Kind } from '../model/case.js'
import { labelOf, type Taxonomy } from '../model/taxonomy.js'
import type { Context } from './context.js'

/** What `new` asks for where no option says it. */
export interface NewAnswers {
  readonly kind?: Kind
  readonly product?: string
  readonly module?: string
  readonly problemType?: string
  readonly title?: string
  readonly symptoms?: string
}

const KIND_NAMES: Readonly<Record<Kind, { en: string; zh: string }>> = {
  case: { en: 'case: a problem that was solved', zh: 'case：已解决的问题' },
  sop: { en: 'sop: a standard operating procedure', zh: 'sop：标准操作流程' },
  faq: { en: 'faq: a short question with its answer', zh: 'faq：常见问答' },
}

/** Asks a person for every answer that is still open; returns them as given where nobody can be asked. */
export async function askForDraft<T extends NewAnswers>(
  { terminal, host }: Context,
  taxonomy: Taxonomy,
  given: T,
): Promise<T> {
  if (!terminal.interactive) return given
  const { openPrompts } = await import('../io/prompts.js')
  const prompts = await openPrompts(host, terminal.language)
  const { language } = terminal
  const say = (en: string, zh: string): string => terminal.text({ en, zh })
  const kind =
    given.kind ??
    (await prompts.select(
      say('What kind of case?', '哪一类案例？'),
      KINDS.map(value => ({ value, name: KIND_NAMES[value][language] })),
    ))
  const product =
    given.product ??
    (await choose(say('Which product?', '哪个产品？'), productChoices(taxonomy, language), prompts))
  const problemType =
    given.problemType ??
    (await choose(
      say('What type of problem?', '什么类型的问题？'),
      categoryChoices(taxonomy, language),
      prompts,
    ))
  const title =
    given.title ??
    (await prompts.input(say('Title (product, symptom or code):', '标题（产品、现象或代码）：'), {
      required: true,
    }))
  const symptoms =
    given.symptoms ??
    (await prompts.input(say('Symptoms (what the customer sees):', '故障现象（客户看到什么）：')))
  return {
    ...given,
    kind,
    title,
    ...(symptoms === '' ? {} : { symptoms }),
    ...(product === undefined ? {} : { product }),
    ...(problemType === undefined ? {} : { problemType }),
  }
}

type Choices = readonly Choice[]

async function choose(message: string, choices: Choices, prompts: Prompts): Promise<string | undefined> {
  if (choices.length <= 1) return undefined
  return (await prompts.select(message, choices)) || undefined
}

function productChoices(taxonomy: Taxonomy, language: Language): Choices {
  const roots = taxonomy.facets.get('product')?.roots ?? []
  const inUse = roots.filter(term => term.retired === undefined)
  return [...inUse.map(term => ({ value: term.id, name: labelOf(term, language) })), open(language)]
}

function categoryChoices(taxonomy: Taxonomy, language: Language): Choices {
  const options = intakeFields(taxonomy).find(field => field.id === 'category')?.options ?? []
  return [...options.map(({ value, label }) => ({ value, name: label[language] })), open(language)]
}

function open(language: Language): Choices[number] {
  return { value: '', name: language === 'zh' ? '（暂不填写）' : '(leave open)' }
}
