import type { Messages } from '../lib/message.js'

export const IMAGE_MESSAGES = {
  found: {
    en: 'Personal data in the metadata of `{path}`: {what}. Take it out: `exiftool -all= {file}`, or export the image without metadata. The history keeps the old bytes: rewrite it with `git filter-repo` where that matters.',
    zh: '`{path}` 的元数据中有个人数据：{whatZh}。请清除：`exiftool -all= {file}`，或重新导出不带元数据的图片。历史提交中仍有旧文件，必要时用 `git filter-repo` 改写。',
  },
  drawing: {
    en: 'Personal data in the metadata of `{path}`: {what}. Delete the `<metadata>` element in an editor, or save the drawing as plain SVG. The history keeps the old bytes: rewrite it with `git filter-repo` where that matters.',
    zh: '`{path}` 的元数据中有个人数据：{whatZh}。请在编辑器中删除 `<metadata>` 元素，或另存为普通 SVG。历史提交中仍有旧文件，必要时用 `git filter-repo` 改写。',
  },
  unread: {
    en: '`{path}` has metadata that is packed or very long and was not read. Look at it with `exiftool {file}`, or take it out: `exiftool -all= {file}`.',
    zh: '`{path}` 的元数据经过压缩或过长，未检查。请用 `exiftool {file}` 查看，或清除：`exiftool -all= {file}`。',
  },
} as const satisfies Messages
