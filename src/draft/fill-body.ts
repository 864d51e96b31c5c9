import { languageOf } from '../lib/message.js'
import { DEFAULT_HEADINGS } from '../model/defaults.js'
import { contain } from './contain.js'
import type { TemplateValues } from './fill-head.js'
import { oneLine } from './sentence.js'
import type { Placeholder } from './template.js'

// Either a placeholder alone on its line, with the hint before it and the line breaks after it,
// or one inside a line.
const HINT = '<!-- hint:(?:(?!-->)[\\s\\S])*-->'
const PLACE = new RegExp(
  `(${HINT}\\n+)?^([ \\t]*)\\{\\{([a-z_]+)\\}\\}[ \\t]*$(\\n*)|\\{\\{([a-z_]+)\\}\\}`,
  'gm',
)

/** Answers that are never dropped: the sections in which they stand when a template has no place. */
const SECTIONS = ['background', 'problem', 'symptoms', 'tried'] as const satisfies readonly Placeholder[]

/**
 * Fills the body of a template. Text on a line of its own is Markdown and replaces the hint before
 * it; text inside a line loses its line breaks and is taken literally.
 */
export function fillBody(body: string, values: TemplateValues): string {
  const filled = body.replace(
    PLACE,
    (
      _,
      hint = '',
      indent = '',
      block: Placeholder | undefined,
      breaks = '',
      inline: Placeholder = 'title',
    ) => {
      if (block === undefined) return literal(oneLine(textOf(values[inline])))
      const text = contain(textOf(values[block]))
      if (text !== '') return indent + text.replaceAll('\n', `\n${indent}`) + breaks
      return hint === '' ? '' : hint.trimEnd() + breaks
    },
  )
  return `${(filled + lost(body, values)).trimEnd()}\n`
}

function lost(body: string, values: TemplateValues): string {
  const chinese = languageOf(textOf(values.language)) === 'zh'
  return SECTIONS.filter(name => !body.includes(`{{${name}}}`))
    .map(name => ({ name, text: contain(textOf(values[name])) }))
    .filter(({ text }) => text !== '')
    .map(({ name, text }) => `\n\n## ${headingOf(name, chinese)}\n\n${text}`)
    .join('')
}

/** The heading of a section that stands first in the list for Chinese or for English. */
function headingOf(section: string, chinese: boolean): string {
  const headings = DEFAULT_HEADINGS[section] ?? []
  return headings.find(heading => /\p{Script=Han}/u.test(heading) === chinese) ?? section
}

function textOf(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value : (value ?? []).join(', ')
}

/** Escapes what Markdown would read as markup inside a line or at its start. */
export function literal(text: string): string {
  return (
    text
      .replace(/[\\[\]<*`~]|&(?=#?\w+;)|(?<![\p{L}\p{N}_])_|_(?![\p{L}\p{N}_])/gu, '\\$&')
      .replace(/^[#>+=-]|(?<=^\d{1,9})[.)]/, '\\$&')
      // Closing hashes of a heading.
      .replace(/(?<=^|\s)#+$/, '\\$&')
  )
}
