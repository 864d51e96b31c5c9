import type { ImageField } from '../../model/image-metadata.js'

/** Directories that an entry points to (EXIF 2.32, 4.6.3). */
export const EXIF_DIRECTORY = 0x8769
export const GPS_DIRECTORY = 0x8825

/** Blocks of other formats within TIFF: XMP part 3, 3.2.4; IPTC; Photoshop's resources. */
export const XMP_BLOCK = 0x02bc
export const IPTC_BLOCK = 0x83bb
export const PHOTOSHOP_BLOCK = 0x8649

/** Latitude and longitude, of the place and of what it looks at (EXIF 2.32, 4.6.6). */
export const POSITIONS: ReadonlySet<number> = new Set([0x02, 0x04, 0x14, 0x16])

/** How an entry's text is written: EXIF's own, with a code page in front, or UTF-16 (Windows). */
export type TextForm = 'plain' | 'marked' | 'utf16'

/** Texts that are a field, or ('text') free. */
export const TEXT_TAGS: ReadonlyMap<number, readonly [ImageField | 'text', TextForm]> = new Map([
  [0x010e, ['text', 'plain']],
  [0x013b, ['author', 'plain']],
  [0x8298, ['text', 'plain']],
  [0x9286, ['text', 'marked']],
  [0x9c9b, ['text', 'utf16']],
  [0x9c9c, ['text', 'utf16']],
  [0x9c9d, ['author', 'utf16']],
  [0x9c9e, ['text', 'utf16']],
  [0x9c9f, ['text', 'utf16']],
  [0xa430, ['owner', 'plain']],
  [0xa431, ['serial', 'plain']],
  [0xa435, ['serial', 'plain']],
  [0xc62f, ['serial', 'plain']],
])
