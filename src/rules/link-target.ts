import type { RepoPath } from '../model/case.js'
import { nameFault } from '../model/file-name.js'
import { resolveFrom } from '../model/repo-path.js'

/** What a link's target says before anything is looked up. */
export type LinkTarget =
  /** Web, mail and telephone addresses, and schemes of other programs: not looked at. */
  | { readonly kind: 'elsewhere' }
  /** An anchor in the same file; '' is its top. */
  | { readonly kind: 'anchor'; readonly slug: string }
  | { readonly kind: 'refused'; readonly code: TargetFault }
  | { readonly kind: 'path'; readonly path: RepoPath }

export type TargetFault = 'empty' | 'scheme' | 'host' | 'absolute' | 'backslash' | 'escape' | 'outside'

const REFUSED_SCHEMES = new Set(['file', 'javascript', 'vbscript', 'data'])

/** Reads the target of a Markdown link: percent escapes are decoded, query and fragment cut off. */
export function readTarget(from: RepoPath, to: string): LinkTarget {
  if (to.trim() === '') return { kind: 'refused', code: 'empty' }
  if (to.startsWith('#')) {
    const slug = decode(to.slice(1))
    return slug === undefined ? { kind: 'refused', code: 'escape' } : { kind: 'anchor', slug }
  }
  const rough = classify(to)
  if (rough !== undefined) return rough
  const path = decode(to.replace(/[?#].*$/s, ''))
  return path === undefined ? { kind: 'refused', code: 'escape' } : inside(from, path)
}

/** Reads the path of an attachment: what is written is the name, `#` and `%` included. */
export function readPath(from: RepoPath, path: string): LinkTarget {
  return classify(path) ?? inside(from, path)
}

function classify(to: string): LinkTarget | undefined {
  // Browsers drop tabs and line breaks inside a scheme.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(to.replace(/[\0-\x20]/g, ''))?.[1]?.toLowerCase()
  if (scheme !== undefined && scheme.length > 1) {
    return REFUSED_SCHEMES.has(scheme) ? { kind: 'refused', code: 'scheme' } : { kind: 'elsewhere' }
  }
  if (to.startsWith('//')) return { kind: 'refused', code: 'host' }
  // `C:\case.md` and `C:/case.md`: a drive, not a scheme.
  if (to.startsWith('/') || scheme !== undefined) return { kind: 'refused', code: 'absolute' }
  return to.includes('\\') ? { kind: 'refused', code: 'backslash' } : undefined
}

function inside(from: RepoPath, target: string): LinkTarget {
  const path = resolveFrom(from, target)
  return path === undefined ? { kind: 'refused', code: 'outside' } : { kind: 'path', path }
}

/** True when no file system can hold such a path, so that there is nothing to look up. */
export function isImpossible(path: RepoPath): boolean {
  // 4096 is PATH_MAX of Linux; other systems take less.
  if (path.length > 4096) return true
  return path.split('/').some(part => part.includes('\0') || nameFault(part) === 'too-long')
}

/** A path as a link target: what Markdown or a URL would read otherwise is escaped. */
export function writeTarget(path: string): string {
  return path.replace(
    /[%\s()<>#?\\"]/g,
    char => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
