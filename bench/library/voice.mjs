import { model, rare, serial, settingKey, site } from './rare-words.mjs'
import { EN } from './sentences-en.mjs'
import { ZH } from './sentences-zh.mjs'
import { CAUSES_OF, TOOLS } from './symptoms.mjs'

/** `a {b} c` → ['a ', 'b', ' c']: texts and the names between them. */
const cut = text => text.split(/\{([a-z0-9]+)\}/i)
const compile = (sentences, hands) =>
  Object.fromEntries(
    Object.entries(sentences)
      .filter(([, list]) => Array.isArray(list))
      .map(([kind, list]) => {
        const fitting = hands ? list : list.filter(text => !text.startsWith('*'))
        return [kind, fitting.map(text => cut(text.replace(/^\*/, '')))]
      }),
  )
const natures = sentences => {
  const [hands, screen] = [compile(sentences, true), compile(sentences, false)]
  return { machine: hands, device: hands, network: screen, cloud: screen }
}
const SENTENCES = { zh: natures(ZH), en: natures(EN) }
const PLAIN = { zh: ZH, en: EN }

/** Says sentences about one planned case. */
export class Voice {
  constructor(plan) {
    this.plan = plan
    this.random = plan.random
    this.language = plan.language
    this.plain = PLAIN[plan.language]
    this.sentences = SENTENCES[plan.language][plan.product.nature]
    this.parts = plan.module.parts
    this.part = this.random.pick(this.parts)
    this.model = model(this.random, plan.product)
    this.key = settingKey(this.random)
  }

  /** One sentence of a kind, with everything filled in. */
  say(kind) {
    return this.#fill(this.random.zipf(this.sentences[kind]))
  }

  /** Up to `count` different sentences of a kind. */
  sayAll(kind, count) {
    return this.random.several(this.sentences[kind], count).map(pieces => this.#fill(pieces))
  }

  #fill(pieces) {
    let text = pieces[0]
    for (let i = 1; i < pieces.length; i += 2) text += this.word(pieces[i]) + pieces[i + 1]
    return text
  }

  word(name) {
    const { random, plan, language } = this
    const zh = language === 'zh'
    switch (name) {
      case 'product':
        return plan.product[language]
      case 'short':
        return zh ? plan.product.shortZh : plan.product.shortEn
      case 'module':
        return zh ? plan.module.zh : plan.module.en.toLowerCase()
      case 'part':
        return (random.chance(0.75) ? this.part : random.pick(this.parts))[language]
      case 'part2':
        return random.pick(random.chance(0.6) ? this.parts : random.pick(plan.product.modules).parts)[
          language
        ]
      case 'symptom':
        return plan.symptom[language]
      case 'cause':
        return (random.chance(0.7) ? plan.cause : random.zipf(CAUSES_OF[plan.product.nature]))[language]
      case 'code':
        return plan.code
      case 'model':
        return this.model
      case 'serial':
        return serial(random)
      case 'site':
        return site(random, language, plan.product.nature)
      case 'rare':
        return rare(random, language)
      case 'place':
        return random.zipf(this.plain.place)
      case 'when':
        return random.zipf(this.plain.when)
      case 'tool':
        return random.zipf(TOOLS[language])
      case 'key':
        return random.chance(0.7) ? this.key : settingKey(random)
      case 'version':
        return `${random.int(1, 5)}.${random.rank(12)}.${random.rank(30)}`
      case 'day':
        return plan.opened
      case 'n':
        return String(2 + random.rank(900))
      case 'n2':
        return String(10 + random.rank(400))
      case 'm':
        return String(2 + random.rank(11))
      default:
        throw new Error(`no word ${name}`)
    }
  }
}
