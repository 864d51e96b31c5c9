import { type Draft, fileNameOf } from '../draft/draft-case.js'
import { fillTemplate } from '../draft/fill.js'
import { parseTemplate } from '../draft/template.js'
import type { Language, Message } from '../lib/message.js'
import type { ScaffoldAnswers } from './answers.js'
import { type Assets, assetText } from './assets.js'
import { EXAMPLE_TERMS } from './starter-taxonomy.js'

const TITLE: Message = {
  en: 'Smart plugs offline with ERR_WIFI_AUTH after a Wi-Fi password change',
  zh: '更换 Wi-Fi 密码后智能插座离线，状态页显示 ERR_WIFI_AUTH',
}

/** The first case of a library: a published one that meets its kind's standard. */
export function exampleDraft(answers: ScaffoldAnswers, language: Language, assets: Assets): Draft {
  const name = `init/example.${language}.md`
  const title = TITLE[language]
  const text = fillTemplate(parseTemplate(assetText(assets, name), name), {
    id: answers.exampleId,
    title,
    language: languageTag(answers.languages, language),
    created: answers.day,
    product: EXAMPLE_TERMS.product,
    module: EXAMPLE_TERMS.module,
    category: EXAMPLE_TERMS.category,
    fault_type: [EXAMPLE_TERMS.faultType],
    urgency: EXAMPLE_TERMS.urgency,
    audience: answers.audience,
  })
  return { path: `cases/${EXAMPLE_TERMS.product}/${fileNameOf({ id: answers.exampleId, title })}`, text }
}

/** The library's own tag for the language of the text: `zh-CN`, `en-GB`. */
function languageTag(languages: readonly string[], language: Language): string {
  return languages.find(tag => tag.toLowerCase().split('-')[0] === language) ?? language
}
