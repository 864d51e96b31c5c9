import type { IntakeField, IntakeOption } from '../draft/intake.js'
import type { Language, Message } from '../lib/message.js'
import { yamlScalar } from '../parse/yaml-scalar.js'

const TITLE: Message = { en: 'Case intake', zh: '案例收集' }
const ABOUT: Message = {
  en: 'A solved or open customer problem that should become a case. Four questions.',
  zh: '一个值得写成案例的客户问题，已解决或未解决都可以。只有四个问题。',
}
const PRIVACY: Message = {
  en: 'I left out names of persons and companies, phone numbers, accounts, addresses and serial numbers, in pictures too.',
  zh: '我没有写入人名、公司名、电话、账号、地址和序列号，图片中也没有。',
}
const CHECK: Message = { en: 'Before sending', zh: '提交前确认' }

const TYPES = { choice: 'dropdown', line: 'input', text: 'textarea' } as const

/**
 * The intake questions as a GitHub issue form
 * (https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema).
 */
export function githubForm(fields: readonly IntakeField[], language: Language): string {
  return [
    `name: ${yamlScalar(TITLE[language])}`,
    `description: ${yamlScalar(ABOUT[language])}`,
    'labels: [case-intake]',
    'body:',
    ...fields.flatMap(field => formField(field, language)),
    '  - type: checkboxes',
    '    id: privacy',
    '    attributes:',
    `      label: ${yamlScalar(CHECK[language])}`,
    '      options:',
    `        - label: ${yamlScalar(PRIVACY[language])}`,
    '          required: true',
    '',
  ].join('\n')
}

function formField(field: IntakeField, language: Language): string[] {
  const options = field.options.map(option => `        - ${yamlScalar(optionText(option, language))}`)
  return [
    `  - type: ${TYPES[field.input]}`,
    `    id: ${field.id}`,
    '    attributes:',
    `      label: ${yamlScalar(field.label[language])}`,
    `      description: ${yamlScalar(field.hint[language])}`,
    ...(options.length === 0 ? [] : ['      options:', ...options]),
    '    validations:',
    `      required: ${field.required}`,
  ]
}

/** The intake questions as a GitLab issue description, which knows no form fields. */
export function gitlabForm(fields: readonly IntakeField[], language: Language): string {
  const sections = fields.map(field => {
    const options = field.options.map(option => `- [ ] ${optionText(option, language)}`)
    return [`## ${field.label[language]}`, `<!-- ${field.hint[language]} -->`, options.join('\n')]
      .filter(part => part !== '')
      .join('\n\n')
  })
  return `${[...sections, `- [ ] ${PRIVACY[language]}`].join('\n\n')}\n`
}

/** The id stands in the option, so that an answer can be read back without the labels. */
function optionText({ label, value }: IntakeOption, language: Language): string {
  return `${label[language]} (${value})`
}
