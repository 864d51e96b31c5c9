import { CasectlError } from '../lib/errors.js'
import { maskSecrets } from '../lib/mask-secrets.js'
import { type SignedNotice, type SigningRobot, signed } from './webhook-signature.js'

/** How long a webhook may take to answer, in milliseconds. */
const PATIENCE = 15_000
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/

/** How a notice is signed, where the robot asks for it. */
export interface Signing {
  readonly robot: SigningRobot
  readonly secret: string
  readonly now: Date
}

/**
 * Posts JSON to a webhook. Its address is a secret: whoever knows it can write to the group, so that no
 * message repeats it. Redirects are not followed.
 * @param name of the environment variable that gives the address
 * @throws CasectlError `usage` for an address that is none, `notify` when it is not taken
 */
export async function postWebhook(
  name: string,
  address: string,
  body: object,
  signing?: Signing,
): Promise<void> {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname))
  if (url === undefined || !isSafe) {
    throw new CasectlError('usage', {
      en: `${name} must be an https address.`,
      zh: `${name} 必须是 https 地址。`,
    })
  }
  const plain = { url, body }
  const sent = signing === undefined ? plain : signed(signing.robot, signing.secret, signing.now, plain)
  const answer = await send(sent)
  // WeCom and DingTalk answer 200 with an errcode, Feishu with a code.
  const refused =
    answer.status >= 300 || [answer.errcode, answer.code].some(code => code !== undefined && code !== 0)
  if (!refused) return
  const secrets = [...secretsIn(sent.url), ...(signing === undefined ? [] : [signing.secret])]
  throw failed(maskSecrets(`${answer.status} ${answer.said}`.trim(), secrets))
}

/** The address and its parts: an answer may repeat the key alone. */
function secretsIn(url: URL): string[] {
  const parts = [...url.searchParams.values(), ...url.pathname.split('/').filter(part => part.length >= 8)]
  return [url.href, url.pathname + url.search, ...parts]
}

interface Answer {
  readonly status: number
  readonly said: string
  readonly errcode?: unknown
  readonly code?: unknown
}

async function send({ url, body }: SignedNotice): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    })
    const said = (await response.text()).slice(0, 300)
    return { status: response.status, said, ...fieldsOf(said) }
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
    throw failed(code === '' ? (error instanceof Error ? error.name : 'unknown') : code)
  }
}

function fieldsOf(said: string): { errcode?: unknown; code?: unknown } {
  try {
    const value: unknown = JSON.parse(said)
    if (typeof value !== 'object' || value === null) return {}
    return {
      ...('errcode' in value ? { errcode: value.errcode } : {}),
      ...('code' in value ? { code: value.code } : {}),
    }
  } catch {
    return {}
  }
}

function failed(reason: string): CasectlError {
  return new CasectlError('notify', {
    en: `The webhook did not take the notice: ${reason}`,
    zh: `Webhook 未接受通知：${reason}`,
  })
}
