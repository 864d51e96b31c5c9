/**
 * Characters that make the function words of Chinese, closed classes that a language does not add
 * to: particles, pronouns, question words, prepositions and conjunctions, adverbs of degree,
 * auxiliary verbs, and what one says out of politeness. Such characters as 却, 无 and 对, which as
 * often belong to 冷却, 无线 and 对比, are left out.
 */
const FUNCTION_CHARACTERS: ReadonlySet<string> = new Set([
  ...'的了着吗呢吧啊呀么嘛',
  ...'我你您他她它们这那',
  ...'哪怎什啥谁几何',
  ...'是有在和与及或而但且若虽如以',
  ...'也都就又才很最不没',
  ...'可能会要想请问谢好',
])

/** Stems of what stands in any English letter and says nothing of its matter; Lunr's list has none. */
const COURTESY: ReadonlySet<string> = new Set([
  ...['hello', 'hi', 'hey', 'dear', 'greet', 'pleas', 'kindli', 'sorri'],
  ...['thank', 'appreci', 'grate', 'cheer', 'regard', 'sincer'],
])

const ONE = 0.5

/**
 * How much of its rarity a term may count: where cases are written soberly, 您好 and 请问 are rare,
 * but tell nothing. Half for each function character, as 机怎 and 的设 are half a word of meaning
 * and 怎么 is none; a quarter for an English word of courtesy; 1 for all else.
 */
export function tellingShare(term: string): number {
  if (COURTESY.has(term)) return ONE * ONE
  let share = 1
  for (const char of term) if (FUNCTION_CHARACTERS.has(char)) share *= ONE
  return share
}
