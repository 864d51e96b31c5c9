import type { Config } from '../model/config.js'

/**
 * The language of a new case: what was asked for, else the library's first language that fits the
 * script of the text, else its first.
 */
export function draftLanguage({ languages }: Config, asked: string | undefined, text: string): string {
  if (asked !== undefined) return asked
  const chinese = /\p{Script=Han}/u.test(text)
  const fitting = languages.find(language => language.toLowerCase().startsWith('zh') === chinese)
  return (text.trim() === '' ? undefined : fitting) ?? languages[0] ?? 'en'
}
