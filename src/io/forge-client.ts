import type { OpenRequest, RequestText } from '../forge/request.js'
import { CasectlError } from '../lib/errors.js'
import { maskSecrets } from '../lib/mask-secrets.js'

/** How long one question to a forge may take, in milliseconds. */
export const API_PATIENCE = 30_000

/** What is asked of a forge's interface. */
export interface ForgeClient {
  /** The open request from a branch into another one. */
  find(branches: Branches): Promise<OpenRequest | undefined>
  /** @throws CasectlError `forge` when the forge refuses */
  open(branches: Branches, request: RequestText): Promise<OpenRequest>
}

export interface Branches {
  readonly branch: string
  readonly base: string
}

/** What a forge answered when it refused. */
export function forgeRefused(host: string, reason: string, token: string): CasectlError {
  const shown = maskSecrets(reason, [token])
  return new CasectlError(
    'forge',
    { en: `${host} opened no request: ${shown}`, zh: `${host} 未创建合并请求：${shown}` },
    {
      en: 'The branch is pushed: run the command again, or open the request on the website.',
      zh: '分支已推送：可重新运行该命令，或在网站上创建。',
    },
  )
}

/** A path of a remote that has no owner or no name. */
export function noRepository(host: string, path: string): CasectlError {
  return new CasectlError('forge', {
    en: `"${path}" on ${host} is no owner/name.`,
    zh: `${host} 上的“${path}”不是 所有者/名称。`,
  })
}
