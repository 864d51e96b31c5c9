import { createHash } from 'node:crypto'
import { readFiles } from '../io/read-files.js'
import { readSettingsFile } from '../io/settings-file.js'
import type { CaseFile, RepoPath } from '../model/case.js'
import { decodeCase, MAX_FILE_BYTES } from '../parse/decode.js'
import { sha256 } from './sha256.js'
import type { Workspace } from './workspace.js'

/** The hash over everything an index is made of: settings and the text of every case. */
export async function contentHash(
  workspace: Workspace,
  files: readonly Pick<CaseFile, 'path' | 'text'>[],
): Promise<string> {
  const { root, config, configPath } = workspace
  const hash = createHash('sha256')
  for (const name of [configPath, config.taxonomy]) {
    hash.update(`${name}\0${sha256((await readSettingsFile(root, name)) ?? '')}\n`)
  }
  for (const { path, text } of files) hash.update(`${path}\0${sha256(text)}\n`)
  return hash.digest('hex')
}

/** The same hash from the disk, reading every case and parsing none. */
export async function contentHashOnDisk(workspace: Workspace): Promise<string> {
  const paths: RepoPath[] = await workspace.casePaths()
  const read = await readFiles(workspace.root, paths, MAX_FILE_BYTES)
  const texts = read.map(result => ({
    path: result.path,
    text: 'bytes' in result ? (decodeCase(result.bytes).text ?? '') : '',
  }))
  return contentHash(workspace, texts)
}
