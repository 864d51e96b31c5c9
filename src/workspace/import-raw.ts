import type { ImportSource } from '../import/source.js'
import { keepRaw, purgeRaw, type RawExport, rawExports } from '../io/raw-exports.js'
import { addDays, type Day } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import type { Workspace } from './workspace.js'

/** Days for which an export is kept after it was imported. */
const KEEP_DAYS = 90

/** Keeps an export as it was; one that is kept already stays as long as the later import asks. */
export async function keepRawOf({ root }: Workspace, source: ImportSource, day: Day): Promise<void> {
  const { sha256, name, size, files } = source
  await keepRaw(root, source.root, { sha256, name, size, day, keepUntil: addDays(day, KEEP_DAYS), files })
}

/**
 * Removes exports whose time is over, or the one that is named.
 * @param asked beginning of its SHA-256, at least eight digits
 * @throws CasectlError `import` for one that is to be kept longer, or that there is not
 */
export function purgeRawExports({ root }: Workspace, asked: string | undefined, today: Day): RawExport[] {
  const all = rawExports(root)
  const named =
    asked === undefined ? all : all.filter(({ sha256 }) => asked.length >= 8 && sha256.startsWith(asked))
  if (asked !== undefined && named.length === 0) throw noRaw(asked)
  const early = named.find(({ keepUntil }) => keepUntil >= today)
  if (asked !== undefined && early !== undefined) throw tooEarly(early)
  const over = named.filter(({ keepUntil }) => keepUntil < today)
  for (const raw of over) purgeRaw(root, raw)
  return over
}

function noRaw(asked: string): CasectlError {
  return new CasectlError('import', {
    en: `No export is kept whose SHA-256 begins with ${asked}.`,
    zh: `没有保存 SHA-256 以 ${asked} 开头的导出文件。`,
  })
}

function tooEarly({ name, keepUntil }: RawExport): CasectlError {
  return new CasectlError('import', {
    en: `${name} is kept until ${keepUntil}; nothing was removed.`,
    zh: `${name} 须保存到 ${keepUntil}，未删除任何内容。`,
  })
}
