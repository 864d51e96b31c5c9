import { findRoot } from '../io/find-root.js'
import { readManifestText } from '../io/index-storage.js'
import { systemCode } from '../lib/errors.js'
import { declareIndex } from './declare-index.js'
import { report } from './failure.js'
import { hostOf, watchStreams } from './process-host.js'
import { buildProgram } from './program.js'
import { Session } from './session.js'

/** Of the error that stands for whatever the bundle leaves out. */
const LEFT_OUT = 'LEFT_OUT'

/**
 * `casectl index` out of one bundle, for an index that is there and cases of plain form. What takes
 * YAML, Markdown or the whole library is left out, and the whole program does it from the start: until
 * then nothing is printed, and nothing of the index is written.
 * @returns `left` when the whole program must run; `changed` when the index changed
 */
export async function quickIndex(process: NodeJS.Process): Promise<'left' | 'same' | 'changed'> {
  const before = indexBefore(process)
  if (before === undefined) return 'left'
  const host = hostOf(process)
  const session = new Session(host)
  let code: number
  try {
    await buildProgram(session, [declareIndex]).parseAsync(host.argv, { from: 'user' })
    code = session.code
  } catch (error) {
    if (systemCode(error) === LEFT_OUT) return 'left'
    code = report(error, host, session.terminal)
  }
  watchStreams(process)
  process.exitCode ||= code
  return code === 0 && readManifestText(before.root) !== before.manifest ? 'changed' : 'same'
}

/** Undefined where the index is built anew, or it takes more to find the library. */
function indexBefore({ argv, cwd }: NodeJS.Process): { root: string; manifest: string } | undefined {
  if (argv.some(arg => arg === '--full' || arg.startsWith('--config'))) return undefined
  try {
    const { root } = findRoot(cwd())
    const manifest = readManifestText(root)
    return manifest === undefined ? undefined : { root, manifest }
  } catch {
    return undefined
  }
}
