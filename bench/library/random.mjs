/** A 32-bit mix (the finaliser of MurmurHash3, public domain): neighbours become unlike each other. */
export function mix(value) {
  let x = value | 0
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

/** Numbers that depend on the seed and nothing else (mulberry32, public domain). */
export class Random {
  #state

  constructor(seed, stream = 0) {
    this.#state = mix(mix(seed) ^ Math.imul(stream + 1, 0x9e3779b1))
  }

  /** From 0 up to, not including, 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  chance(probability) {
    return this.next() < probability
  }

  /** A whole number, both ends included. */
  int(least, most) {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  pick(list) {
    return list[Math.floor(this.next() * list.length)]
  }

  /** A rank from 0 to n - 1 by Zipf's law with exponent 1: rank r is drawn about (r + 1) times less often than rank 0. */
  rank(n) {
    return Math.min(n - 1, Math.floor(Math.exp(this.next() * Math.log(n + 1))) - 1)
  }

  /** As `pick`, the first ones far more often than the last. */
  zipf(list) {
    return list[this.rank(list.length)]
  }

  /** `count` different ones, the first of the list far more often. */
  several(list, count) {
    const chosen = new Set()
    for (let tries = 0; chosen.size < Math.min(count, list.length) && tries < 40; tries++)
      chosen.add(this.zipf(list))
    return [...chosen]
  }
}
