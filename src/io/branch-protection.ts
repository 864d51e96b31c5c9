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
 * The forge of a remote: GitHub and GitLab, by their hosts or by what CI sets (GITHUB_API_URL,
 * CI_API_V4_URL). Undefined for any other.
 */
export function forgeOf(remote: string, env: Host['env']): ForgeBranch | undefined {
  const match = /^(?:[a-z+]+:\/\/)?(?:[^/@]*@)?([^/:]+)(?::\d+)?[/:](.+?)(?:\.git)?\/?$/i.exec(remote)
  if (match === null) return undefined
  const [, host = '', path = ''] = match
  const branch = env['GITHUB_BASE_REF'] || env['CI_DEFAULT_BRANCH'] || BRANCH
  if (/(?:^|\.)github\./i.test(host) || env['GITHUB_API_URL'] !== undefined) {
    const api = env['GITHUB_API_URL'] ?? 'https://api.github.com'
    const token = env['GITHUB_TOKEN'] || env['GH_TOKEN'] || undefined
    const headers = { accept: 'application/vnd.github+json', authorization: `Bearer ${token ?? ''}` }
    const url = `${api}/repos/${path}/branches/${encodeURIComponent(branch)}`
    return { url, headers, branch, token, variable: 'GITHUB_TOKEN' }
  }
  if (/(?:^|\.)gitlab\./i.test(host) || env['CI_API_V4_URL'] !== undefined) {
    const api = env['CI_API_V4_URL'] ?? `https://${host}/api/v4`
    const token = env['GITLAB_TOKEN'] || undefined
    const place = `${encodeURIComponent(path)}/repository/branches/${encodeURIComponent(branch)}`
    return {
      url: `${api}/projects/${place}`,
      headers: { 'private-token': token ?? '' },
      branch,
      token,
      variable: 'GITLAB_TOKEN',
    }
  }
  return undefined
}

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
