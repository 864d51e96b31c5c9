// Writes a service case library of any size: the same seed and size give the same bytes.
// Usage: node bench/library/generate.mjs --size 10000 [--seed 1] [--faulty 0.03] --out DIR
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { generateCase, settings } from './library.mjs'

/** Writes a library into an empty or new folder. Returns what was written. */
export function writeLibrary({ size, seed = 1, faulty = 0, out }) {
  const start = performance.now()
  const folders = new Set()
  let bytes = 0
  const write = (path, text) => {
    const folder = dirname(path)
    if (!folders.has(folder)) {
      mkdirSync(folder, { recursive: true })
      folders.add(folder)
    }
    const content = Buffer.from(text)
    bytes += content.length
    // `wx`: never over a library that somebody works on.
    writeFileSync(path, content, { flag: 'wx' })
  }
  for (const [name, text] of Object.entries(settings())) write(join(out, name), text)
  for (let index = 0; index < size; index++) {
    const { folder, file, text } = generateCase(seed, index, size, faulty)
    write(join(out, folder, file), text)
  }
  return {
    cases: size,
    seed,
    faulty,
    folders: folders.size,
    bytes,
    seconds: (performance.now() - start) / 1000,
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: {
      size: { type: 'string' },
      seed: { type: 'string', default: '1' },
      faulty: { type: 'string', default: '0' },
      out: { type: 'string' },
    },
  })
  const size = Number(values.size)
  if (!Number.isSafeInteger(size) || size < 1 || size > 2 ** 25 || values.out === undefined) {
    throw new Error('usage: generate.mjs --size 1…33554432 [--seed N] [--faulty SHARE] --out DIR')
  }
  const written = writeLibrary({
    size,
    seed: Number(values.seed),
    faulty: Number(values.faulty),
    out: values.out,
  })
  process.stdout.write(`${JSON.stringify(written)}\n`)
}
