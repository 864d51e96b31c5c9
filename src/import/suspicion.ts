import type { Message } from '../lib/message.js'

/** What makes a text look as if it had been decoded wrongly, with the encoding that it may have had. */
export interface Suspicion {
  readonly code: 'replaced' | 'twice' | 'gbk-as-utf8' | 'utf8-as-gbk' | 'private' | 'controls'
  readonly message: Message
}

/** Fewest signs before a text is doubted: one odd character proves nothing. */
const FEW = 2

/**
 * GBK's two bytes that are also UTF-8's give characters from all over U+0080 to U+07FF. What people write
 * has those of one of these groups or two: Latin letters, ° and the no-break space are in every text.
 */
const GROUPS = [
  /[\u0250-\u02ff]|(?<![\p{L}\p{M}])[\u0300-\u036f]/u,
  ...['Greek', 'Cyrillic', 'Armenian', 'Hebrew', 'Arabic', 'Syriac', 'Thaana', 'Nko'].map(
    name => new RegExp(`\\p{Script=${name}}`, 'u'),
  ),
]
const MANY_GROUPS = 3
const HAN = /\p{Script=Han}/u

const SIGNS: readonly (Omit<Suspicion, 'message'> & { readonly sign: RegExp; readonly message: Message })[] =
  [
    {
      code: 'replaced',
      sign: /\ufffd|锟斤拷/g,
      message: {
        en: 'Characters were lost: they show as U+FFFD or 锟斤拷. Name the right --encoding, or export again.',
        zh: '有字符已丢失（显示为 U+FFFD 或“锟斤拷”）。请用 --encoding 指定正确的编码，或重新导出。',
      },
    },
    {
      code: 'twice',
      sign: /[ÂÃ][\u0080-\u00bf]|â€|ï¼|[äåæçèé][\u0080-\u00bf]{2}/g,
      message: {
        en: 'The text looks like UTF-8 that was read as Latin-1 and saved again. Export it anew as UTF-8.',
        zh: '文本像是把 UTF-8 当作 Latin-1 读取后又保存的结果。请重新导出为 UTF-8。',
      },
    },
    {
      code: 'utf8-as-gbk',
      // The GBK reading of ，。的 and other bytes that every Chinese text in UTF-8 has.
      sign: /锛[\u4e00-\u9fff]|銆[\u4e00-\u9fff]|鐨[\u4e00-\u9fff]/g,
      message: {
        en: 'The text looks like UTF-8 that was read as GB18030. Try --encoding utf-8.',
        zh: '文本像是把 UTF-8 当作 GB18030 读取的结果。请试用 --encoding utf-8。',
      },
    },
    {
      code: 'private',
      sign: /[\ue000-\uf8ff]/g,
      message: {
        en: 'The text has characters of private use, which only the exporting system can read.',
        zh: '文本含有私用区字符，只有导出系统能识别。',
      },
    },
    {
      code: 'controls',
      sign: /[\x00-\x08\x0e-\x1f\x7f-\x9f]/g,
      message: {
        en: 'The text has control characters. Name the right --encoding.',
        zh: '文本含有控制字符。请用 --encoding 指定正确的编码。',
      },
    },
  ]

const GBK_AS_UTF8: Suspicion = {
  code: 'gbk-as-utf8',
  message: {
    en: 'The bytes are UTF-8, but the text they give is of no language. It looks like GB18030: try --encoding gb18030.',
    zh: '字节符合 UTF-8，但得到的文字不属于任何语言，像是 GB18030。请试用 --encoding gb18030。',
  },
}

/** Whether a text that decodes looks wrong all the same. */
export function suspicionOf(text: string): Suspicion | undefined {
  for (const { code, sign, message } of SIGNS) {
    if ((text.match(sign)?.length ?? 0) >= FEW) return { code, message }
  }
  return looksLikeGbk(text) ? GBK_AS_UTF8 : undefined
}

function looksLikeGbk(text: string): boolean {
  return !HAN.test(text) && GROUPS.filter(group => group.test(text)).length >= MANY_GROUPS
}
