import { join } from 'node:path'
import { parseTemplate, type Template, templateNames } from '../draft/template.js'
import { readText } from '../io/apply.js'
import { readPackageFile } from '../io/package-files.js'
import { CasectlError } from '../lib/errors.js'
import type { Kind } from '../model/case.js'
import type { Workspace } from './workspace.js'

/**
 * The template for a kind and language: the library's own if it has one, else the one that ships
 * with casectl.
 * @throws CasectlError `template` when the library's own cannot be used
 */
export async function openTemplate(workspace: Workspace, kind: Kind, language: string): Promise<Template> {
  const names = templateNames(kind, language)
  const found = await templateText(workspace, names)
  if (found !== undefined) return parseTemplate(found.text, found.path)
  throw new CasectlError('template', {
    en: `There is no template ${names.join(' or ')}.`,
    zh: `没有模板 ${names.join(' 或 ')}。`,
  })
}

/**
 * The text of the first template that there is: of each name the library's own, else the one that ships
 * with casectl.
 * @param names best first
 */
export async function templateText(
  { root, config }: Workspace,
  names: readonly string[],
): Promise<{ readonly path: string; readonly text: string } | undefined> {
  for (const name of names) {
    const path = `${config.folders.templates}/${name}`
    const text = (await readText(join(root, path))) ?? (await readPackageFile(`templates/${name}`))
    if (text !== null) return { path, text }
  }
  return undefined
}
