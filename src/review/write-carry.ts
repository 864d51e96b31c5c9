import type { FileChange } from '../model/change.js'
import type { CarryRecord } from '../model/review.js'
import { yamlScalar } from '../parse/yaml-scalar.js'
import { drawCarryPath } from './record-path.js'

/** A carry-over as a new file. */
export function writeCarry(record: CarryRecord, random: (n: number) => Uint8Array): FileChange {
  return { path: drawCarryPath(record, random), before: null, after: carryText(record) }
}

/** A carry-over as YAML: its schema is schemas/carry-over.schema.json. */
export function carryText({ case: id, command, arguments: args, by, day, from, to }: CarryRecord): string {
  const given = Object.entries(args).map(([name, value]) => `  ${name}: ${quoted(value)}`)
  return `${[
    `case: ${id}`,
    `command: ${yamlScalar(command)}`,
    ...(given.length === 0 ? ['arguments: {}'] : ['arguments:', ...given]),
    ...(by === undefined ? [] : ['by:']),
    ...(by?.name === undefined ? [] : [`  name: ${yamlScalar(by.name)}`]),
    ...(by === undefined ? [] : [`  email: ${yamlScalar(by.email)}`]),
    `day: ${day}`,
    `from: ${from}`,
    `to: ${to}`,
  ].join('\n')}\n`
}

/** An empty text must be there: YAML reads nothing as nothing. */
function quoted(value: string): string {
  return value === '' ? '""' : yamlScalar(value)
}
