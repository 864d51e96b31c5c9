import { suggestionTable } from '../report/suggestions.js'
import { suggestFor } from '../workspace/answers.js'
import { type Command, envelope } from './context.js'
import { FILTER_DIMENSIONS } from './filters.js'
import { sayOutdated } from './index-notes.js'
import { wholeNumber } from './numbers.js'

export interface SuggestOptions {
  readonly prefix: readonly string[]
  readonly limit?: string
  readonly json?: boolean
}

const LIMIT = 10

/** `casectl suggest`: what a prefix may become; exit 1 for nothing. */
export const suggest: Command<SuggestOptions> = async (context, options) => {
  const { terminal, host, config } = context
  const limit = wholeNumber('limit', options.limit, 1) ?? LIMIT
  const prefix = options.prefix.join(' ')
  const { suggestions, outdated } = await suggestFor(host.cwd, {
    prefix,
    limit,
    language: terminal.language,
    ...(config === undefined ? {} : { config }),
  })
  const code = suggestions.length === 0 ? 1 : 0
  if (options.json === true) {
    terminal.json(envelope('suggest', { prefix, suggestions, outdated }))
    return code
  }
  sayOutdated(context, outdated)
  if (suggestions.length === 0) {
    const nothing = { en: 'Nothing begins with "{prefix}".', zh: '没有以“{prefix}”开头的内容。' }
    terminal.say(nothing, { prefix })
    return 1
  }
  const width = terminal.screen ? terminal.width : undefined
  terminal.out(suggestionTable(suggestions, terminal.language, FILTER_DIMENSIONS, width))
  return code
}
