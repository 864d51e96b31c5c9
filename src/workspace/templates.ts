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
export async function openTemplate(
  { root, config }: Workspace,
  kind: Kind,
  language: string,
): Promise<Template> {
  const names = templateNames(kind, language)
  for (const name of names) {
    const path = `${config.folders.templates}/${name}`
    const text = (await readText(join(root, path))) ?? (await readPackageFile(`templates/${name}`))
    if (text !== null) return parseTemplate(text, path)
  }
  throw new CasectlError('template', {
    en: `There is no template ${names.join(' or ')}.`,
    zh: `没有模板 ${names.join(' 或 ')}。`,
  })
}
