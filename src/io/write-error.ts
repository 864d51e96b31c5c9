import { CasectlError, systemCode } from '../lib/errors.js'

/**
 * What a failed write is to a user: a full disk or a read-only folder is an expected failure, with
 * a sentence; anything else is passed on as it is.
 */
export function writeError(folder: string, error: unknown): unknown {
  const code = systemCode(error)
  if (error instanceof CasectlError || code === undefined || !/^E[A-Z0-9]+$/.test(code)) return error
  return new CasectlError(
    'cannot-write',
    { en: `${folder} cannot be written (${code}).`, zh: `无法写入 ${folder}（${code}）。` },
    {
      en: 'Check permissions and free space, then run the command again.',
      zh: '请检查写入权限和剩余空间，然后重新运行该命令。',
    },
  )
}
