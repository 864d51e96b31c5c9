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

/**
 * Stems of what stands in any English letter and says nothing of its matter; Lunr's list has none.
 * Words that are as often the matter itself, such as advance, help and forward, are left out.
 */
const COURTESY: ReadonlySet<string> = new Set([
  ...['hello', 'hi', 'hey', 'dear', 'greet', 'pleas', 'kindli', 'sorri'],
  ...['thank', 'appreci', 'grate', 'cheer', 'regard', 'sincer'],
  ...['ask', 'wonder', 'hope', 'know'],
])

/**
 * Stems of the function words of English that Lunr's list has not: pronouns, prepositions,
 * conjunctions, determiners, and adverbs of degree and time. What makes another word of a verb is
 * left out: the down of shut down, and back, out and up.
 */
const FUNCTION_WORDS: ReadonlySet<string> = new Set([
  ...['anybodi', 'anyon', 'anyth', 'everybodi', 'everyon', 'everyth', 'nobodi', 'none', 'noth'],
  ...['somebodi', 'someon', 'someth', 'myself', 'yourself', 'himself', 'herself', 'itself', 'ourselv'],
  ...['yourselv', 'themselv', 'those', 'such', 'same', 'mani', 'much', 'few', 'both', 'each'],
  ...['abov', 'against', 'along', 'around', 'befor', 'behind', 'below', 'besid', 'between', 'beyond'],
  ...['despit', 'dure', 'insid', 'near', 'onto', 'outsid', 'over', 'through', 'throughout', 'toward'],
  ...['under', 'until', 'upon', 'via', 'within', 'without', 'although', 'though', 'therefor', 'thu'],
  ...['moreov', 'nevertheless', 'otherwis', 'unless', 'wherea', 'whenev', 'wherev', 'whatev', 'whether'],
  ...['alreadi', 'again', 'alway', 'anyway', 'enough', 'even', 'here', 'mayb', 'more', 'nearli', 'never'],
  ...['now', 'onc', 'perhap', 'realli', 'sometim', 'soon', 'still', 'togeth', 'usual', 'veri', 'well'],
  ...['ago', 'today', 'yesterday', 'tomorrow', 'tonight', 'be', 'do', 'done', 'shall', 'ought'],
  ...['cant', 'couldnt', 'didnt', 'doesnt', 'dont', 'hasnt', 'havent', 'isnt', 'wasnt', 'werent', 'wont'],
  ...['wouldnt', 'shouldnt', 'arent', 'im', 'ive'],
])

const ONE = 0.5

/**
 * How much of its rarity a term may count: where cases are written soberly, 您好 and 请问 are rare,
 * but tell nothing. Half for each function character, as 机怎 and 的设 are half a word of meaning
 * and 怎么 is none; half for an English function word, a quarter for one of courtesy; 1 for all else.
 */
export function tellingShare(term: string): number {
  if (COURTESY.has(term)) return ONE * ONE
  if (FUNCTION_WORDS.has(term)) return ONE
  let share = 1
  for (const char of term) if (FUNCTION_CHARACTERS.has(char)) share *= ONE
  return share
}
