import type { RepoPath } from '../model/case.js'
import type { CommitFacts } from '../model/commit.js'
import { below } from './git.js'
import { pathspec } from './git-changes.js'
import { addressIn } from './git-history.js'
import { piecesOf, streamGit } from './git-stream.js'
import type { Host } from './host.js'

/** A file of the folder that a commit changes; of a merge what is in none of its parents. */
export interface LoggedChange {
  readonly path: RepoPath
  /** Names of the blobs; undefined where there is no regular file. */
  readonly before: string | undefined
  readonly after: string | undefined
}

export interface LoggedCommit extends CommitFacts {
  readonly changes: readonly LoggedChange[]
}

export interface LogOptions {
  /** Git is to check signatures, which takes a process for each that is there. */
  readonly signatures?: boolean
  /** Only commits that touch one of these, relative to the folder; each is told whole. */
  readonly paths?: readonly RepoPath[]
  /** Only commits that touch a path by this pattern of git (glob, without regard to letter case), and nothing else of them. */
  readonly pattern?: string
  /** The revision from which on commits are told; HEAD where left out. */
  readonly head?: string
  /** These commits and no others, in this order. */
  readonly only?: readonly string[]
  /** Further options of `git log`. */
  readonly extra?: readonly string[]
}

/**
 * Commits with the files of a folder that they change, newest first, one git for all.
 * @param top the repository of the folder
 * @throws CasectlError `git`
 */
export async function* logCommits(
  top: string,
  folder: string,
  env: Host['env'],
  options: LogOptions = {},
): AsyncIterable<LoggedCommit> {
  for await (const commits of logBatches(top, folder, env, 1, options)) yield* commits
}

/**
 * The same a batch at a time: what waits for one commit after the other takes longer than git.
 * @param most commits of a batch
 */
export async function* logBatches(
  top: string,
  folder: string,
  env: Host['env'],
  most: number,
  options: LogOptions = {},
): AsyncIterable<readonly LoggedCommit[]> {
  const { signatures = false, paths, pattern, head = 'HEAD', only, extra = [] } = options
  const prefix = below(top, folder)
  const full = (path: RepoPath): string => (prefix === '' ? path : `${prefix}/${path}`)
  const places = paths?.map(path => `:(top,literal)${full(path)}`)
  // The whole repository is not named: git would look at each commit twice.
  const folders = prefix === '' ? [] : [pathspec(top, folder)]
  const named = pattern === undefined ? folders : [`:(top,glob,icase)${full(pattern)}`]
  const args = [
    ...['log', '-c', '--root', '--raw', '--no-abbrev', '--no-show-signature', ...PLAIN, ...extra],
    `--format=${HEADER}${signatures ? '%x00%G?%x00%GS' : '%x00N%x00'}`,
    ...(only === undefined ? [head] : ['--no-walk=unsorted', '--stdin']),
    ...(places === undefined ? [] : ['--full-history', '--full-diff']),
    ...['--', ...(places ?? named)],
  ]
  if (only?.length === 0) return
  const input = only?.join('\n') ?? ''
  yield* readLog(streamGit(top, args, env, input === '' ? '' : `${input}\n`), prefix, most)
}

const PLAIN = ['-z', '--no-renames', '--no-ext-diff', '--no-textconv', '--no-color']
const HEADER = '%x01%H%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI'
/** Pieces of a header beside the first. */
const HEADER_PIECES = 9

/** Reads the pieces of `git log -z --raw`: a header of fixed length, then `:modes names status` and path in turn. */
async function* readLog(
  stream: AsyncIterable<Buffer>,
  prefix: string,
  most: number,
): AsyncIterable<readonly LoggedCommit[]> {
  let commits: LoggedCommit[] = []
  let header: string[] = []
  let changes: LoggedChange[] = []
  let raw: string | undefined
  for await (const pieces of piecesOf(stream)) {
    for (const piece of pieces) {
      if (raw !== undefined) {
        changes.push(...changeOf(raw, piece, prefix))
        raw = undefined
      } else if (header.length > 0 && header.length <= HEADER_PIECES) header.push(piece)
      else if (piece.startsWith(':')) raw = piece
      else if (/^\n?\u0001/.test(piece)) {
        if (header.length > 0) commits.push(commitOf(header, changes))
        if (commits.length >= most) {
          yield commits
          commits = []
        }
        header = [piece.slice(piece.indexOf('\u0001') + 1)]
        changes = []
      } else if (/^\n:/.test(piece)) raw = piece.slice(1)
    }
  }
  if (header.length > 0) commits.push(commitOf(header, changes))
  if (commits.length > 0) yield commits
}

function commitOf(header: readonly string[], changes: readonly LoggedChange[]): LoggedCommit {
  const [commit = '', parents = '', ...rest] = header
  const [name = '', email = '', time = '', byName = '', byEmail = '', byTime = ''] = rest
  const [status = 'N', signer = ''] = rest.slice(6)
  return {
    commit,
    parents: parents.split(' ').filter(parent => parent !== ''),
    author: { name, email, time },
    committer: { name: byName, email: byEmail, time: byTime },
    signature: { status, signer: addressIn(signer) },
    changes,
  }
}

/** `:100644 100644 <before> <after> M`; of a merge a colon, a mode and a name more for each further parent. */
function* changeOf(raw: string, path: string, prefix: string): Iterable<LoggedChange> {
  if (prefix !== '' && !path.startsWith(`${prefix}/`)) return
  const words = raw.replace(/^:+/, '').split(' ')
  const parents = (words.length - 3) / 2
  const blob = (mode = '', name = ''): string | undefined => (/^100/.test(mode) ? name : undefined)
  yield {
    path: prefix === '' ? path : path.slice(prefix.length + 1),
    before: blob(words[0], words[parents + 1]),
    after: blob(words[parents], words[2 * parents + 1]),
  }
}
