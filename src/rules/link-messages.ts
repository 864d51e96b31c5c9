import type { Messages } from '../lib/message.js'

export const LINK_MESSAGES = {
  empty: {
    en: 'The link has no target. Fill it in or remove the link.',
    zh: '链接没有目标。请补上目标或删除链接。',
  },
  scheme: {
    en: '`{to}`: targets with `file:`, `javascript:`, `vbscript:` and `data:` are refused. Put the file beside the case and link to it by a relative path.',
    zh: '`{to}`：不允许使用 `file:`、`javascript:`、`vbscript:` 和 `data:` 链接。请把文件放在案例旁边，用相对路径引用。',
  },
  host: {
    en: '`{to}` names a host without a scheme. Write `https:{to}`.',
    zh: '`{to}` 只写了主机，没有写协议。请写成 `https:{to}`。',
  },
  absolute: {
    en: '`{to}` is an absolute path, which means something else on every machine.{suggestion} Write the path relative to this file.',
    zh: '`{to}` 是绝对路径，在每台机器上含义都不同。{suggestionZh}请写成相对于本文件的路径。',
  },
  backslash: {
    en: '`{to}` holds a backslash. Separate folders by `/`.',
    zh: '`{to}` 中有反斜杠。请用 `/` 分隔文件夹。',
  },
  escape: {
    en: '`{to}` holds a `%` that begins no valid escape. Write a literal percent sign as `%25`.',
    zh: '`{to}` 中的 `%` 不是有效的转义。百分号本身请写成 `%25`。',
  },
  outside: {
    en: '`{to}` leads out of the library. Copy the file beside the case and link to the copy.',
    zh: '`{to}` 指向案例库之外。请把文件复制到案例旁边，再链接到副本。',
  },
  missing: {
    en: '`{to}` leads to {path}, which does not exist.{suggestion} Correct the path or add the file.',
    zh: '`{to}` 指向 {path}，但它不存在。{suggestionZh}请更正路径或补上文件。',
  },
  symlink: {
    en: '`{to}` leads through a symbolic link. Link to the file itself.',
    zh: '`{to}` 经过符号链接。请直接链接到文件本身。',
  },
  notAFile: {
    en: '`{to}` leads to {path}, which is not a file. Link to a file.',
    zh: '`{to}` 指向 {path}，但它不是文件。请链接到具体的文件。',
  },
  anchor: {
    en: 'No heading of this file has the anchor `{to}`.{suggestion} Correct the link or the heading.',
    zh: '本文件没有锚点为 `{to}` 的标题。{suggestionZh}请更正链接或标题。',
  },
} as const satisfies Messages
