import { fill, type Message } from '../lib/message.js'

/** Something that the searcher should know about the query: a bound that was met, a word not found. */
export interface Note {
  readonly code: NoteCode
  readonly args: Readonly<Record<string, string | number>>
  readonly message: Message
}

const MESSAGES = {
  cutQuery: {
    en: 'Only the first {limit} characters of the query were searched.',
    zh: '查询过长，只检索了前 {limit} 个字符。',
  },
  tooManyClauses: {
    en: 'Only the first {limit} words of the query were searched.',
    zh: '检索词过多，只检索了前 {limit} 个。',
  },
  cutTerm: {
    en: 'Only the first {limit} characters of "{word}" were searched.',
    zh: '“{word}”过长，只检索了前 {limit} 个字符。',
  },
  editDistance: {
    en: '"{text}": at most {limit} edits are possible, searched with ~{limit}.',
    zh: '“{text}”：编辑距离最多为 {limit}，已按 ~{limit} 检索。',
  },
  boost: {
    en: '"{text}": a boost lies between {least} and {most}, searched with ^{used}.',
    zh: '“{text}”：权重须在 {least} 到 {most} 之间，已按 ^{used} 检索。',
  },
  wildcards: {
    en: 'At most {limit} wildcards are possible; "{text}" was searched without.',
    zh: '最多使用 {limit} 个通配符，“{text}”已按不含通配符检索。',
  },
  cappedWildcard: {
    en: '"{text}" fits too many terms; only the commonest were searched.',
    zh: '“{text}”匹配的检索词过多，只检索了其中最常见的。',
  },
  plainText: {
    en: '"{text}" is no query operator here and was read as plain text.',
    zh: '“{text}”不是有效的查询语法，已按普通文本处理。',
  },
  unknownField: {
    en: 'There is no field "{field}" to search in; "{text}" was read as plain text.',
    zh: '没有名为“{field}”的检索字段，“{text}”已按普通文本处理。',
  },
  fuzzyRun: {
    en: '~ does not apply to Chinese; "{run}" was searched as written.',
    zh: '~ 不适用于中文，“{run}”已按原文检索。',
  },
  unknown: {
    en: 'No case contains "{word}".',
    zh: '没有案例包含“{word}”。',
  },
  expanded: {
    en: 'No case contains "{word}"; searched for {names}.',
    zh: '没有案例包含“{word}”，已改为检索：{namesZh}。',
  },
  longText: {
    en: 'A text of more than {limit} characters or {words} words: searched by its {count} most telling terms, without operators.',
    zh: '文本超过 {limit} 个字符或 {words} 个词，已按其中最有区分度的 {count} 个检索词检索，不识别查询语法。',
  },
  sentence: {
    en: 'Read as a sentence: its quotation marks and minus signs are no operators. Type the phrase alone to ask for it as a whole.',
    zh: '已按句子检索，其中的引号和减号不作为查询语法；要查找完整短语，请只输入该短语。',
  },
  unknownText: {
    en: 'No case contains a word of the text.',
    zh: '没有案例包含这段文本中的任何词。',
  },
  cutText: {
    en: 'Only the first {limit} characters of the text were read.',
    zh: '文本过长，只读取了前 {limit} 个字符。',
  },
  nothing: {
    en: 'The query holds no word to search for.',
    zh: '查询中没有可检索的词。',
  },
} as const

export type NoteCode = keyof typeof MESSAGES

export function note(code: NoteCode, args: Note['args'] = {}): Note {
  return { code, args, message: fill(MESSAGES[code], args) }
}
