const GREETINGS = {
  zh: [
    '您好，我想问一下，',
    '你好，请问',
    '我们公司最近买了你们的产品，现在有个问题想咨询：',
    '尊敬的客服，',
  ],
  en: ['Hi, I would like to ask: ', 'Hello team, we recently bought your product. ', 'Dear support, ', ''],
}
const CLOSINGS = {
  zh: ['，谢谢！', '，麻烦尽快帮忙解决一下，非常感谢。', '，希望能得到你们的回复。', '，请问应该怎么办呢？'],
  en: [' Thanks in advance!', ' Please let me know as soon as possible.', ' Any help is appreciated.', ''],
}

const HAN = /\p{Script=Han}/u

/** As a customer writes it: with a greeting and a closing. */
export function courteous(text, random) {
  const language = HAN.test(text) ? 'zh' : 'en'
  return random.pick(GREETINGS[language]) + text.replace(/[？?。]$/, '') + random.pick(CLOSINGS[language])
}

const SMALL_TALK = {
  zh: [
    '我们是去年通过经销商采购的，一直用得还不错。',
    '同事上周打过电话，当时没有人接。',
    '这个项目下个月就要交付，领导催得很紧。',
    '之前也遇到过别的小毛病，后来自己好了。',
    '我刚接手这项工作，很多地方还不太熟悉。',
    '网上查了很久，没有找到合适的说法。',
  ],
  en: [
    'We ordered it from a dealer last year and were quite happy with it so far.',
    'My colleague called your office last week, but nobody picked up the phone.',
    'The project has to be delivered next month and my boss is getting nervous.',
    'There was some other small trouble before, which went away by itself.',
    'I have only just taken over this job, so much of it is still new to me.',
    'I spent the whole evening reading through forums and found nothing that fits.',
  ],
}

/** In the middle of a letter that tells other things as well: three sentences before, two after. */
export function amongSmallTalk(text, random) {
  const language = HAN.test(text) ? 'zh' : 'en'
  const space = language === 'en' ? ' ' : ''
  const others = [...SMALL_TALK[language]]
  const take = count =>
    Array.from({ length: count }, () => others.splice(random.int(0, others.length - 1), 1)[0])
  const [before, after] = [take(3), take(2)]
  return [...before, text.replace(/[？?。.]*$/, language === 'zh' ? '。' : '.'), ...after].join(space)
}

/** Three of its longer words or pairs of characters, as one types into a search box. */
export function keywords(text, random) {
  const pattern = HAN.test(text) ? /\p{Script=Han}{2}|[\w.-]{3,}/gu : /[\w][\w.'-]{3,}/g
  const words = [...new Set(text.match(pattern) ?? [])]
  const positions = words.map((_, i) => i)
  while (positions.length > 3) positions.splice(random.int(0, positions.length - 1), 1)
  return positions.map(i => words[i]).join(' ') || text
}

/** The first sentence of a text and the rest of it; the rest is '' where there is one sentence. */
export function firstSentence(text) {
  const all = sentencesOf(text)
  return all.length < 2 ? [text, ''] : [all[0], all.slice(1).join('\n')]
}

/** About two thirds of its words, or of its pairs of characters. */
export function thinned(text, random) {
  const kept = pieces(text).filter(() => !random.chance(1 / 3))
  return kept.join('').trim() || text
}

/** One half of it. */
export function half(text, random) {
  const all = pieces(text)
  const middle = Math.ceil(all.length / 2)
  return (random.chance(0.5) ? all.slice(0, middle) : all.slice(-middle)).join('')
}

/** Its words, or stretches of up to four characters, in any order. */
export function mixed(text, random) {
  const words = text.match(HAN.test(text) ? /\p{Script=Han}{1,4}|[\w.-]+/gu : /\S+/g) ?? [text]
  for (let i = words.length - 1; i > 0; i--) {
    const j = random.int(0, i)
    const one = words[i]
    words[i] = words[j]
    words[j] = one
  }
  return words.join(' ')
}

/** A text cut after half of its sentences: both halves, the second '' where there is one sentence. */
export function withoutFirst(text) {
  const sentences = sentencesOf(text)
  if (sentences.length < 2) return [text, '']
  const middle = Math.ceil(sentences.length / 2)
  return [sentences.slice(0, middle).join('\n'), sentences.slice(middle).join('\n')]
}

/** The sentences of a text without its headings, addresses and whatever is hardly a sentence. */
function sentencesOf(text) {
  const plain = text
    .replace(/^## .*$/gm, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/https?:\S+/g, ' ')
  const pattern = HAN.test(plain) ? /[^。！？!?\n]+[。！？!?\n]?/g : /[^\n]+?(?:[.!?](?=\s)|\n|$)/g
  return (plain.match(pattern) ?? []).filter(one => (one.match(/\p{L}/gu)?.length ?? 0) >= 8)
}

function pieces(text) {
  return HAN.test(text)
    ? (text.match(/\p{Script=Han}{1,2}|[^\p{Script=Han}\s]+|\s+/gu) ?? [])
    : text.split(/(?<=\s)/)
}
