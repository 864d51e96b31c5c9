import { readPackageFile, readPackageFolder } from '../../io/package-files.js'
import type { Samples } from '../../tutorial/sandbox-files.js'

const FOLDERS = ['cases', 'archive']
const FILES = ['taxonomy.yml', 'synonyms.yml', 'products.yml', 'eval/onboarding.yml']

/** The sample library that ships with casectl, and the files that every library has. */
export async function readSamples(): Promise<Samples> {
  const files = new Map<string, string>()
  for (const folder of FOLDERS)
    for (const [path, text] of await readPackageFolder(folder)) files.set(`${folder}/${path}`, text)
  for (const path of FILES) files.set(path, (await readPackageFile(path)) ?? missing(path))
  for (const name of ['gitignore', 'gitattributes']) {
    const path = `templates/init/${name}`
    files.set(`.${name}`, (await readPackageFile(path)) ?? missing(path))
  }
  return files
}

function missing(path: string): never {
  throw new Error(`${path} is missing from the package`)
}
