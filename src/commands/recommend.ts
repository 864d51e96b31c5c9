import { readTextInput } from '../io/stdin.js'
import { CasectlError } from '../lib/errors.js'
import { readTicket, type Ticket } from '../parse/read-ticket.js'
import { recommendationJson, recommendationText } from '../report/recommendation.js'
import type { TextPart } from '../search/said.js'
import { recommendCases } from '../workspace/answers.js'
import { type Command, type Context, envelope } from './context.js'
import { type FilterOptions, filtersOf } from './filters.js'
import { sayOutdated } from './index-notes.js'
import { wholeNumber } from './numbers.js'
import { thresholdFor } from './threshold.js'

export interface RecommendOptions extends FilterOptions {
  readonly words: readonly string[]
  readonly text?: string
  readonly file?: string
  readonly threshold?: string
  readonly limit?: string
  readonly json?: boolean
}

const LIMIT = 5

/** `casectl recommend`: the cases that a ticket or message is likely about; exit 1 when none is. */
export const recommend: Command<RecommendOptions> = async (context, options) => {
  const { terminal, host, config } = context
  const limit = wholeNumber('limit', options.limit, 1) ?? LIMIT
  const filters = filtersOf(options)
  const parts = await readParts(context, options)
  const threshold = await thresholdFor(context, options.threshold)
  const result = await recommendCases(host.cwd, {
    parts,
    threshold,
    limit,
    filters,
    ...(config === undefined ? {} : { config }),
  })
  const code = result.cases.some(found => found.likely) ? 0 : 1
  if (options.json === true) {
    terminal.json(envelope('recommend', { ...recommendationJson(result), outdated: result.outdated }))
    return code
  }
  sayOutdated(context, result.outdated)
  if (result.cases.length > 0) terminal.out(recommendationText(result, result.taxonomy, terminal))
  if (code === 1) {
    terminal.say({
      en: 'No case is likely. `casectl search` finds cases by words, `casectl capture` takes the problem in.',
      zh: '没有足够相近的案例。可用 `casectl search` 按词语检索，或用 `casectl capture` 收集该问题。',
    })
  }
  return code
}

/** What the ticket says: from `--text`, the words, a file, or stdin for `-`. */
async function readParts({ host }: Context, options: RecommendOptions): Promise<TextPart[]> {
  const piped = options.words.length === 1 && options.words[0] === '-'
  const words = piped ? '' : options.words.join(' ')
  const given = [options.text, options.file, words === '' ? undefined : words, piped ? '-' : undefined]
  const [source, ...others] = given.filter(one => one !== undefined)
  if (source === undefined || source.trim() === '') throw nothingAsked()
  if (others.length > 0) throw tooMuchAsked()
  const file = options.file ?? (piped ? '-' : undefined)
  const text = file === undefined ? source : await readTextInput(host, file)
  if (file !== undefined && isTicket(file, text)) return partsOf(readTicket(text, file))
  if (text.trim() === '') throw nothingAsked()
  return [{ text, weight: 1 }]
}

function isTicket(file: string, text: string): boolean {
  return file.toLowerCase().endsWith('.json') || /^\ufeff?\s*\{/.test(text)
}

/** A title says the matter in few words, and who fills in a code field means the code. */
function partsOf({ titles, texts, comments, codes, facts }: Ticket): TextPart[] {
  const weighed = (texts: readonly string[], weight: number): TextPart[] =>
    texts.map(text => ({ text, weight }))
  return [
    ...weighed(titles, 2),
    ...weighed(codes, 2),
    ...weighed(texts, 1),
    ...weighed(facts, 1),
    ...weighed(comments, 0.5),
  ]
}

function nothingAsked(): CasectlError {
  return new CasectlError(
    'usage',
    { en: 'There is no text to recommend cases for.', zh: '没有可用于推荐的文本。' },
    {
      en: 'Give --text TEXT, --file ticket.json, or - for stdin.',
      zh: '请用 --text 或 --file ticket.json 给出，或用 - 从标准输入读取。',
    },
  )
}

function tooMuchAsked(): CasectlError {
  return new CasectlError('usage', {
    en: 'Give the text in one way: as words, with --text, with --file, or with -.',
    zh: '文本只能用一种方式给出：直接写出、--text、--file 或 -。',
  })
}
