/** The Markdown below the front matter: the sections that its kind asks for, and some of the others. */
export function bodyOf(voice, title, neighbour) {
  const parts = [`\n# ${title}\n`]
  const { plan } = voice
  const sections =
    plan.kind === 'case' ? caseSections(voice) : plan.kind === 'sop' ? procedure(voice) : question(voice)
  for (const [name, text] of sections) parts.push(`\n## ${heading(voice, name)}\n\n${text}\n`)
  if (plan.bond === 'related')
    parts.push(`\n## ${voice.plain.heads.related}\n\n${linkTo(voice, neighbour)}\n`)
  return parts.join('')
}

function heading({ plain, random }, name) {
  return plain.heads[name] + (name === 'diagnosis' && random.chance(0.1) ? ' {audience=internal}' : '')
}

function caseSections(voice) {
  const { plan, random } = voice
  const sections = []
  const add = (name, text) => sections.push([name, text])
  if (random.chance(0.25)) add('background', voice.say('background'))
  add('problem', problem(voice))
  if (plan.status === 'draft') return sections
  add('symptoms', bullets(voice.sayAll('symptom', random.int(1, 3))))
  if (random.chance(0.2)) add('impact', voice.say('impact'))
  add('diagnosis', diagnosis(voice))
  add('resolution', voice.say('resolution'))
  add('steps', steps(voice, random.int(2, 4)))
  add('cautions', bullets(voice.sayAll('caution', random.int(1, 2))))
  if (random.chance(0.2)) add('prevention', voice.say('prevention'))
  if (random.chance(0.06)) add('outcomes', table(voice))
  return sections
}

function procedure(voice) {
  const { random } = voice
  return [
    ['applicability', voice.say('applicability')],
    ['tools', voice.sayAll('tag', 3).join(voice.plain.separator)],
    ['steps', steps(voice, random.int(5, 8))],
    ['cautions', bullets(voice.sayAll('caution', random.int(2, 3)))],
  ]
}

function question(voice) {
  const { random } = voice
  const sections = [
    ['question', voice.say('question')],
    ['answer', `${voice.say('answer')}\n\n${numbered(voice.sayAll('step', random.int(2, 4)))}`],
  ]
  if (random.chance(0.6)) sections.push(['cautions', bullets(voice.sayAll('caution', 2))])
  return sections
}

function problem(voice) {
  const text = voice.say('problem')
  // Now and then the words of a chat stand in a quotation.
  return voice.random.chance(0.04) ? `${text}\n\n> ${voice.say('phrase')}` : text
}

function diagnosis(voice) {
  const { random } = voice
  const text = numbered(voice.sayAll('diagnosis', random.int(2, 3)))
  if (!random.chance(0.05)) return text
  const log = `${voice.plan.opened} 06:${random.int(10, 59)} ${voice.word('key')}=${voice.word('n')} ${voice.plan.code}`
  return `${text}\n\n\`\`\`text\n${log}\n\`\`\``
}

function steps(voice, count) {
  const list = voice.sayAll('step', count)
  if (voice.random.chance(0.05)) list[0] += `\n   - ${voice.say('caution')}`
  const text = numbered(list)
  if (!voice.random.chance(0.06)) return text
  const name = voice.language === 'zh' ? '说明书' : 'manual'
  return `${text}\n\n[${name}](https://docs.example.com/${voice.plan.product.id}/${voice.plan.code})`
}

function table({ plain, random, plan }) {
  const { metric, before, after } = plain.heads
  const row = `| ${random.pick(plain.metric)} | ${random.int(5, 90)} | ${random.int(0, 5)} |`
  return `| ${metric} | ${before} | ${after} |\n| --- | --- | --- |\n${row}\n| \`${plan.code}\` | ${random.int(3, 40)} | 0 |`
}

function linkTo(voice, neighbour) {
  const { plan } = voice
  const path =
    plan.folder === neighbour.folder ? neighbour.file : `../../../${neighbour.folder}/${neighbour.file}`
  const colon = voice.language === 'zh' ? '：' : ': '
  return `- [${neighbour.id}](${path})${colon}${voice.say('related')}`
}

const bullets = list => list.map(text => `- ${text}`).join('\n')
const numbered = list => list.map((text, at) => `${at + 1}. ${text}`).join('\n')
