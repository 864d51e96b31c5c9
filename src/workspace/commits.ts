import { commitMessages } from '../io/git-changes.js'
import type { Host } from '../io/host.js'
import type { Allowed, DatumType } from '../model/personal-data.js'
import { LineIndex } from '../model/range.js'
import { findPersonalData } from '../privacy/find.js'
import { LIKELY } from '../rules/personal-data.js'

/** A personal datum in the message of a commit: what and where, never the value. */
export interface CommitFinding {
  /** The full object name. */
  readonly commit: string
  /** Of the message, 1-based. */
  readonly line: number
  readonly type: DatumType
  /** True for what only its surroundings give away. */
  readonly likely: boolean
}

/**
 * Looks for personal data in the messages of the commits that a branch adds. Nothing is rewritten.
 * @param range `main..`, `main..feature`, or a revision from which to HEAD
 * @throws CasectlError as `commitMessages`
 */
export async function checkCommits(
  folder: string,
  range: string,
  env: Host['env'],
  allowed?: Allowed,
): Promise<{ commits: number; findings: CommitFinding[] }> {
  const messages = await commitMessages(folder, range, env)
  const findings = messages.flatMap(({ commit, message }) => {
    const text = withoutTrailers(message)
    const lines = new LineIndex(text)
    return findPersonalData(text, allowed).map(({ type, start, end }) => ({
      commit,
      line: lines.range(start, end).line,
      type,
      likely: LIKELY.has(type),
    }))
  })
  return { commits: messages.length, findings }
}

// Signed-off-by and its like name colleagues by their addresses because git wants them to.
const TRAILER = /^[A-Z][A-Za-z-]{1,40}-by: [^<>\n]{0,200}<[^<>\n]{0,200}>$/gm

/** The message with such lines blanked out, so that lines keep their numbers. */
function withoutTrailers(message: string): string {
  return message.replace(TRAILER, '')
}
