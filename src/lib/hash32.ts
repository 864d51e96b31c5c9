/** Offset basis and prime of 32-bit FNV-1a (RFC 9923). */
const FNV_BASIS = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** The start of a hash that `hashUnit` goes on with. */
export const HASH_START = FNV_BASIS

/** 32-bit FNV-1a over one more number, here a UTF-16 code unit. */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, FNV_PRIME)
}

/**
 * Spreads 32 bits so that each depends on every other: the finaliser of MurmurHash3 (Austin Appleby,
 * public domain). One to one; the same on every machine.
 */
export function mix32(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
