import { ownerAndName, type RemoteAddress } from '../forge/address.js'
import { draftTitle } from '../forge/request.js'
import { API_PATIENCE, type Branches, type ForgeClient, forgeRefused, noRepository } from './forge-client.js'

/**
 * Pull requests of a repository on Gitea or Forgejo, by the interface that both have
 * (https://docs.gitea.com/api: `repoCreatePullRequest`, `repoGetPullRequestByBaseHead`).
 * @throws CasectlError `forge` for an address without owner and name
 */
export function openGitea(address: RemoteAddress, token: string): ForgeClient {
  const repository = ownerAndName(address)
  if (repository === undefined) throw noRepository(address.host, address.path)
  const { owner, repo } = repository
  const pulls = `${address.web}/api/v1/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}/pulls`
  const ask = async (url: string, body?: object): Promise<{ status: number; answer: Answer }> => {
    try {
      const response = await fetch(url, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
        body: body === undefined ? null : JSON.stringify(body),
        signal: AbortSignal.timeout(API_PATIENCE),
        // A redirect could lead to another host.
        redirect: 'error',
      })
      return { status: response.status, answer: readAnswer(await response.text()) }
    } catch (error) {
      throw forgeRefused(address.host, error instanceof Error ? error.message : String(error), token)
    }
  }
  const refused = ({ status, answer }: { status: number; answer: Answer }): Error =>
    forgeRefused(address.host, `${status} ${answer.message ?? ''}`.trim(), token)
  const urlOf = (found: { status: number; answer: Answer }): { url: string } => {
    if (found.answer.html_url === undefined) throw refused(found)
    return { url: found.answer.html_url }
  }
  return {
    async find({ branch, base }: Branches) {
      const found = await ask(`${pulls}/${encodeURIComponent(base)}/${encodeURIComponent(branch)}`)
      if (found.status === 404) return undefined
      if (found.status !== 200) throw refused(found)
      return found.answer.state === 'open' ? urlOf(found) : undefined
    },
    async open({ branch, base }, { title, body, draft }) {
      const made = await ask(pulls, { head: branch, base, title: draftTitle(title, draft), body })
      if (made.status !== 201) throw refused(made)
      return urlOf(made)
    },
  }
}

interface Answer {
  readonly html_url?: string
  readonly state?: string
  readonly message?: string
}

function readAnswer(text: string): Answer {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return {}
    const { html_url, state, message } = value as Record<string, unknown>
    return {
      ...(typeof html_url === 'string' ? { html_url } : {}),
      ...(typeof state === 'string' ? { state } : {}),
      ...(typeof message === 'string' ? { message } : {}),
    }
  } catch {
    return {}
  }
}
