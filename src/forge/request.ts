import type { Forge } from '../model/forge.js'
import { type RemoteAddress, readAddress } from './address.js'

/** A pull or merge request that is to be opened. */
export interface RequestText {
  /** One line. */
  readonly title: string
  /** Markdown. */
  readonly body: string
  readonly draft: boolean
}

/** A request that is there. */
export interface OpenRequest {
  readonly url: string
}

/** Bytes of a push option: one must fit into a packet of git's protocol (65,516) with its name. */
const MOST_OPTION = 60_000

/** What is pushed where, and what is said with it. */
export interface PushPlan {
  /** The ref on the remote. */
  readonly target: string
  readonly options: readonly string[]
}

/**
 * How a forge is asked for a request by pushing alone.
 * - GitLab takes push options (https://docs.gitlab.com/topics/git/commit/#push-options); it reads the
 *   two characters `\n` in a description as a line break (since 15.0), which git itself does not let through.
 * - AGit takes a push to `refs/for/<base>` (https://docs.gitea.com/usage/agit); a description is one line.
 */
export function pushPlan(
  forge: Forge,
  { branch, base, request }: { branch: string; base: string; request: RequestText },
): PushPlan {
  const { title, body, draft } = request
  if (forge === 'gitlab') {
    // A backslash of the text itself and an n behind it are none: a comment parts them.
    const text = body.trim().replaceAll('\\n', '\\<!-- -->n').replaceAll('\n', '\\n')
    return {
      target: `refs/heads/${branch}`,
      options: [
        'merge_request.create',
        `merge_request.target=${base}`,
        `merge_request.title=${oneLine(title)}`,
        `merge_request.description=${cut(text)}`,
        ...(draft ? ['merge_request.draft'] : []),
      ],
    }
  }
  if (forge === 'gitea' || forge === 'forgejo' || forge === 'agit') {
    return {
      target: `refs/for/${base}`,
      options: [
        `topic=${branch}`,
        `title=${draftTitle(title, draft)}`,
        `description=${cut(flattened(body))}`,
      ],
    }
  }
  return { target: `refs/heads/${branch}`, options: [] }
}

/** Gitea and Forgejo know a draft by its title. */
export function draftTitle(title: string, draft: boolean): string {
  return `${draft ? 'WIP: ' : ''}${oneLine(title)}`
}

/** Where a person opens the request for a branch; undefined where the host is not known. */
export function compareAddress(
  forge: Forge,
  { web, path }: RemoteAddress,
  { branch, base }: { readonly branch: string; readonly base: string },
): string | undefined {
  if (web === undefined) return undefined
  const part = (name: string): string => name.split('/').map(encodeURIComponent).join('/')
  const repository = `${web}/${part(path)}`
  if (forge === 'github') return `${repository}/compare/${part(base)}...${part(branch)}?expand=1`
  if (forge === 'gitea' || forge === 'forgejo') return `${repository}/compare/${part(base)}...${part(branch)}`
  if (forge !== 'gitlab') return undefined
  const query = new URLSearchParams({
    'merge_request[source_branch]': branch,
    'merge_request[target_branch]': base,
  })
  return `${repository}/-/merge_requests/new?${query}`
}

/**
 * The address of a request in what a remote says to a push (`remote: …`): the last one on the remote's
 * own host that leads to a request, or to where one is opened.
 */
export function addressesIn(
  said: string,
  { host }: RemoteAddress,
): { readonly request?: string; readonly toOpen?: string } {
  const own = (said.match(/https?:\/\/[^\s'"<>]+/g) ?? []).filter(url => readAddress(url).host === host)
  const request = own.findLast(url => /\/(?:merge_requests|pulls?|pull-requests)\/\d+\/?$/.test(url))
  const toOpen = own.findLast(url => /\/(?:merge_requests|pulls?|pull-requests)\/new|\/compare\//.test(url))
  return { ...(request === undefined ? {} : { request }), ...(toOpen === undefined ? {} : { toOpen }) }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Markdown on one line: headings become strong words, line breaks those of HTML. */
function flattened(body: string): string {
  return body
    .trim()
    .split(/\n+/)
    .map(line => line.replace(/^#{1,6} (.*)$/, '**$1**'))
    .join('<br>')
}

function cut(text: string): string {
  const bytes = new TextEncoder().encode(text)
  if (bytes.length <= MOST_OPTION) return text
  return `${new TextDecoder().decode(bytes.subarray(0, MOST_OPTION)).replace(/\ufffd+$/, '')}…`
}
