import { fill, type Language } from '../lib/message.js'
import { style } from '../lib/style.js'
import { shortCommit } from '../review/history.js'
import { UNUSUAL, type Unusual } from '../review/unusual.js'
import { shownLine } from './shown.js'

/** What is unusual, a line each. */
export function unusualText(found: readonly Unusual[], language: Language): string {
  return found
    .map(({ code, commit, args }) => {
      const words = shownLine(fill(UNUSUAL[code], args)[language])
      return `${style.cyan(shortCommit(commit))}  ${words}  ${style.dim(code)}`
    })
    .join('\n')
}

/** The same for programs. */
export function unusualJson({ code, commit, case: id, args }: Unusual): object {
  return { code, commit, case: id ?? null, args, message: fill(UNUSUAL[code], args).en }
}
