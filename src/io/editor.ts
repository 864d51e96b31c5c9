import { spawn } from 'node:child_process'
import { CasectlError } from '../lib/errors.js'
import type { Host } from './host.js'

/**
 * Opens a file in the user's editor and waits for it.
 * @throws CasectlError `editor` when neither VISUAL nor EDITOR is set, or it fails
 */
export async function openEditor({ env, cwd }: Host, path: string): Promise<void> {
  const editor = env['VISUAL'] || env['EDITOR']
  if (editor === undefined || editor === '') {
    throw new CasectlError(
      'editor',
      { en: 'No editor is set.', zh: '没有设置编辑器。' },
      { en: 'Set EDITOR, for instance EDITOR=vim.', zh: '请设置 EDITOR，例如 EDITOR=vim。' },
    )
  }
  // EDITOR may carry arguments (`code --wait`): it is the user's own setting, split at spaces.
  const [command = editor, ...args] = editor.split(/\s+/)
  await new Promise<void>((resolve, reject) => {
    const child = spawn(command, [...args, path], { cwd, stdio: 'inherit' })
    child.on('error', error => reject(failed(command, error.message)))
    child.on('exit', code => (code === 0 ? resolve() : reject(failed(command, `exit ${code}`))))
  })
}

function failed(command: string, reason: string): CasectlError {
  return new CasectlError('editor', {
    en: `The editor ${command} failed (${reason}); the file was written.`,
    zh: `编辑器 ${command} 出错（${reason}）；文件已写入。`,
  })
}
