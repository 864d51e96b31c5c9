import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { intakeFields } from '../../src/draft/intake.js'
import { Taxonomy } from '../../src/model/taxonomy.js'
import { starterTaxonomy } from '../../src/scaffold/starter-taxonomy.js'
import { fileOf, laidOut } from './support.js'

interface FormField {
  readonly type: string
  readonly id: string
  readonly attributes: {
    readonly label: string
    readonly description?: string
    readonly options?: readonly unknown[]
  }
  readonly validations?: { readonly required: boolean }
}

const FIELDS = intakeFields(new Taxonomy(starterTaxonomy([])))

test.each(['zh-CN', 'en'])(
  'the issue form in %s asks the intake questions as GitHub wants them',
  language => {
    const text = fileOf(laidOut({ languages: [language] }), '.github/ISSUE_TEMPLATE/case-intake.yml')
    const form = parse(text) as { name: string; description: string; labels: string[]; body: FormField[] }
    expect(Object.keys(form)).toEqual(['name', 'description', 'labels', 'body'])
    const key = language === 'en' ? 'en' : 'zh'
    expect(form.body.map(field => field.id)).toEqual([...FIELDS.map(field => field.id), 'privacy'])
    for (const [i, { id, label, hint, required }] of FIELDS.entries()) {
      expect(form.body[i]).toMatchObject({
        id,
        attributes: { label: label[key], description: hint[key] },
        validations: { required },
      })
    }
  },
)

test('types, ids, labels and options keep to the rules of the form schema', () => {
  const text = fileOf(laidOut(), '.github/ISSUE_TEMPLATE/case-intake.yml')
  const { body } = parse(text) as { body: FormField[] }
  expect(body.map(field => field.type)).toEqual(['dropdown', 'textarea', 'textarea', 'input', 'checkboxes'])
  for (const { id } of body) expect(id).toMatch(/^[A-Za-z0-9_-]+$/)
  expect(new Set(body.map(field => field.attributes.label)).size).toBe(body.length)
  const options = body[0]?.attributes.options ?? []
  expect(options).toContain('个人与家庭 / 设备使用 / 无法联网 (no-connection)')
  expect(new Set(options).size).toBe(options.length)
  // `None` is reserved; anything but text would be refused.
  for (const option of options)
    expect(typeof option === 'string' && option.toLowerCase() !== 'none').toBe(true)
})

test('the GitLab description asks the same questions', () => {
  const text = fileOf(laidOut({ forge: 'gitlab' }), '.gitlab/issue_templates/case-intake.md')
  expect(text.match(/^## .*$/gm)).toEqual(FIELDS.map(field => `## ${field.label.zh}`))
  expect(text).toContain('- [ ] 个人与家庭 / 设备使用 / 无法联网 (no-connection)')
})

test('the GitHub workflow lints with least permissions and pinned actions', () => {
  const text = fileOf(laidOut({ version: '1.2.3' }), '.github/workflows/casectl.yml')
  const workflow = parse(text) as {
    permissions: unknown
    jobs: { lint: { steps: { uses?: string; run?: string }[] } }
  }
  expect(workflow.permissions).toEqual({ contents: 'read' })
  const { steps } = workflow.jobs.lint
  for (const { uses } of steps)
    if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/)
  expect(steps.at(-1)?.run).toBe('npx --yes casectl@1.2.3 lint')
})

test('the GitLab pipeline lints on merge requests', () => {
  const text = fileOf(laidOut({ forge: 'gitlab', version: '1.2.3' }), '.gitlab-ci.yml')
  const pipeline = parse(text) as Record<string, { script: string[]; rules: { if: string }[] }>
  expect(pipeline['casectl-lint']?.script).toEqual(['npx --yes casectl@1.2.3 lint'])
  expect(pipeline['casectl-lint']?.rules[0]?.if).toBe('$CI_PIPELINE_SOURCE == "merge_request_event"')
})

test('the code owners are examples only', () => {
  for (const line of fileOf(laidOut(), '.github/CODEOWNERS').trim().split('\n')) expect(line).toMatch(/^#/)
})
