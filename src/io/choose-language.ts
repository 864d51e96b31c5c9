import { type Language, languageOf } from '../lib/message.js'
import type { Host } from './host.js'

export interface ChosenLanguage {
  readonly language: Language
  /** What chose it: the flag, a variable, or nothing (English by default). */
  readonly source?: { readonly kind: 'flag' | 'environment'; readonly name: string }
}

/** The variables that may set the language, in the order in which they are asked. */
const VARIABLES = ['CASECTL_LANG', 'LC_ALL', 'LC_MESSAGES', 'LANG'] as const

/** `--lang`, else CASECTL_LANG, else the locale, else English. Read before the options: help speaks it. */
export function chooseLanguage({ argv, env }: Host): ChosenLanguage {
  const index = argv.indexOf('--lang')
  const flag = index === -1 ? argv.find(arg => arg.startsWith('--lang='))?.slice(7) : argv[index + 1]
  const flagged = languageOf(flag)
  if (flagged !== undefined) return { language: flagged, source: { kind: 'flag', name: '--lang' } }
  for (const name of VARIABLES) {
    const language = languageOf(env[name])
    if (language !== undefined) return { language, source: { kind: 'environment', name } }
  }
  return { language: 'en' }
}
