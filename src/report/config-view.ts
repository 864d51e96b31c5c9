import type { Language } from '../lib/message.js'
import { style } from '../lib/style.js'
import { cells, padCells } from '../lib/text.js'
import { largest } from './columns.js'
import type { Setting, SettingOrigin } from './config-settings.js'
import { shownLine } from './shown.js'

export interface ConfigViewOptions {
  readonly language: Language
  /** Puts the origin before each setting. */
  readonly origin: boolean
  /** Cells of the screen; without it each setting keeps to one line, for `grep`. */
  readonly width?: number
}

const DEFAULT = { en: 'default', zh: '默认' } as const

/** Every setting as `key = value`, values as YAML would write them. */
export function configView(settings: readonly Setting[], options: ConfigViewOptions): string {
  const origins = settings.map(({ origin }) => originText(origin, options.language))
  const room = options.origin ? largest(origins.map(cells)) + 2 : 0
  return settings
    .flatMap(({ key, value }, i) => {
      const width = options.width === undefined ? Number.POSITIVE_INFINITY : options.width - room
      const lines = settingLines(shownLine(key), value, width)
      const first = options.origin ? style.dim(padCells(origins[i] ?? '', room)) : ''
      return lines.map((line, n) => (n === 0 ? first : ' '.repeat(room)) + line)
    })
    .join('\n')
}

function originText({ kind, name, line }: SettingOrigin, language: Language): string {
  if (kind === 'default' || name === undefined) return DEFAULT[language]
  return shownLine(line === undefined ? name : `${name}:${line}`)
}

function settingLines(key: string, value: unknown, width: number): string[] {
  const line = `${key} = ${yamlText(value)}`
  if (!Array.isArray(value) || value.length === 0 || cells(line) <= width) {
    return [`${style.cyan(key)} = ${yamlText(value)}`]
  }
  return [`${style.cyan(key)} =`, ...value.map(item => `  - ${yamlText(item)}`)]
}

/** A value on one line, as YAML's flow style writes it. */
function yamlText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(yamlText).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([key, item]) => `${yamlText(key)}: ${yamlText(item)}`)
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
  }
  return typeof value === 'string' ? scalarText(value) : String(value)
}

/** Plain where YAML reads the same text back, else quoted. */
function scalarText(text: string): string {
  const plain = /^[\p{L}/][^:#,[\]{}"'\n\\]*$/u.test(text) && text.trimEnd() === text
  return plain && !/^(?:true|false|null)$/i.test(text) ? shownLine(text) : JSON.stringify(text)
}
