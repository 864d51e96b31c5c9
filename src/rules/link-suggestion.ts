import { addTo } from '../lib/groups.js'
import { headingSlugs } from '../lib/heading-slug.js'
import { ofLatest } from '../lib/latest.js'
import { NearNames } from '../lib/near-names.js'
import type { Library } from '../library/library.js'
import type { Case, RepoPath } from '../model/case.js'
import { baseName, folderOf } from '../model/repo-path.js'

/** Where the case now stands whose id begins the name of a missing file. */
export function movedCase(path: RepoPath, library: Library): RepoPath | undefined {
  const id = /^[A-Z][A-Z0-9]*-[0-9A-Z]+(?![0-9A-Za-z])/.exec(baseName(path))?.[0]
  const same = id === undefined ? undefined : library.byId.get(id)
  return same?.length === 1 ? same[0]?.path : undefined
}

/** The file with the nearest name in the same folder, else the only one of that name elsewhere. */
export function similarFile(path: RepoPath, library: Library): RepoPath | undefined {
  const { beside, named } = filesOf(library)
  const folder = folderOf(path)
  const close = beside.get(folder)?.nearest(baseName(path), 1)[0]
  if (close !== undefined) return folder === '' ? close : `${folder}/${close}`
  const same = named.get(baseName(path)) ?? []
  return same.length === 1 ? same[0] : undefined
}

/** The files of a library by their folders, and by their names. */
const filesOf = ofLatest(({ files }: Library) => {
  const names = new Map<string, string[]>()
  const named = new Map<string, RepoPath[]>()
  for (const { path } of files) {
    addTo(names, folderOf(path), baseName(path))
    addTo(named, baseName(path), path)
  }
  const beside = new Map([...names].map(([folder, list]) => [folder, new NearNames(list)] as const))
  return { beside, named }
})

/**
 * The anchors of a case: those of its headings, with and without the audience suffix (GitHub
 * shows it as part of the heading), and those set in HTML. '' and `top` are the page itself.
 */
export function anchorsOf({ body: { headings } }: Case, text: string): ReadonlySet<string> {
  const plain = headings.map(heading => heading.title)
  const suffixed = headings.map(({ title, at }) => {
    const suffix = /\s\{audience=[a-z]+\}/.exec(text.slice(at.start, at.end))?.[0] ?? ''
    return title + suffix
  })
  const html = [...text.matchAll(/\s(?:id|name)="([^"\s]+)"/g)].map(match => match[1] ?? '')
  return new Set(['', 'top', ...headingSlugs(plain), ...headingSlugs(suffixed), ...html])
}
