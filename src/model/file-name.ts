/** What makes a name unfit for some file system, terminal or tool. */
export type NameFault =
  | 'not-nfc'
  | 'control-character'
  | 'reserved-character'
  | 'reserved-name'
  | 'trailing-dot-or-space'
  | 'too-long'

const CONTROL = /[\0-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff]/
const RESERVED_CHARACTER = /[<>:"|?*\\]/
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
const RESERVED_NAME = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i

/** Longest name that ext4, NTFS and APFS all take, in bytes of UTF-8. */
const MAX_BYTES = 255

/** The first fault of one path part, or undefined for a portable name. Chinese names are portable. */
export function nameFault(name: string): NameFault | undefined {
  if (CONTROL.test(name)) return 'control-character'
  if (RESERVED_CHARACTER.test(name)) return 'reserved-character'
  if (RESERVED_NAME.test(name)) return 'reserved-name'
  if (/[. ]$/.test(name)) return 'trailing-dot-or-space'
  if (name.normalize('NFC') !== name) return 'not-nfc'
  // A unit takes three bytes at most.
  if (name.length * 3 > MAX_BYTES && new TextEncoder().encode(name).length > MAX_BYTES) return 'too-long'
  return undefined
}

/** The key on which two names collide on a system that ignores case and Unicode form. */
export function nameKey(path: string): string {
  return path.normalize('NFKC').toLowerCase()
}

/**
 * True for a name that some system takes for `.git` (CVE-2014-9390): NTFS and HFS+ know no letter case,
 * no invisible characters, no final dots and spaces.
 */
export function isGitName(name: string): boolean {
  const seen = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '')
    .replace(/[. ]+$/, '')
  return seen === '.git' || seen === 'git~1'
}

/**
 * A short portable name part out of a title: letters and digits of any script, joined by
 * hyphens; at most `limit` code points. '' when nothing is left.
 */
export function slug(title: string, limit = 40): string {
  const joined = title
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  const cut = [...joined].slice(0, limit).join('')
  return cut.replace(/-+$/, '').normalize('NFC')
}
