import type { Messages } from '../lib/message.js'

export const TERM_MESSAGES = {
  alias: {
    en: '`{value}` is another name of the term `{id}`. Write `{id}` in `{field}`.',
    zh: '`{value}` 是术语 `{id}` 的别名。请在 `{field}` 中写 `{id}`。',
  },
  unknown: {
    en: '`{field}`: the taxonomy knows no `{value}`.{suggestion} `casectl taxonomy` lists the terms.',
    zh: '`{field}`：术语表中没有 `{value}`。{suggestionZh}可用 `casectl taxonomy` 查看全部术语。',
  },
  otherLevel: {
    en: '`{value}` does not belong in `{field}` but in `{right}`. Move it there.',
    zh: '`{value}` 不应写在 `{field}`，而应写在 `{right}`。请移过去。',
  },
  retired: {
    en: 'The term `{value}` is retired. Write `{use}` instead.',
    zh: '术语 `{value}` 已停用。请改用 `{use}`。',
  },
  retiredOnly: {
    en: 'The term `{value}` is retired and has no successor. Choose another one from `casectl taxonomy`.',
    zh: '术语 `{value}` 已停用，且没有替代术语。请从 `casectl taxonomy` 中另选一个。',
  },
  parent: {
    en: '`{value}` ({field}) stands below `{parent}` in the taxonomy, not below `{given}`. Correct one of the two.',
    zh: '`{value}`（{field}）在术语表中属于 `{parent}`，不属于 `{given}`。请更正其中之一。',
  },
  several: {
    en: '`{field}` takes one term and names {count}. Keep the one that fits best.',
    zh: '`{field}` 只能写一个术语，现在有 {count} 个。请保留最合适的一个。',
  },
  notDeepest: {
    en: '`{value}` is divided further. Write one of the terms below it: {children}.',
    zh: '`{value}` 下面还有细分。请写其下的一个术语：{children}。',
  },
} as const satisfies Messages
