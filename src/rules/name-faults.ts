import type { Messages } from '../lib/message.js'
import { type NameFault, nameFault } from '../model/file-name.js'

/** The message of each fault: a fault without one does not compile. */
export const FAULT_CODES = {
  'not-nfc': 'notNfc',
  'control-character': 'controlCharacter',
  'reserved-character': 'reservedCharacter',
  'reserved-name': 'reservedName',
  'trailing-dot-or-space': 'trailing',
  'too-long': 'tooLong',
} as const satisfies Record<NameFault, string>

export const FAULT_MESSAGES = {
  notNfc: {
    en: 'The name `{name}` is written with decomposed characters (not Unicode NFC), which looks the same and is another name. Rename it to `{better}`, typed afresh.',
    zh: '名称 `{name}` 使用了分解形式的字符（不是 Unicode NFC），看上去一样却是另一个名称。请重新输入并改名为 `{better}`。',
  },
  controlCharacter: {
    en: 'The name `{name}` holds control characters or invisible ones. Rename it to `{better}`.',
    zh: '名称 `{name}` 含有控制字符或不可见字符。请改名为 `{better}`。',
  },
  reservedCharacter: {
    en: 'The name `{name}` holds one of `< > : " | ? * \\`, which Windows refuses. Rename it to `{better}`.',
    zh: '名称 `{name}` 含有 `< > : " | ? * \\` 之一，Windows 不允许。请改名为 `{better}`。',
  },
  reservedName: {
    en: '`{name}` is the name of a device on Windows and cannot be checked out there. Rename it to `{better}`.',
    zh: '`{name}` 在 Windows 上是设备名，无法检出。请改名为 `{better}`。',
  },
  trailing: {
    en: 'The name `{name}` ends in a dot or a space, which Windows drops. Rename it to `{better}`.',
    zh: '名称 `{name}` 以点或空格结尾，Windows 会把它去掉。请改名为 `{better}`。',
  },
  tooLong: {
    en: 'The name `{name}` is longer than 255 bytes, the most that file systems take. Shorten it, for instance to `{better}`.',
    zh: '名称 `{name}` 超过 255 字节，即文件系统的上限。请缩短，例如改为 `{better}`。',
  },
} as const satisfies Messages

/** Characters of a shortened name: below 255 bytes in every script (at most 4 bytes each). */
const SHORT = 60

/** A portable name close to the one given. */
export function portableName(name: string): string {
  const clean = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
    .replace(/[<>:"|?*\\]+/g, '-')
    .replace(/[. ]+$/, '')
  const fault = nameFault(clean)
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? ''
  const stem = clean.slice(0, clean.length - extension.length)
  if (fault === 'reserved-name') return `case-${stem}${extension}`
  const short = fault === 'too-long' ? [...stem].slice(0, SHORT).join('') : stem
  return `${short || 'case'}${extension}`
}
