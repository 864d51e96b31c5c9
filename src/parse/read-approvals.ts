import { CasectlError } from '../lib/errors.js'
import type { ForgeApproval } from '../model/review.js'
import { fixedCheck } from './fixed-check.js'

/**
 * Text of `--approvals` → who approved which commit.
 * @throws CasectlError `approvals` for anything but what schemas/approvals.schema.json describes
 */
export function readApprovals(file: string, text: string): ForgeApproval[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw unusable(file, error instanceof Error ? error.message : String(error))
  }
  const error = fixedCheck('approvals')(value)[0]
  if (error !== undefined) throw unusable(file, `${error.instancePath} ${error.message ?? ''}`.trim())
  return (value as { readonly approvals: ForgeApproval[] }).approvals
}

function unusable(file: string, reason: string): CasectlError {
  return new CasectlError(
    'approvals',
    { en: `${file} cannot be used: ${reason}.`, zh: `${file} 无法使用：${reason}。` },
    {
      en: 'It must be JSON: {"version": 1, "approvals": [{"commit": "…", "login": "…"}]} (schemas/approvals.schema.json).',
      zh: '它应为 JSON：{"version": 1, "approvals": [{"commit": "…", "login": "…"}]}（见 schemas/approvals.schema.json）。',
    },
  )
}
