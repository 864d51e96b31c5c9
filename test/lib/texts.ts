/** Numbers from 0 up to 1 that a seed determines (mulberry32, public domain). */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let hash = Math.imul(state ^ (state >>> 15), 1 | state)
    hash = (hash + Math.imul(hash ^ (hash >>> 7), 61 | hash)) ^ hash
    return ((hash ^ (hash >>> 14)) >>> 0) / 2 ** 32
  }
}

const HAN =
  '机器停报警过热散阀门压力油位路由掉线密码固件升级发票签名限流打印终端网络重启温度风扇清洗更换检查记录'

/** A made-up sentence of Chinese or English words, as rare and as frequent as words are (Zipf). */
export function sentence(next: () => number, chinese: boolean): string {
  const rank = (): number => Math.floor(1000 ** next())
  if (!chinese) return Array.from({ length: 8 }, () => `w${rank().toString(36)}x`).join(' ')
  return Array.from({ length: 12 }, () => HAN[(rank() * 7) % HAN.length]).join('')
}

/** A text of so many sentences. */
export function textOf(next: () => number, sentences: number, chinese: boolean): string[] {
  return Array.from({ length: sentences }, () => sentence(next, chinese))
}

/** The text with some of its sentences written anew. */
export function edited(
  next: () => number,
  text: readonly string[],
  share: number,
  chinese: boolean,
): string[] {
  return text.map(old => (next() < share ? sentence(next, chinese) : old))
}
