import { FAULT_TYPES, TOOLS } from './symptoms.mjs'

/** A YAML scalar, quoted where it must be; commas and brackets count inside flow lists. */
function scalar(text) {
  const unsafe = /^[\s`'"&*!|>%@#?:-]|[[\]{},]|: |:$| #|^0x|^[\d.]+$/
  return unsafe.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : text
}
const flow = items => `[${[...new Set(items)].map(scalar).join(', ')}]`

/** The title of a case by its kind. */
export function titleOf(voice) {
  const { kind } = voice.plan
  const text = voice.say(kind === 'case' ? 'title' : kind === 'sop' ? 'sopTitle' : 'faqTitle')
  return text[0].toUpperCase() + text.slice(1)
}

/** The front matter of a case, between its two fences. */
export function frontMatter(voice, title, neighbour) {
  const { plan, random } = voice
  const lines = [
    '---',
    `id: ${plan.id}`,
    `kind: ${plan.kind}`,
    `title: ${scalar(title)}`,
    `status: ${plan.status}`,
  ]
  lines.push(`language: ${plan.language === 'zh' ? 'zh-CN' : 'en'}`)
  lines.push(`created: ${plan.created}`, `updated: ${plan.updated}`)
  lines.push('product:', `  name: ${plan.product.id}`, `  module: ${plan.module.id}`)
  if (random.chance(0.7)) lines.push(`  versions: ">=${random.int(1, 4)}.${random.rank(10)}"`)
  lines.push(`error_codes: ${flow([plan.code])}`, `category: ${plan.symptom.category}`)
  lines.push(
    `fault_type: ${flow(random.several(FAULT_TYPES[plan.product.nature], random.chance(0.25) ? 2 : 1))}`,
  )
  lines.push(`urgency: ${random.zipf(['medium', 'high', 'low', 'critical'])}`)
  lines.push(`tags: ${flow(voice.sayAll('tag', random.int(2, 4)))}`)
  if (plan.kind === 'case') {
    const phrases = [...new Set(voice.sayAll('phrase', random.int(1, 2)))]
    lines.push('customer_phrases:', ...phrases.map(text => `  - ${scalar(text)}`))
  }
  lines.push(...origin(voice))
  if (plan.kind === 'case') lines.push(...caseFields(voice))
  if (plan.bond === 'related') lines.push(`related: [${neighbour.id}]`)
  if (plan.bond === 'supersedes')
    lines.push(plan.older ? `superseded_by: ${neighbour.id}` : `supersedes: [${neighbour.id}]`)
  return [...lines, '---', ''].join('\n')
}

function origin(voice) {
  const { plan, random } = voice
  const ref = `TK-${plan.opened.replaceAll('-', '')}-${String(random.int(1, 400)).padStart(3, '0')}`
  const type = random.zipf(['ticket', 'phone', 'chat', 'email', 'field-service'])
  const drawn = random.zipf(['internal', 'public', 'partner'])
  // What links to another case is for those who may read any.
  const audience = plan.bond === 'none' ? drawn : 'internal'
  return [`source: { type: ${type}, refs: [${ref}] }`, `audience: ${audience}`, `owner: ${voice.say('team')}`]
}

function caseFields(voice) {
  const { plan, random } = voice
  const lines = [`opened: ${plan.opened}`]
  lines.push(`resolution_hours: ${random.int(1, 40) / 2}`)
  if (random.chance(0.3)) lines.push(`tools: ${flow(random.several(TOOLS[voice.language], 2))}`)
  if (random.chance(0.12)) {
    const metric = random.pick(voice.plain.metric)
    const unit = voice.plain.unit[voice.plain.metric.indexOf(metric)]
    lines.push(
      'outcomes:',
      `  - { metric: ${scalar(metric)}, before: ${random.int(5, 60)}, after: ${random.int(0, 5)}, unit: ${scalar(unit)} }`,
    )
  }
  if (plan.status === 'draft') return lines
  lines.push('causes:')
  for (const cause of voice.sayAll('cause', 1 + random.rank(3))) {
    lines.push(
      `  - cause: ${scalar(cause)}`,
      `    check: ${scalar(voice.say('check'))}`,
      `    fix: ${scalar(voice.say('fix'))}`,
    )
  }
  return lines
}
