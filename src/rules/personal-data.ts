import { languageOf } from '../lib/message.js'
import type { CaseFile } from '../model/case.js'
import type { DatumType, PersonalDatum } from '../model/personal-data.js'
import { LineIndex } from '../model/range.js'
import { allowedData } from '../parse/allowed-data.js'
import { findPersonalData } from '../privacy/find.js'
import { Masker } from '../privacy/mask.js'
import { TYPE_NAMES } from '../privacy/words.js'
import { exampleBody, exampleCase } from './example.js'
import { maskEdits } from './personal-data-fix.js'
import { defineRule, type FileInput, NO_OPTIONS, type Rule } from './rule.js'

/** Types that only their surroundings give away. */
export const LIKELY: ReadonlySet<DatumType> = new Set(['name', 'address'])

export const personalData: Rule = defineRule({
  id: 'personal-data',
  scope: 'file',
  severity: 'error',
  summary: {
    en: 'A case holds no personal data and no secrets, in no part of its file and not in its name.',
    zh: '案例的任何部分（包括文件名）都不含个人数据和密码、密钥。',
  },
  why: {
    en: 'What is once in a repository is in every copy of it, for good. Looked for are identity, card, passport and telephone numbers, social credit codes, number plates, addresses of e-mail, network and post, WeChat and QQ accounts, names, passwords and keys: by pattern, check digit and the words around. `casectl lint --fix` puts pseudonyms (Customer A, 138****0000) or placeholders ([email]) in their place, the same for the same person. The history keeps the old text: rewrite it with `git filter-repo` where that matters. What may stay goes into `privacy.allow` of the configuration, with a reason. Addresses of private networks, public name servers, and mailboxes such as support@ do not count.',
    zh: '内容一旦进入仓库，就永远留在每一份副本里。检查的内容有：身份证、银行卡、护照和电话号码，统一社会信用代码，车牌，邮箱、IP 和通信地址，微信号和 QQ 号，人名，密码与密钥；依据格式、校验位和上下文判断。`casectl lint --fix` 会换成化名（客户A、138****0000）或占位符（[邮箱]），同一个人始终用同一个化名。历史提交里仍有原文，必要时用 `git filter-repo` 改写。可以公开的内容，请写进配置的 `privacy.allow` 并注明理由。内网地址、公共 DNS、support@ 一类的公用邮箱不算个人数据。',
  },
  messages: {
    found: {
      en: 'Personal data: {what}. Mask it, or allow it in `privacy.allow` with a reason.',
      zh: '个人数据：{whatZh}。请打码；确可公开的，写进 `privacy.allow` 并注明理由。',
    },
    likely: {
      en: 'Personal data, it seems: {what}. Mask it, or allow it in `privacy.allow` with a reason.',
      zh: '疑似个人数据：{whatZh}。请打码；确可公开的，写进 `privacy.allow` 并注明理由。',
    },
    secret: {
      en: 'A secret: {what}. Revoke it first, for the history keeps it; then mask it.',
      zh: '机密信息：{whatZh}。历史提交中会留有原文，请先作废，再打码。',
    },
    path: {
      en: 'Personal data in a path: {what}. Rename the file that it leads to, then write the new path here.',
      zh: '路径中有个人数据：{whatZh}。请先给所指的文件改名，再改写此处的路径。',
    },
    fileName: {
      en: 'Personal data in the file name: {what}. Rename it with `git mv`; where the branch has been pushed, take the old name out of the history with `git filter-repo --path-rename` and have every copy cloned anew.',
      zh: '文件名中有个人数据：{whatZh}。请用 `git mv` 改名；若已推送，再用 `git filter-repo --path-rename` 从历史中清除旧名，并让所有人重新克隆。',
    },
  },
  options: NO_OPTIONS,
  examples: {
    good: exampleCase(
      {},
      exampleBody('Use channel 36.', 'Use channel 36. Customer A confirmed, 138****0000.'),
    ),
    bad: exampleCase(
      { owner: 'zhang.min@example.com' },
      exampleBody('Use channel 36.', 'Use channel 36. Mr John Smith confirmed, 138-0013-8000.'),
    ),
  },
  *check({ library, file }: FileInput<object>) {
    const allowed = allowedData(library.config.privacy)
    for (const what of typesInName(file.path, allowed)) {
      yield { code: 'fileName', args: wordsOf(what), ...(LIKELY.has(what) ? WARNING : {}) }
    }
    const data = findPersonalData(file.text, allowed)
    if (data.length === 0) return
    const lines = new LineIndex(file.text)
    const language = languageIn(file)
    const masker = new Masker({ language, mask: library.config.privacy.mask, allowed, taken: file.text })
    const edits = maskEdits(file, data, masker)
    for (const [i, datum] of data.entries()) {
      const edit = edits[i]
      const at = lines.range(datum.start, datum.end)
      const fix = typeof edit === 'object' ? { fix: [edit] } : {}
      const likely = LIKELY.has(datum.type)
      const code = edit === 'path' ? 'path' : codeOf(datum, likely)
      yield { code, args: wordsOf(datum.type), at, ...fix, ...(likely ? WARNING : {}) }
    }
  },
})

const WARNING = { severity: 'warning' } as const

function codeOf({ type }: PersonalDatum, likely: boolean): 'found' | 'likely' | 'secret' {
  if (type === 'secret') return 'secret'
  return likely ? 'likely' : 'found'
}

function wordsOf(type: DatumType): { what: string; whatZh: string } {
  const { en, zh } = TYPE_NAMES[type]
  return { what: en, whatZh: zh }
}

/** The types of data in a path, each once. Hyphens there join words, so they are read as spaces too. */
function typesInName(path: string, allowed: ReturnType<typeof allowedData>): Iterable<DatumType> {
  const name = path.replace(/\.md$/i, '')
  const whole = findPersonalData(name.replaceAll('/', '\n'), allowed)
  const words = findPersonalData(name.replaceAll(/[-_/]/g, ' '), allowed)
  return whole.length + words.length === 0 ? [] : new Set([...whole, ...words].map(({ type }) => type))
}

function languageIn({ case: found, text }: CaseFile): 'en' | 'zh' {
  if (found !== undefined) return languageOf(found.language) ?? 'en'
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
}
