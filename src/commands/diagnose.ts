import type { Prompts } from '../io/prompts.js'
import { CasectlError } from '../lib/errors.js'
import { causeList } from '../report/causes.js'
import { WIDEST } from '../report/markdown.js'
import { diagnoseSymptoms } from '../workspace/answers.js'
import { type Command, type Context, envelope } from './context.js'
import { stepThrough } from './diagnose-steps.js'
import { type FilterOptions, filtersOf } from './filters.js'
import { sayOutdated } from './index-notes.js'
import { wholeNumber } from './numbers.js'

export interface DiagnoseOptions extends FilterOptions {
  readonly symptoms: readonly string[]
  readonly limit?: string
  readonly json?: boolean
}

const LIMIT = 10

/**
 * `casectl diagnose`: from symptoms to causes: step by step where a person can be asked, else as a
 * ranked list; exit 1 when no cause is known, or none was confirmed.
 */
export const diagnose: Command<DiagnoseOptions> = async (context, options) => {
  const { terminal, host, config } = context
  const limit = wholeNumber('limit', options.limit, 1) ?? LIMIT
  const filters = filtersOf(options)
  const asks = terminal.interactive && options.json !== true
  const prompts = asks ? await promptsFor(context) : undefined
  const symptoms = await readSymptoms(context, options.symptoms, prompts)
  const { causes, outdated } = await diagnoseSymptoms(host.cwd, {
    symptoms,
    limit,
    filters,
    ...(config === undefined ? {} : { config }),
  })
  if (options.json === true) {
    terminal.json(envelope('diagnose', { symptoms, causes, outdated }))
    return causes.length === 0 ? 1 : 0
  }
  sayOutdated(context, outdated)
  if (causes.length === 0) {
    terminal.say({
      en: 'No case like these symptoms names a cause. `casectl search` looks at every case.',
      zh: '与这些现象相近的案例都没有记录原因。可用 `casectl search` 检索全部案例。',
    })
    return 1
  }
  const view = { language: terminal.language, width: Math.min(WIDEST, terminal.width) }
  if (prompts !== undefined) return stepThrough(terminal, prompts, causes, view)
  terminal.out(causeList(causes, view))
  return 0
}

async function promptsFor({ host, terminal }: Context): Promise<Prompts> {
  const { openPrompts } = await import('../io/prompts.js')
  return openPrompts(host, terminal.language)
}

async function readSymptoms(
  { terminal }: Context,
  given: readonly string[],
  prompts: Prompts | undefined,
): Promise<readonly string[]> {
  const symptoms = given.filter(symptom => symptom.trim() !== '')
  if (symptoms.length > 0) return symptoms
  if (prompts === undefined) throw nothingAsked()
  const question = { en: 'What is wrong? What do you see?', zh: '出了什么问题？看到什么现象？' }
  return [await prompts.input(terminal.text(question), { required: true })]
}

function nothingAsked(): CasectlError {
  return new CasectlError(
    'usage',
    { en: 'There is no symptom to diagnose.', zh: '没有给出故障现象。' },
    {
      en: 'Give one or more: casectl diagnose "stops in the afternoon" E-1203',
      zh: '请给出一个或多个：casectl diagnose 下午停机 E-1203',
    },
  )
}
