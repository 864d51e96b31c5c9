import { piecesOf, streamGit } from './git-stream.js'
import type { Host } from './host.js'

/** A commit of a history, without what it changes. */
export interface WalkedCommit {
  readonly commit: string
  readonly parents: readonly string[]
  /** Committer date, seconds since 1970. */
  readonly seconds: number
}

/** Every commit that a revision reaches, newest first. @throws CasectlError `git` */
export async function walkCommits(top: string, head: string, env: Host['env']): Promise<WalkedCommit[]> {
  const walked: WalkedCommit[] = []
  const args = ['log', '-z', '--no-show-signature', '--format=%H %ct %P', head, '--']
  for await (const pieces of piecesOf(streamGit(top, args, env))) {
    for (const piece of pieces) {
      const [commit = '', seconds = '', ...parents] = piece.trim().split(' ')
      if (commit !== '') walked.push({ commit, seconds: Number(seconds), parents: parents.filter(Boolean) })
    }
  }
  return walked
}
