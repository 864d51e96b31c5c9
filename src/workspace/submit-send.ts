import type { RemoteAddress } from '../forge/address.js'
import { addressesIn, compareAddress, pushPlan, type RequestText } from '../forge/request.js'
import type { ForgeClient } from '../io/forge-client.js'
import type { GitRemote } from '../io/git-remote.js'
import { CasectlError } from '../lib/errors.js'
import type { Forge } from '../model/forge.js'
import type { Placed } from './submit-branch.js'

/** What came of a submission: a request that was opened, one that was there, or where to open one. */
export interface Sent {
  readonly request: 'opened' | 'open' | 'to-open'
  /** Of the request, or of where it is opened; missing where the host is not known. */
  readonly url?: string | undefined
  readonly pushed: boolean
  /** What the remote said to the push. */
  readonly said: string
}

export interface Sending {
  readonly remote: GitRemote
  readonly address: RemoteAddress
  readonly forge: Forge
  /** Of forges that are asked by their interface. */
  readonly client: ForgeClient | undefined
  readonly base: string
}

/**
 * Pushes a case's branch, never with force, and sees to it that a request is open: by the forge's
 * interface, by what is said with the push, or by telling where a person opens it. A request that is
 * there is left as it is.
 */
export async function sendCase(sending: Sending, placed: Placed, request: RequestText): Promise<Sent> {
  const { client, forge } = sending
  if (client !== undefined) return byInterface(sending, client, placed, request)
  const pushes = { branch: placed.branch, base: sending.base, request }
  const plan = pushPlan(forge, pushes)
  const atHost = plan.target.startsWith('refs/for/') ? placed.local : placed.remote
  if (atHost === placed.commit) {
    const open = await requestOf(sending, placed.commit)
    if (open !== undefined) return { request: 'open', url: open, pushed: false, said: '' }
  }
  const compare = compareAddress(forge, sending.address, pushes)
  if (placed.remote === placed.commit) return { request: 'to-open', url: compare, pushed: false, said: '' }
  const said = await pushWith(sending, placed, plan)
  const told = addressesIn(said, sending.address)
  if (told.request !== undefined) return { request: 'opened', url: told.request, pushed: true, said }
  const url = told.toOpen ?? compare
  return { request: plan.target.startsWith('refs/for/') ? 'opened' : 'to-open', url, pushed: true, said }
}

async function byInterface(
  { remote, base }: Sending,
  client: ForgeClient,
  { branch, commit, remote: there }: Placed,
  request: RequestText,
): Promise<Sent> {
  const pushed = there !== commit
  const said = pushed ? await remote.push(commit, `refs/heads/${branch}`, []) : ''
  const open = await client.find({ branch, base })
  if (open !== undefined) return { request: 'open', url: open.url, pushed, said }
  const opened = await client.open({ branch, base }, request)
  return { request: 'opened', url: opened.url, pushed, said }
}

/** Where the host shows requests as refs: of GitHub, Gitea and Forgejo, and of GitLab. */
const REQUEST_REFS: Readonly<Partial<Record<Forge, readonly [pattern: string, page: string]>>> = {
  github: ['refs/pull/*/head', 'pull'],
  gitea: ['refs/pull/*/head', 'pulls'],
  forgejo: ['refs/pull/*/head', 'pulls'],
  agit: ['refs/pull/*/head', 'pulls'],
  gitlab: ['refs/merge-requests/*/head', '-/merge_requests'],
}

/** The address of a request for a commit, as the remote's refs tell. */
async function requestOf(
  { remote, forge, address: { web, path } }: Sending,
  commit: string,
): Promise<string | undefined> {
  const [pattern, page] = REQUEST_REFS[forge] ?? []
  if (pattern === undefined || web === undefined) return undefined
  const { refs } = await remote.refs([pattern])
  const ref = [...refs].find(([, value]) => value === commit)?.[0]
  const number = ref && /\/(\d+)\/head$/.exec(ref)?.[1]
  return number && `${web}/${path}/${page}/${number}`
}

async function pushWith(
  { remote, forge }: Sending,
  { branch, commit }: Placed,
  { target, options }: { readonly target: string; readonly options: readonly string[] },
): Promise<string> {
  try {
    return await remote.push(commit, target, options)
  } catch (error) {
    const isRefused = error instanceof CasectlError && /does not support push options/.test(error.text.en)
    if (!isRefused) throw error
    // Without options GitLab takes the branch all the same; elsewhere a push to refs/for/ would only
    // leave a ref that nobody looks at.
    if (forge === 'gitlab') return remote.push(commit, `refs/heads/${branch}`, [])
    throw noAgit()
  }
}

function noAgit(): CasectlError {
  return new CasectlError(
    'forge',
    {
      en: 'The remote takes no push options, so it opens no request for a push.',
      zh: '远程仓库不支持推送选项，无法通过推送创建合并请求。',
    },
    {
      en: 'Set a token (GITEA_TOKEN, FORGEJO_TOKEN), or give --forge other to push the branch alone.',
      zh: '请设置令牌（GITEA_TOKEN、FORGEJO_TOKEN），或用 --forge other 只推送分支。',
    },
  )
}
