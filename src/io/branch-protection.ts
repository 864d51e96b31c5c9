import { readAddress } from '../forge/address.js'
import type { Host } from './host.js'

/** A branch on a forge, and how it is asked about. */
export interface ForgeBranch {
  /** Of the API: answers with JSON that has `protected`. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly branch: string
  /** Undefined where the environment has none: then nobody is asked. */
  readonly token: string | undefined
  /** The environment variable for it. */
  readonly variable: string
}

/** Longest wait for an answer, in milliseconds. */
const PATIENCE = 10_000
const BRANCH = 'main'

/**
 * The branch of a remote as GitHub or GitLab is asked about it: on the public hosts, or where CI says
 * (GITHUB_API_URL, CI_API_V4_URL). Undefined for any other: a clone's remote may be anybody's, and a
 * host that is merely called gitlab.… gets no token of the environment.
 */
export function protectedBranch(remote: string, env: Host['env']): ForgeBranch | undefined {
  const { host, path } = readAddress(remote)
  const branch = env['GITHUB_BASE_REF'] || env['CI_DEFAULT_BRANCH'] || BRANCH
  const github = env['GITHUB_API_URL'] ?? (/^(?:www\.)?github\.com$/.test(host) ? GITHUB : undefined)
  if (github !== undefined) {
    const token = env['GITHUB_TOKEN'] || env['GH_TOKEN'] || undefined
    const headers = { accept: 'application/vnd.github+json', authorization: `Bearer ${token ?? ''}` }
    const url = `${github}/repos/${path}/branches/${encodeURIComponent(branch)}`
    return { url, headers, branch, token, variable: 'GITHUB_TOKEN' }
  }
  const gitlab = env['CI_API_V4_URL'] ?? (host === 'gitlab.com' ? GITLAB : undefined)
  if (gitlab === undefined) return undefined
  const token = env['GITLAB_TOKEN'] || undefined
  const place = `${encodeURIComponent(path)}/repository/branches/${encodeURIComponent(branch)}`
  const headers = { 'private-token': token ?? '' }
  return { url: `${gitlab}/projects/${place}`, headers, branch, token, variable: 'GITLAB_TOKEN' }
}

const GITHUB = 'https://api.github.com'
const GITLAB = 'https://gitlab.com/api/v4'

/** Whether the forge protects the branch; a text where it does not say. The token goes to the forge alone. */
export async function askProtection({ url, headers }: ForgeBranch): Promise<boolean | string> {
  try {
    const signal = AbortSignal.timeout(PATIENCE)
    const answer = await fetch(url, { headers, signal, redirect: 'error' })
    if (!answer.ok) return `HTTP ${answer.status}`
    const value = (await answer.json()) as { readonly protected?: unknown } | null
    return typeof value?.protected === 'boolean' ? value.protected : 'no answer'
  } catch (error) {
    return error instanceof Error ? error.name : 'no answer'
  }
}
