import { suggestionName, tagSuggestionList } from '../report/tag-suggestions.js'
import type { TagSuggestion } from '../search/tag-suggest.js'
import { type AnsweredTerms, suggestCaseTags } from '../workspace/answers.js'
import type { Workspace } from '../workspace/workspace.js'
import { type Command, type Context, type ExitCode, envelope } from './context.js'
import { sayOutdated, sayUnknownCase, typedId } from './index-notes.js'
import { needsTerminal } from './needs-terminal.js'

export interface TagSuggestOptions {
  readonly id: string
  readonly apply?: boolean
  readonly json?: boolean
}

/** `casectl tag suggest`: facets and tags that a case may lack; exit 1 when there are none. */
export const tagSuggest: Command<TagSuggestOptions> = async (context, options) => {
  const { terminal, config } = context
  if (options.apply === true && !terminal.interactive) throw needsTerminal('--apply')
  const workspace = await context.openWorkspace()
  const id = typedId(workspace, options.id)
  const answer = await suggestCaseTags(workspace.root, {
    id,
    ...(config === undefined ? {} : { config: workspace.configFile }),
  })
  const suggestions = answer.found?.suggestions ?? []
  if (options.json === true) {
    const shown = answer.found === undefined ? null : suggestions
    terminal.json(envelope('tag suggest', { id, suggestions: shown, outdated: answer.outdated }))
    return suggestions.length === 0 ? 1 : 0
  }
  sayOutdated(context, answer.outdated)
  if (answer.found === undefined) sayUnknownCase(context, id)
  else if (suggestions.length === 0) {
    terminal.say({ en: 'The case lacks nothing that can be told.', zh: '没有可建议的归类或标签。' })
  }
  if (suggestions.length === 0) return 1
  terminal.out(tagSuggestionList(suggestions, answer.taxonomy, terminal.language))
  return options.apply === true ? apply(context, workspace, id, suggestions, answer) : 0
}

/** Asks about each suggestion that can be written; writes those that were taken, all at once. */
async function apply(
  context: Context,
  workspace: Workspace,
  id: string,
  suggestions: readonly TagSuggestion[],
  { taxonomy }: AnsweredTerms,
): Promise<ExitCode> {
  const { terminal, host } = context
  const { isWritable, writeTags } = await import('./tag-write.js')
  const { openPrompts } = await import('../io/prompts.js')
  const prompts = await openPrompts(host, terminal.language)
  const taken: TagSuggestion[] = []
  for (const one of suggestions) {
    const name = suggestionName(one, taxonomy, terminal.language)
    if (!isWritable(one, taxonomy)) {
      const byHand = { en: '{name}: write it by hand.', zh: '{name}：请手动填写。' }
      terminal.say(byHand, { name })
    } else if (
      await prompts.confirm(terminal.text({ en: 'Add {name}?', zh: '添加 {name}？' }, { name }), false)
    ) {
      taken.push(one)
    }
  }
  if (taken.length === 0) return 0
  const path = await writeTags(workspace, id, taken)
  terminal.say({ en: 'Written to {path}.', zh: '已写入 {path}。' }, { path })
  return 0
}
