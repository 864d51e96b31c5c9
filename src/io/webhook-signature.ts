import { createHmac } from 'node:crypto'

/** What a robot that asks for signatures is sent. */
export interface SignedNotice {
  readonly url: URL
  readonly body: object
}

/** Robots that may ask for a signature, made with a secret that they show beside their address. */
export type SigningRobot = 'dingtalk' | 'feishu'

/**
 * A notice with its signature: HMAC-SHA256 as base64.
 *
 * DingTalk: of the milliseconds, a line feed and the secret, by the secret; in the query
 * (https://open.dingtalk.com/document/orgapp/customize-robot-security-settings).
 * Feishu: of nothing, by the seconds, a line feed and the secret; in the body
 * (https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot). Both take an hour's difference.
 */
export function signed(
  robot: SigningRobot,
  secret: string,
  now: Date,
  { url, body }: SignedNotice,
): SignedNotice {
  if (robot === 'feishu') {
    const timestamp = String(Math.floor(now.getTime() / 1000))
    return { url, body: { timestamp, sign: hmac(`${timestamp}\n${secret}`, ''), ...body } }
  }
  const timestamp = String(now.getTime())
  const address = new URL(url)
  address.searchParams.set('timestamp', timestamp)
  address.searchParams.set('sign', hmac(secret, `${timestamp}\n${secret}`))
  return { url: address, body }
}

function hmac(key: string, text: string): string {
  return createHmac('sha256', key).update(text, 'utf8').digest('base64')
}
