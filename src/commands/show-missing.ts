import type { Library } from '../library/library.js'
import type { CaseFile } from '../model/case.js'
import { readCaseId } from '../model/case-id.js'
import { brokenFileOf, suggestCases } from '../report/case-suggestions.js'
import { shownLine } from '../report/shown.js'
import { type Context, type ExitCode, envelope } from './context.js'

/** Says that no case has the id, and which ones may have been meant. */
export function notFound(
  { terminal }: Context,
  library: Library,
  { id: typed, json }: { readonly id: string; readonly json?: boolean },
  command = 'show',
): ExitCode {
  const id = readCaseId(typed)
  const broken = id === undefined ? undefined : brokenFileOf(library, id)
  const suggestions = suggestCases(library, typed).map(({ id, title }) => ({ id, title }))
  if (json === true) terminal.json(envelope(command, { case: null, suggestions }))
  terminal.say(
    id === undefined
      ? {
          en: '"{typed}" is not a case id; ids look like {example}.',
          zh: '“{typed}”不是案例 id；id 的形式如 {example}。',
        }
      : { en: 'No case has the id {id}.', zh: '没有 id 为 {id} 的案例。' },
    { typed, id: id ?? '', example: `${library.config.idPrefix}-7F3KQ` },
  )
  if (broken !== undefined) sayBroken(terminal, broken)
  else if (suggestions.length > 0) {
    const list = suggestions.map(({ id, title }) => `  ${id}  ${shownLine(title)}`).join('\n')
    terminal.say({ en: 'Did you mean:\n{list}', zh: '是否想找：\n{list}' }, { list })
  } else {
    terminal.say({ en: '`casectl search` finds cases by words.', zh: '可用 `casectl search` 按词语检索。' })
  }
  return 1
}

function sayBroken(terminal: Context['terminal'], { path }: CaseFile): void {
  terminal.say(
    {
      en: '{path} seems to hold it but cannot be read as a case; `casectl lint` says why.',
      zh: '{path} 似乎就是该案例，但无法读取；可用 `casectl lint` 查看原因。',
    },
    { path },
  )
}
