import { documentsIn } from '../io/documents-in.js'
import type { Host } from '../io/host.js'
import { readFiles } from '../io/read-files.js'
import { baseName } from '../model/repo-path.js'
import { decodeCase, MAX_FILE_BYTES } from '../parse/decode.js'
import type { SourceText } from '../taxonomy/page.js'
import type { Workspace } from './workspace.js'

/**
 * The Markdown files of a library that are no cases and may link to one: those in which the name of a
 * case folder stands. What cannot be read as text is left out.
 */
export async function documentsBeside(
  { root, config }: Workspace,
  env: Host['env'],
): Promise<readonly SourceText[]> {
  const { cases, archive } = config.folders
  const names = [cases, archive].map(baseName).flatMap(name => [`${name}/`, `${encodeURI(name)}/`])
  const all = await documentsIn(root, env)
  const beside = all.filter(path => ![cases, archive].some(folder => path.startsWith(`${folder}/`)))
  const read = await readFiles(root, beside, MAX_FILE_BYTES)
  return read.flatMap((result): SourceText[] => {
    const text = 'bytes' in result ? decodeCase(result.bytes).text : undefined
    if (text === undefined || !names.some(name => text.includes(name))) return []
    return [{ path: result.path, text }]
  })
}
