import type { Messages } from '../lib/message.js'

export const LEAK_MESSAGES = {
  link: {
    en: '`{to}` leads `{readers}` readers to {id}, which is `{audience}`. Remove the link, or move it into a section for `{audience}` readers.',
    zh: '`{to}` 把 `{readers}` 读者引向 `{audience}` 案例 {id}。请删除链接，或把它移到面向 `{audience}` 读者的小节。',
  },
  section: {
    en: '`{to}` leads `{readers}` readers to a section that is `{audience}`. Remove the link, or move it into a section for `{audience}` readers.',
    zh: '`{to}` 把 `{readers}` 读者引向 `{audience}` 小节。请删除链接，或把它移到面向 `{audience}` 读者的小节。',
  },
  attachment: {
    en: '`{to}` is an attachment of {id} ({path}), which is `{audience}`, and is shown here to `{readers}` readers. Remove it here, or make a copy that may be shown.',
    zh: '`{to}` 是 `{audience}` 案例 {id}（{path}）的附件，在这里却展示给 `{readers}` 读者。请在此处删除，或另做一份可以公开的副本。',
  },
  named: {
    en: 'The text for `{readers}` readers names {id}, which is `{audience}`. Remove the id, or move the sentence into a section for `{audience}` readers.',
    zh: '面向 `{readers}` 读者的文字提到了 `{audience}` 案例 {id}。请删除该 id，或把这句话移到面向 `{audience}` 读者的小节。',
  },
} as const satisfies Messages
