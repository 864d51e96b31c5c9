import type { Message } from '../lib/message.js'
import type { Case, Section } from '../model/case.js'
import type { Block } from '../model/markdown.js'

/**
 * What is asked of a case, in the order in which it is told: the three on which a panel of reviewers
 * scores, then the three that can be counted best.
 */
export const DIMENSIONS = {
  authentic: { en: 'authentic', zh: '真实性' },
  typical: { en: 'typical', zh: '典型性' },
  reusable: { en: 'reusable', zh: '可复用性' },
  reproducible: { en: 'reproducible', zh: '可复现' },
  language: { en: 'language', zh: '语言契合' },
  pictures: { en: 'pictures', zh: '图文比' },
} as const satisfies Readonly<Record<string, Message>>
export type Dimension = keyof typeof DIMENSIONS

/** A case, and the rules that found something of it. */
export interface QualitySubject {
  readonly found: Case
  readonly rules: ReadonlySet<string>
  /** True when a finding is an error. */
  readonly errors: boolean
}

export interface QualityCheck {
  /** In kebab case, unique. */
  readonly id: string
  readonly dimension: Dimension
  /** What is asked, and so what to do where it is missing. */
  readonly asks: Message
  /** Whether the check is of sense for a case; every one without. */
  applies?(found: Case): boolean
  passes(subject: QualitySubject): boolean
}

/** A picture, or a piece of code or output, for so many steps. */
const STEPS_PER_PICTURE = 4

const has =
  (...ids: readonly string[]) =>
  ({ found }: Pick<QualitySubject, 'found'>): boolean =>
    ids.some(id => found.body.sections.some(section => section.id === id && !section.empty))

/** True when none of these rules found something. */
const clean =
  (...ids: readonly string[]) =>
  ({ rules }: QualitySubject): boolean =>
    !ids.some(id => rules.has(id))

const isCase = (found: Case): boolean => found.kind === 'case'
const hasSteps = (found: Case): boolean => has('steps')({ found })

/** Every check, dimension by dimension. Some look at the case themselves, some ask what rules found. */
export const QUALITY_CHECKS: readonly QualityCheck[] = [
  {
    id: 'source-named',
    dimension: 'authentic',
    asks: { en: 'Name the source with its references (`source`).', zh: '写明来源及其编号（`source`）。' },
    passes: ({ found }) => (found.source?.refs.length ?? 0) > 0,
  },
  {
    id: 'owned',
    dimension: 'authentic',
    asks: { en: 'Name who answers for the case (`owner`).', zh: '写明案例的负责人（`owner`）。' },
    passes: ({ found }) => found.owner !== undefined,
  },
  {
    id: 'outcomes-measured',
    dimension: 'authentic',
    asks: {
      en: 'Give outcomes as numbers with a unit, before and after (`outcomes`).',
      zh: '成效用数字说明，写明前后对比和单位（`outcomes`）。',
    },
    applies: found => found.outcomes.length > 0 || has('outcomes')({ found }),
    passes: subject =>
      subject.found.outcomes.length > 0 && clean('outcome-units', 'claimed-improvement')(subject),
  },
  {
    id: 'consent',
    dimension: 'authentic',
    asks: {
      en: 'Quote the customer only with consent (`testimonial.consent`).',
      zh: '引用客户证言须经客户同意（`testimonial.consent`）。',
    },
    applies: found => found.testimonial?.text !== undefined || has('testimonial')({ found }),
    passes: ({ found }) => found.testimonial?.consent === true,
  },
  {
    id: 'classified',
    dimension: 'typical',
    asks: {
      en: 'Classify the case by product, category and kind of fault, in terms of the taxonomy.',
      zh: '按产品、分类和故障类型归类，使用分类体系中的术语。',
    },
    passes: subject => subject.found.terms.length >= 2 && clean('known-terms', 'charter-scope')(subject),
  },
  {
    id: 'recognisable',
    dimension: 'typical',
    asks: {
      en: 'Give the error codes, or describe the symptoms, by which others recognise the case.',
      zh: '写明错误代码或故障现象，便于他人对号入座。',
    },
    applies: isCase,
    passes: subject => subject.found.errorCodes.length > 0 || has('symptoms')(subject),
  },
  {
    id: 'distinct',
    dimension: 'typical',
    asks: {
      en: 'Say what no other case says: merge near twins, settle contradictions.',
      zh: '内容不与其他案例重复或矛盾：合并近似案例，消除冲突。',
    },
    passes: clean('near-duplicate', 'contradiction', 'id-unique'),
  },
  {
    id: 'bounded',
    dimension: 'reusable',
    asks: {
      en: 'Say where the solution holds: product versions, applicability or cautions.',
      zh: '说明方案的适用范围：产品版本、适用场景或注意事项。',
    },
    passes: subject => subject.found.productVersions.length > 0 || has('applicability', 'cautions')(subject),
  },
  {
    id: 'safe-to-pass-on',
    dimension: 'reusable',
    asks: {
      en: 'Take out personal data, left-over template text and what is meant for fewer readers.',
      zh: '清除个人数据、模板残留和超出受众范围的内容。',
    },
    passes: clean('personal-data', 'template-text', 'public-leak', 'raw-transcript'),
  },
  {
    id: 'no-errors',
    dimension: 'reusable',
    asks: {
      en: 'Mend what `casectl lint` calls an error once the case is published.',
      zh: '修复发布后 `casectl lint` 会报告的错误。',
    },
    passes: ({ errors }) => !errors,
  },
  {
    id: 'complete',
    dimension: 'reproducible',
    asks: {
      en: 'Fill in every field and section that its kind asks for.',
      zh: '补齐该类型要求的字段和章节。',
    },
    passes: clean('required-fields', 'required-sections', 'empty-section'),
  },
  {
    id: 'cause-shown',
    dimension: 'reproducible',
    asks: { en: 'Say how the cause was found.', zh: '写明如何找到原因。' },
    applies: isCase,
    passes: subject => subject.found.causes.length > 0 || has('diagnosis')(subject),
  },
  {
    id: 'steps-numbered',
    dimension: 'reproducible',
    asks: { en: 'Write the steps as a numbered list.', zh: '操作步骤写成编号列表。' },
    applies: found => found.kind !== 'faq',
    passes: ({ found }) => stepsOf(found).length > 0,
  },
  {
    id: 'customer-words',
    dimension: 'language',
    asks: {
      en: 'Note how customers put it, so that they find it (`customer_phrases`).',
      zh: '记录客户的说法，便于检索（`customer_phrases`）。',
    },
    passes: ({ found }) => found.customerPhrases.length > 0,
  },
  {
    id: 'plain-words',
    dimension: 'language',
    asks: {
      en: 'Write plainly: no vague words, no jargon, short sentences, the library’s own terms.',
      zh: '用语平实明确：不含糊，少行话，句子简短，术语统一。',
    },
    passes: clean('vague-wording', 'jargon', 'sentence-length', 'terminology', 'mixed-script'),
  },
  {
    id: 'title',
    dimension: 'language',
    asks: {
      en: 'Name product and symptom in the title.',
      zh: '标题写明产品和现象。',
    },
    passes: clean('title-standard'),
  },
  {
    id: 'pictures-per-step',
    dimension: 'pictures',
    asks: {
      en: `Show what to do: a picture or a piece of code for every ${STEPS_PER_PICTURE} steps.`,
      zh: `图文并茂：每 ${STEPS_PER_PICTURE} 步至少一张图或一段代码。`,
    },
    applies: hasSteps,
    passes: ({ found }) => picturesOf(found) >= Math.floor(stepsOf(found).length / STEPS_PER_PICTURE),
  },
  {
    id: 'pictures-described',
    dimension: 'pictures',
    asks: { en: 'Say in words what each picture shows.', zh: '为每张图写替代文字。' },
    applies: found => found.body.links.some(({ kind }) => kind === 'image'),
    passes: ({ found }) =>
      found.body.links.every(({ kind, alt }) => kind !== 'image' || (alt ?? '').trim() !== ''),
  },
]

/** The items of ordered lists in the section of the steps. */
function stepsOf({ body }: Case): Block[] {
  const sections = body.sections.filter(({ id }) => id === 'steps')
  return body.blocks.filter(({ type, parent, at }) => {
    const list = body.blocks[parent]
    return type === 'item' && list?.first !== undefined && sections.some(section => isIn(section, at.start))
  })
}

function isIn({ content }: Section, offset: number): boolean {
  return content.start <= offset && offset < content.end
}

/** Pictures, and blocks of code or output, which show as much. */
function picturesOf({ body }: Case): number {
  const images = body.links.filter(({ kind }) => kind === 'image').length
  return images + body.blocks.filter(({ type }) => type === 'code').length
}
