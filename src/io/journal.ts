import { CasectlError } from '../lib/errors.js'
import type { FileChange, FileMove } from '../model/change.js'

/** What an interrupted run was about to do. */
export interface Journal {
  readonly changes: readonly FileChange[]
  readonly moves: readonly FileMove[]
}

/**
 * Reads the journal of an interrupted run.
 * @throws CasectlError `journal` for anything that casectl did not write
 */
export function readJournal(text: string, path: string): Journal {
  const value = parse(text)
  // Versions before there were moves wrote the changes alone.
  const { changes, moves } = Array.isArray(value) ? { changes: value, moves: [] } : asGroup(value)
  if (Array.isArray(changes) && changes.every(isChange) && Array.isArray(moves) && moves.every(isMove)) {
    return { changes, moves }
  }
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

function asGroup(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function isMove(value: unknown): value is FileMove {
  const { from, path } = asGroup(value)
  return typeof from === 'string' && typeof path === 'string'
}

function isChange(value: unknown): value is FileChange {
  const { path, before, after } = asGroup(value)
  return typeof path === 'string' && isContent(before) && isContent(after)
}

function isContent(value: unknown): boolean {
  return value === null || typeof value === 'string'
}
