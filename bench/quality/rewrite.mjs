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
  const plain = text
    .replace(/^## .*$/gm, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/https?:\S+/g, ' ')
  const pattern = HAN.test(plain) ? /[^。！？!?\n]+[。！？!?\n]?/g : /[^\n]+?(?:[.!?](?=\s)|\n|$)/g
  const sentences = (plain.match(pattern) ?? []).filter(one => (one.match(/\p{L}/gu)?.length ?? 0) >= 8)
  if (sentences.length < 2) return [text, '']
  const middle = Math.ceil(sentences.length / 2)
  return [sentences.slice(0, middle).join('\n'), sentences.slice(middle).join('\n')]
}

function pieces(text) {
  return HAN.test(text)
    ? (text.match(/\p{Script=Han}{1,2}|[^\p{Script=Han}\s]+|\s+/gu) ?? [])
    : text.split(/(?<=\s)/)
}
