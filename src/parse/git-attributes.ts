import { RE2JS } from 're2js'

/** Whether a `.gitattributes` file says that Git LFS keeps a file; undefined where it says nothing. */
export type LfsAnswer = boolean | undefined

const MAX_LINE = 2048

/**
 * What the lines of a `.gitattributes` file say of a path below its folder: the last line that names
 * `filter` and matches decides (gitattributes(5)). Macros and quoted patterns are passed over.
 * @param path relative to the folder of the file
 */
export function lfsByAttributes(text: string, path: string): LfsAnswer {
  let answer: LfsAnswer
  for (const line of text.split(/\r?\n/)) {
    const [pattern = '', ...attributes] = line.trim().split(/[ \t]+/)
    if (pattern === '' || /^[#"[]/.test(pattern) || line.length > MAX_LINE) continue
    const filter = attributes.findLast(attribute => /^[-!]?filter(?:=|$)/.test(attribute))
    if (filter !== undefined && matchesPath(pattern, path)) answer = filter === 'filter=lfs'
  }
  return answer
}

/** A pattern without a slash matches the name of a file anywhere; any other one the whole path. */
function matchesPath(pattern: string, path: string): boolean {
  const whole = pattern.includes('/') ? path : path.slice(path.lastIndexOf('/') + 1)
  const source = globSource(pattern.replace(/^\//, ''))
  try {
    // Patterns come from whoever wrote the repository: RE2 matches them in linear time.
    return RE2JS.compile(source).matcher(whole).matches()
  } catch {
    return false
  }
}

const GLOB = /\*\*\/|\/\*\*$|\*+|\?|\[!?\]?[^\]]*\]|[\s\S]/gu

function globSource(pattern: string): string {
  return pattern.replace(GLOB, part => {
    if (part === '**/') return '(?:.*/)?'
    if (part === '/**') return '/.*'
    if (part.startsWith('*')) return '[^/]*'
    if (part === '?') return '[^/]'
    if (part.length > 1 && part.startsWith('[')) return part.replace(/^\[!/, '[^').replace(/\\/g, '\\\\')
    return part.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')
  })
}

/** The file that a pointer of Git LFS stands for. */
export interface LfsPointer {
  readonly sha256: string
  /** Bytes. */
  readonly size: number
}

/** A pointer is shorter than this (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md). */
export const POINTER_BYTES = 1024

/** Reads the text of a Git LFS pointer file; undefined for any other text. */
export function readLfsPointer(text: string): LfsPointer | undefined {
  if (text.length >= POINTER_BYTES || !text.startsWith('version https://git-lfs.github.com/spec/'))
    return undefined
  const sha256 = /^oid sha256:([0-9a-f]{64})$/m.exec(text)?.[1]
  const size = /^size (\d{1,15})$/m.exec(text)?.[1]
  return sha256 === undefined || size === undefined ? undefined : { sha256, size: Number(size) }
}
