import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { onTestFinished } from 'vitest'

/**
 * Starts git-server.mjs for a folder; it ends with the test.
 * @param other the address of a server for what is not git's
 * @returns the address, without a slash at its end
 */
export async function serveGit(root: string, other?: string): Promise<string> {
  const args = [resolve('test/cli/git-server.mjs'), root, ...(other === undefined ? [] : [other])]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => {
    child.kill()
  })
  const [port] = (await once(child.stdout, 'data')) as [Buffer]
  return `http://127.0.0.1:${String(port).trim()}`
}
