// Special-purpose addresses (RFC 6890, RFC 5771): nobody is found behind them. Ranges for
// documentation are not among these: in a case they stand where a real one stood.
const SPECIAL_V4: readonly (readonly [network: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
]

/** Public name servers: instructions name them, and they are nobody's. */
const RESOLVERS: ReadonlySet<string> = new Set([
  '1.0.0.1',
  '1.1.1.1',
  '1.2.4.8',
  '4.2.2.2',
  '8.8.4.4',
  '8.8.8.8',
  '9.9.9.9',
  '114.114.114.114',
  '114.114.115.115',
  '119.29.29.29',
  '180.76.76.76',
  '208.67.220.220',
  '208.67.222.222',
  '210.2.4.8',
  '223.5.5.5',
  '223.6.6.6',
  '2001:4860:4860::8844',
  '2001:4860:4860::8888',
  '2400:3200::1',
  '2400:3200:baba::1',
  '2606:4700:4700::1001',
  '2606:4700:4700::1111',
  '2620:fe::fe',
])

/** True for a dotted address that may lead to a person. */
export function isPersonalV4(address: string): boolean {
  const value = numberOf(address)
  if (value === undefined || RESOLVERS.has(address)) return false
  return !SPECIAL_V4.some(([network, bits]) => {
    const size = 2 ** (32 - bits)
    return Math.floor(value / size) === Math.floor((numberOf(network) ?? 0) / size)
  })
}

/** True for a well-formed address in 2000::/3 that is no public name server. */
export function isPersonalV6(address: string): boolean {
  const text = address.toLowerCase()
  const halves = text.split('::')
  if (halves.length > 2 || RESOLVERS.has(text)) return false
  const groups = halves.flatMap(half => (half === '' ? [] : half.split(':')))
  if (groups.some(group => group === '')) return false
  return halves.length === 2 ? groups.length <= 7 : groups.length === 8
}

/** The address as a number; undefined where a part is above 255 or has a leading zero. */
function numberOf(address: string): number | undefined {
  let value = 0
  for (const part of address.split('.')) {
    if (Number(part) > 255 || (part.length > 1 && part.startsWith('0'))) return undefined
    value = value * 256 + Number(part)
  }
  return value
}
