import { CasectlError } from '../lib/errors.js'
import type { FileChange } from '../model/change.js'

/**
 * Reads the journal of an interrupted run.
 * @throws CasectlError `journal` for anything that casectl did not write
 */
export function readJournal(text: string, path: string): FileChange[] {
  const value = parse(text)
  if (Array.isArray(value) && value.every(isChange)) return value
  throw new CasectlError(
    'journal',
    {
      en: `${path} is no journal of casectl, so an interrupted change cannot be undone.`,
      zh: `${path} 不是 casectl 的日志，无法撤销中断的修改。`,
    },
    { en: `Remove ${path} and run the command again.`, zh: `请删除 ${path} 后重新运行该命令。` },
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isChange(value: unknown): value is FileChange {
  if (typeof value !== 'object' || value === null) return false
  const { path, before, after } = value as Record<string, unknown>
  return typeof path === 'string' && isContent(before) && isContent(after)
}

function isContent(value: unknown): boolean {
  return value === null || typeof value === 'string'
}
