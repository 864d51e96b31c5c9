import { CasectlError } from '../lib/errors.js'
import { fill, type Message } from '../lib/message.js'
import type { Problem } from '../model/case.js'

/** A settings file that cannot be used, with every problem and its place. */
export function settingsError(path: string, problems: readonly Problem[]): CasectlError {
  return new CasectlError(
    'settings',
    { en: `${path} cannot be used:`, zh: `${path} 无法使用：` },
    undefined,
    problems.map(found => detail(path, found)),
  )
}

function detail(path: string, { message, args, at }: Problem): Message {
  const place = at === undefined ? path : `${path}:${at.line}:${at.column}`
  const { en, zh } = fill(message, args)
  return { en: `${place}  ${en}`, zh: `${place}  ${zh}` }
}
