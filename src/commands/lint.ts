import { resolve } from 'node:path'
import { lintJson } from '../report/json.js'
import { pretty } from '../report/pretty.js'
import { fixWorkspace } from '../workspace/fix.js'
import { lintWorkspace } from '../workspace/lint.js'
import { type Command, envelope } from './context.js'
import { wholeNumber } from './numbers.js'

export interface LintOptions {
  readonly paths: readonly string[]
  readonly fix?: boolean
  readonly format: 'pretty' | 'json'
  readonly json?: boolean
  readonly maxWarnings?: string
}

/** `casectl lint`: every finding, exit 1 when one is an error. */
export const lint: Command<LintOptions> = async (context, options) => {
  const { terminal } = context
  const most = wholeNumber('max-warnings', options.maxWarnings)
  const workspace = await context.openWorkspace()
  const paths = options.paths.map(path => resolve(context.host.cwd, path))
  if (options.fix === true) {
    const fixed = await fixWorkspace(workspace, paths)
    terminal.say(
      {
        en: 'Findings fixed: {fixed}, files changed: {files}.',
        zh: '已在 {files} 个文件中修复 {fixed} 处。',
      },
      fixed,
    )
  }
  const result = await lintWorkspace(workspace, paths)
  if (options.json === true || options.format === 'json') terminal.json(envelope('lint', lintJson(result)))
  else terminal.out(pretty(result, { language: terminal.language }))
  const tooMany = most !== undefined && result.counts.warning > most
  return result.counts.error > 0 || tooMany ? 1 : 0
}
