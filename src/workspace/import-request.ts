import { INBOX } from '../draft/capture.js'
import { isDayForm } from '../import/dates.js'
import { type Target, targetsOf } from '../import/targets.js'
import { didYouMean } from '../lib/did-you-mean.js'
import { CasectlError } from '../lib/errors.js'
import type { Message } from '../lib/message.js'
import { nearest } from '../lib/near-names.js'
import type { RepoPath } from '../model/case.js'
import type { ImportMapping } from '../model/import-mapping.js'
import { readMapping } from '../parse/read-mapping.js'
import { settingsError } from './settings-error.js'
import type { Workspace } from './workspace.js'

/** A mapping that holds for a library. */
export interface CheckedMapping {
  readonly mapping: ImportMapping
  readonly targets: ReadonlyMap<string, Target>
  readonly folder: RepoPath
}

/**
 * Text of a mapping → a mapping whose targets the library has.
 * @throws CasectlError `settings` with the places of what does not hold
 */
export function checkMapping({ config, taxonomy }: Workspace, text: string, name: string): CheckedMapping {
  const read = readMapping(text)
  if (read.value === undefined) throw settingsError(name, read.problems)
  const mapping = read.value
  const targets = targetsOf(config, taxonomy)
  const faults: Message[] = []
  const named = [
    ...mapping.columns.map(({ to }) => to),
    ...Object.keys(mapping.constants ?? {}),
    ...(mapping.required ?? []),
  ]
  for (const target of new Set(named)) {
    if (target !== undefined && !targets.has(target)) faults.push(unknownTarget(target, targets))
  }
  for (const form of mapping.columns.flatMap(({ dates }) => dates ?? [])) {
    if (!isDayForm(form)) faults.push(badForm(form))
  }
  const folder = mapping.target?.folder ?? `${config.folders.cases}/${INBOX}`
  if (
    !`${folder}/`.startsWith(`${config.folders.cases}/`) ||
    folder.split('/').some(part => part === '..' || part === '')
  )
    faults.push(outside(folder, config.folders.cases))
  if (faults.length > 0) throw unusable(name, faults)
  return { mapping, targets, folder }
}

function unknownTarget(target: string, targets: ReadonlyMap<string, Target>): Message {
  const { suggestion, suggestionZh } = didYouMean(nearest(target, targets.keys()))
  return {
    en: `The library has no target \`${target}\`.${suggestion}`,
    zh: `案例库中没有目标 \`${target}\`。${suggestionZh}`,
  }
}

function badForm(form: string): Message {
  return {
    en: `\`${form}\` is no form of a day: it needs YYYY, M or MM, and D or DD.`,
    zh: `\`${form}\` 不是日期格式：需要 YYYY、M 或 MM、D 或 DD。`,
  }
}

function outside(folder: string, cases: string): Message {
  return {
    en: `The folder \`${folder}\` is not below \`${cases}\`.`,
    zh: `文件夹 \`${folder}\` 不在 \`${cases}\` 之下。`,
  }
}

function unusable(name: string, faults: readonly Message[]): CasectlError {
  return new CasectlError(
    'settings',
    { en: `${name} cannot be used:`, zh: `${name} 无法使用：` },
    undefined,
    faults,
  )
}
