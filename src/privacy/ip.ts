import { before } from './context.js'
import { isPersonalV4, isPersonalV6 } from './ip-ranges.js'
import { accepted, type Recogniser, whole } from './recogniser.js'

const V4 = /(?:\d{1,3}\.){3}\d{1,3}(?![\dA-Za-z_]|\.[\dA-Za-z]|-[\dA-Za-z])/g
/** What makes the number a part of something longer: a word, a version, an OID. */
const JOINED = /(?:\d[.:_-]?|[A-Za-z][._-]?|[.vV])$/
const V4_IN_V6 = /(?<=::ffff:)(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/gi
// Addresses of the network at large begin with 2 or 3: 2000::/3.
const V6 = /(?<![\dA-Za-z:.])[23][0-9a-f]{3}(?::[0-9a-f]{0,4}){2,7}(?![\dA-Za-z:])/gi
const VERSION =
  /(?:版本号?|固件|驱动|软件|补丁|升级[到至为]?|更新[到至为]?|version|\bver|firmware|build|release|driver|revision|\brev|sdk|app|library|客户端版本)[ \t]*[.:=#]?[ \t`"'*(]{0,3}[vV]?$/i
const HOST =
  /\bip|地址|主机|服务器|客户端|终端|节点|来源|访问|登录|网关|address|host|server|client|gateway|from|peer|ping|dns|https?:\/\/|@/i

/** IP addresses that lead to somebody: not private, loopback, link-local, multicast or reserved ones. */
export const ip: Recogniser = {
  type: 'ip',
  *find(text) {
    if (hasThreeDots(text)) {
      yield* accepted(V4, text, match => {
        const left = before(text, match.index, 16)
        // Four small numbers are as likely a version: something must say that it is an address.
        const small = match[0].split('.').every(part => Number(part) < 32)
        const versioned = VERSION.test(left) || (small && !HOST.test(before(text, match.index, 24)))
        const joined = JOINED.test(text.slice(Math.max(0, match.index - 2), match.index))
        return whole(match, !joined && !versioned && isPersonalV4(match[0]))
      })
      yield* accepted(V4_IN_V6, text, match => whole(match, isPersonalV4(match[0])))
    }
    if (hasGroup(text)) {
      yield* accepted(V6, text, match => whole(match, isPersonalV6(match[0])))
    }
  },
}

/** True where three dots stand among digits as near to each other as in an address. */
function hasThreeDots(text: string): boolean {
  let row = 0
  let last = -MOST_APART
  for (let at = text.indexOf('.'); at !== -1; at = text.indexOf('.', at + 1)) {
    if (!isDigit(text, at - 1) || !isDigit(text, at + 1)) continue
    row = at - last <= MOST_APART ? row + 1 : 1
    last = at
    if (row === 3) return true
  }
  return false
}

/** From one dot to the next, three digits between them. */
const MOST_APART = 4

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0x30 && unit <= 0x39
}

/** True where a colon stands behind four hexadecimal digits of which the first is 2 or 3. */
function hasGroup(text: string): boolean {
  for (let at = text.indexOf(':', 4); at !== -1; at = text.indexOf(':', at + 1)) {
    const first = text.charCodeAt(at - 4)
    if ((first === 0x32 || first === 0x33) && HEX.test(text.slice(at - 3, at))) return true
  }
  return false
}

const HEX = /^[0-9a-f]{3}$/i
