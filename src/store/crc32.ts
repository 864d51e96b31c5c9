/** Eight tables of 256: the checksum of a byte that is followed by 0 to 7 zero bytes. */
const TABLES: Int32Array = tables()

/**
 * CRC-32 as in gzip and PNG (ISO 3309, reversed polynomial 0xEDB88320), eight bytes a step: "slicing
 * by 8", M. Kounavis and F. Berry, 2005. From 0 to 2³² - 1.
 */
export function crc32(bytes: Uint8Array): number {
  const t = TABLES
  const steps = bytes.length - (bytes.length % 8)
  let crc = -1
  let i = 0
  // No calls: the first megabyte is read before the compiler comes to it.
  for (; i < steps; i += 8) {
    const low =
      crc ^
      ((bytes[i] as number) |
        ((bytes[i + 1] as number) << 8) |
        ((bytes[i + 2] as number) << 16) |
        ((bytes[i + 3] as number) << 24))
    crc =
      (t[1792 + (low & 0xff)] as number) ^
      (t[1536 + ((low >>> 8) & 0xff)] as number) ^
      (t[1280 + ((low >>> 16) & 0xff)] as number) ^
      (t[1024 + (low >>> 24)] as number) ^
      (t[768 + (bytes[i + 4] as number)] as number) ^
      (t[512 + (bytes[i + 5] as number)] as number) ^
      (t[256 + (bytes[i + 6] as number)] as number) ^
      (t[bytes[i + 7] as number] as number)
  }
  for (; i < bytes.length; i++) crc = (crc >>> 8) ^ (t[(crc ^ (bytes[i] as number)) & 0xff] as number)
  return ~crc >>> 0
}

function tables(): Int32Array {
  const table = new Int32Array(8 * 256)
  for (let i = 0; i < 256; i++) {
    let crc = i
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    table[i] = crc
  }
  for (let i = 256; i < table.length; i++) {
    const before = table[i - 256] ?? 0
    table[i] = (before >>> 8) ^ (table[before & 0xff] ?? 0)
  }
  return table
}
