import { Octokit } from '@octokit/rest'
import { githubApi, ownerAndName, type RemoteAddress } from '../forge/address.js'
import { API_PATIENCE, type ForgeClient, forgeRefused, noRepository } from './forge-client.js'
import { packageVersion } from './package-files.js'

const silent = (): void => undefined

/**
 * Pull requests of a repository on GitHub, by its REST interface.
 * @throws CasectlError `forge` for an address without owner and name
 */
export async function openGithub(address: RemoteAddress, token: string): Promise<ForgeClient> {
  const repository = ownerAndName(address)
  if (repository === undefined) throw noRepository(address.host, address.path)
  const octokit = new Octokit({
    auth: token,
    baseUrl: githubApi(address),
    userAgent: `casectl/${await packageVersion()}`,
    log: { debug: silent, info: silent, warn: silent, error: silent },
  })
  const ask = async <T>(question: (request: { signal: AbortSignal }) => Promise<T>): Promise<T> => {
    try {
      return await question({ signal: AbortSignal.timeout(API_PATIENCE) })
    } catch (error) {
      throw forgeRefused(address.host, error instanceof Error ? error.message : String(error), token)
    }
  }
  return {
    async find({ branch, base }) {
      const head = `${repository.owner}:${branch}`
      const { data } = await ask(request =>
        octokit.rest.pulls.list({ ...repository, head, base, state: 'open', per_page: 1, request }),
      )
      const [found] = data
      return found === undefined ? undefined : { url: found.html_url }
    },
    async open({ branch, base }, { title, body, draft }) {
      const { data } = await ask(request =>
        octokit.rest.pulls.create({ ...repository, head: branch, base, title, body, draft, request }),
      )
      return { url: data.html_url }
    },
  }
}
