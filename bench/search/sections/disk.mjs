import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { LUNR_LIMIT } from '../setup.mjs'

/** Bytes as they lie there, and as `tar | gzip -6` leaves them: with the documents, and the terms alone. */
export function disk({ index, database, termsOnly, lunr, size }) {
  const served = readdirSync(index).filter(
    name => name === 'manifest.json' || /^(?!sources\.).*\.bin$/.test(name),
  )
  const result = {
    'casectl, served files': sizes(index, served),
    'FTS5 and the documents': sizes(dirname(database), [basename(database)]),
    'casectl without documents': sizes(
      index,
      served.filter(name => !name.startsWith('documents-')),
    ),
    'FTS5 without documents': sizes(dirname(termsOnly), [basename(termsOnly)]),
  }
  if (size > LUNR_LIMIT || !existsSync(lunr)) return result
  return { ...result, 'lunr, which keeps no documents': sizes(dirname(lunr), [basename(lunr)]) }
}

function sizes(folder, names) {
  const bytes = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
  const command = 'tar -C "$0" --null -T - -cf - | gzip -6 | wc -c'
  const compressed = execFileSync('sh', ['-c', command, folder], { input: names.join('\0') })
  return { files: names.length, bytes, compressed: Number(compressed) }
}
