import { crc32 } from 'node:zlib'

/** A ZIP archive of the texts given, stored; or of data that is deflated already, with sizes that lie. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>, deflated = false): Uint8Array {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [path, content] of Object.entries(files)) {
    const [name, data] = [Buffer.from(path), Buffer.from(content)]
    const facts = Buffer.alloc(16)
    if (!deflated && typeof crc32 === 'function') facts.writeUInt32LE(crc32(data), 4)
    facts.writeUInt32LE(data.length, 8)
    facts.writeUInt32LE(data.length, 12)
    const head = Buffer.from([20, 0, 0, 8, deflated ? 8 : 0, 0])
    const lengths = Buffer.from([name.length, 0, 0, 0])
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, facts, lengths, name, data])
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(offset, 10)
    central.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), head, facts, lengths, entry, name]),
    )
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(central.length, 8)
  end.writeUInt16LE(central.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}
