import { resolveAudit } from './audit.js'
import type { Kind } from './case.js'
import type { Config, KindConfig, SearchField, SectionRule } from './config.js'
import { resolveReview } from './resolve-review.js'

/** The headings by which a section is recognised, Chinese first; a library may add to them. */
export const DEFAULT_HEADINGS: Readonly<Record<string, readonly string[]>> = {
  background: ['客户背景', '客户行业背景', 'Background', 'Customer background'],
  problem: ['问题描述', '问题', 'Problem', 'Problem description', 'Question'],
  symptoms: ['故障现象', '现象', 'Symptoms'],
  impact: ['影响范围', '影响', 'Impact'],
  diagnosis: ['诊断过程', '排查过程', '原因分析', 'Diagnosis', 'Cause'],
  resolution: ['解决方案', '解决办法', '解答', '答案', 'Resolution', 'Solution', 'Answer'],
  steps: ['操作步骤', '处理步骤', '步骤', 'Steps', 'Procedure'],
  cautions: ['注意事项', 'Cautions', 'Notes', 'Warnings'],
  prevention: ['预防措施', 'Prevention'],
  applicability: ['适用场景', '适用范围', 'Applicability', 'When to use'],
  tools: ['应用工具', '所需工具', '工具', 'Tools'],
  outcomes: ['成效数据', '成效', 'Outcomes', 'Results'],
  testimonial: ['客户证言', '客户评价', 'Testimonial'],
  links: ['产品链接', 'Product links', 'Links'],
  related: ['关联案例', '相关案例', '关联工单', 'Related', 'Related cases'],
  tried: ['已尝试的操作', '已尝试', 'Tried', 'What was tried'],
}

const section =
  (required: SectionRule['required']) =>
  (id: string): SectionRule => ({ id, required })
const always = section('draft')
const published = section('published')
const optional = section('optional')

const COMMON_FIELDS = [
  '/created',
  '/updated',
  '/product/name',
  '/category',
  '/urgency',
  '/audience',
  '/owner',
  '/source',
]

/**
 * The standards of the three kinds, as service teams write them. `always` sections are asked
 * of a draft too, `published` ones from `in-review` on.
 */
export const DEFAULT_KINDS: Readonly<Record<Kind, KindConfig>> = {
  case: {
    sections: [
      optional('background'),
      always('problem'),
      published('symptoms'),
      optional('impact'),
      optional('tried'),
      published('diagnosis'),
      published('resolution'),
      published('steps'),
      published('cautions'),
      optional('prevention'),
      optional('applicability'),
      optional('tools'),
      optional('outcomes'),
      optional('testimonial'),
      optional('links'),
      optional('related'),
    ],
    fields: [...COMMON_FIELDS, '/product/module', '/fault_type'],
  },
  sop: {
    sections: [
      always('applicability'),
      optional('tools'),
      published('steps'),
      published('cautions'),
      published('related'),
    ],
    fields: COMMON_FIELDS,
  },
  faq: {
    sections: [always('problem'), published('resolution'), optional('cautions'), optional('related')],
    fields: COMMON_FIELDS,
  },
}

/**
 * What the preset `strict` asks of a case beyond that, so that all six elements of a case for reuse
 * stand: the customer's background, the problem, how it was solved, the tools, outcomes, and the
 * customer's word. The standards of the other kinds are complete as they are.
 */
export const STRICT_KINDS: Readonly<Record<Kind, KindConfig>> = {
  ...DEFAULT_KINDS,
  case: {
    sections: DEFAULT_KINDS.case.sections.map(section =>
      section.id === 'background' ? { ...section, required: 'published' } : section,
    ),
    fields: [...DEFAULT_KINDS.case.fields, '/tools', '/outcomes', '/testimonial'],
  },
}

/** Field boosts: an exact code or title word outweighs any mention in the body. */
export const DEFAULT_BOOSTS: Readonly<Record<SearchField, number>> = {
  id: 10,
  title: 6,
  error_codes: 8,
  customer_phrases: 4,
  symptoms: 3,
  facets: 2,
  body: 1,
}

export const DEFAULT_CONFIG: Config = {
  folders: { cases: 'cases', archive: 'archive', templates: 'templates' },
  taxonomy: 'taxonomy.yml',
  synonyms: 'synonyms.yml',
  products: 'products.yml',
  idPrefix: 'CASE',
  languages: ['zh-CN', 'en'],
  defaultAudience: 'internal',
  headings: new Map(Object.entries(DEFAULT_HEADINGS)),
  kinds: DEFAULT_KINDS,
  preset: 'draft-friendly',
  rules: new Map(),
  search: { boosts: DEFAULT_BOOSTS, limit: 10, log: false },
  // Half of what a text tells: √½, rounded.
  related: { threshold: 0.7 },
  charter: { goals: [], products: [] },
  terms: [],
  privacy: { allow: [], mask: {} },
  review: resolveReview(),
  audit: resolveAudit(),
  lifecycle: { archiveDays: 180, archiveDaysBy: { kind: {}, urgency: {} } },
}
