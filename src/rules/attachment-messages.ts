import type { Messages } from '../lib/message.js'

export const ATTACHMENT_MESSAGES = {
  size: {
    en: '`{path}` has {actual} bytes; written are {written}. If the new file is right, correct `size`.',
    zh: '`{path}` 实际为 {actual} 字节，写的是 {written}。若新文件无误，请更正 `size`。',
  },
  sha256: {
    en: '`{path}` is not the file that `sha256` was taken of. If the new file is right, correct `sha256`.',
    zh: '`{path}` 与 `sha256` 不符，文件已有变动。若新文件无误，请更正 `sha256`。',
  },
  incomplete: {
    en: '`{path}` is listed without {fields}. Add {fields}, so that a changed or cut file is noticed.',
    zh: '`{path}` 缺少 {fieldsZh}。请补上，以便发现文件被改动或损坏。',
  },
  large: {
    en: '`{path}` has {size} MiB, more than {limit} MiB, and stays in every clone for ever. Keep it in Git LFS (`git lfs track "{pattern}"`) or make it smaller.',
    zh: '`{path}` 有 {size} MiB，超过 {limit} MiB，会永远留在每个克隆中。请用 Git LFS 存放（`git lfs track "{pattern}"`），或缩小文件。',
  },
} as const satisfies Messages
