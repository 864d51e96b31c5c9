import type { Language, Message } from '../../lib/message.js'
import type { Rule } from '../../rules/rule.js'
import type { View } from '../reporter.js'

/** Where the project is described; a rule's page is below it. */
export const PROJECT = 'https://casectl.dev'

/** The rules as SARIF describes them (§3.49), and where each stands in that list. */
export interface SarifRules {
  readonly descriptors: readonly object[]
  readonly indexOf: ReadonlyMap<string, number>
}

/**
 * The rules that ran, each with its texts in both languages, the reader's first. A rule that has
 * findings but is not among them is named without texts.
 */
export function sarifRules({ rules, language }: View, found: Iterable<string>): SarifRules {
  const descriptors = rules.map(rule => descriptor(rule, language))
  const indexOf = new Map(rules.map(({ id }, i) => [id, i]))
  for (const id of found) {
    if (indexOf.has(id)) continue
    indexOf.set(id, descriptors.length)
    descriptors.push({ id })
  }
  return { descriptors, indexOf }
}

function descriptor({ id, scope, severity, summary, why }: Rule, language: Language): object {
  return {
    id,
    name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary[language] },
    fullDescription: { text: both(summary, language, ' ') },
    help: {
      text: both(why, language, '\n\n'),
      markdown: helpMarkdown(summary, why, id, language),
    },
    helpUri: `${PROJECT}/rules/${id}`,
    defaultConfiguration: { level: severity },
    // `precision` and `tags` are what GitHub sorts and filters alerts by.
    properties: { precision: 'high', tags: ['service-case', `scope-${scope}`] },
  }
}

function helpMarkdown(summary: Message, why: Message, id: string, language: Language): string {
  const part = (own: Language): string => `**${summary[own]}**\n\n${why[own]}`
  return `${part(language)}\n\n---\n\n${part(other(language))}\n\n\`casectl explain ${id}\`\n`
}

function both(message: Message, language: Language, between: string): string {
  return message[language] + between + message[other(language)]
}

function other(language: Language): Language {
  return language === 'en' ? 'zh' : 'en'
}
