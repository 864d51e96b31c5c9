import type { FileChange } from '../model/change.js'
import type { ExceptionRecord } from '../model/exception.js'
import { yamlScalar } from '../parse/yaml-scalar.js'
import { drawExceptionPath } from './exceptions.js'

/** An exception as a new file: its schema is schemas/exception.schema.json. */
export function writeException(record: ExceptionRecord, random: (n: number) => Uint8Array): FileChange {
  const { approver, roles, audience } = record
  const lines = [
    `case: ${record.case}`,
    `kind: ${record.kind}`,
    ...(roles === undefined ? [] : [`roles: [${roles.join(', ')}]`]),
    ...(audience === undefined ? [] : [`audience: ${audience}`]),
    'approver:',
    ...(approver.name === undefined ? [] : [`  name: ${yamlScalar(approver.name)}`]),
    `  email: ${yamlScalar(approver.email)}`,
    `day: ${record.day}`,
    `until: ${record.until}`,
    `reason: ${yamlScalar(record.reason)}`,
  ]
  return { path: drawExceptionPath(record, random), before: null, after: `${lines.join('\n')}\n` }
}
