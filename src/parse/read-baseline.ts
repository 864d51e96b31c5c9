import { CasectlError } from '../lib/errors.js'
import { isPlainObject } from '../lib/plain-object.js'

/** An entry as `schemas/lint-baseline.schema.json` describes it. */
interface WrittenEntry {
  readonly path: string
  readonly rule: string
  readonly code: string
  readonly fingerprint: string
}

/**
 * Text of a baseline → its entries.
 * @throws CasectlError `baseline` for anything that does not hold: a wrong baseline is not believed,
 *   lest it hides what is new
 */
export function readBaseline(file: string, text: string): WrittenEntry[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw unusable(file, 'it is no JSON; perhaps a merge left its marks', '不是 JSON，可能留有合并冲突标记')
  }
  if (!isPlainObject(value) || value['version'] !== 1 || !Array.isArray(value['findings'])) {
    throw unusable(file, 'it is no baseline of version 1', '不是版本 1 的基线')
  }
  const entries: unknown[] = value['findings']
  return entries.map((entry, i) => {
    if (isEntry(entry)) return entry
    throw unusable(file, `entry ${i + 1} is not complete`, `第 ${i + 1} 条不完整`)
  })
}

function isEntry(value: unknown): value is WrittenEntry & Readonly<Record<string, unknown>> {
  if (!isPlainObject(value)) return false
  const texts = ['path', 'rule', 'code'].every(name => typeof value[name] === 'string' && value[name] !== '')
  return texts && /^[0-9a-f]{32}$/.test(String(value['fingerprint']))
}

function unusable(file: string, en: string, zh: string): CasectlError {
  return new CasectlError(
    'baseline',
    { en: `${file} cannot be used: ${en}.`, zh: `${file} 无法使用：${zh}。` },
    {
      en: 'Write it anew with --update-baseline after removing it, or take one side of the merge.',
      zh: '请删除后用 --update-baseline 重新生成，或在合并时取其中一侧。',
    },
  )
}
