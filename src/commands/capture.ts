import { relative, resolve } from 'node:path'
import { captureDraft } from '../draft/capture.js'
import { intakeFields } from '../draft/intake.js'
import { readStdin } from '../io/stdin.js'
import { dayOf } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import { drawCaseId } from '../model/case-id.js'
import { draftLanguage } from '../workspace/draft-language.js'
import { openTemplate } from '../workspace/templates.js'
import type { Workspace } from '../workspace/workspace.js'
import { type Command, type Context, envelope } from './context.js'
import { checkMaskOptions, type MaskOptions, maskTyped } from './masking.js'

export interface CaptureOptions extends MaskOptions {
  readonly category?: string
  readonly symptom?: string
  readonly tried?: string
  readonly customer?: string
  readonly language?: string
  readonly json?: boolean
}

type Answers = Pick<CaptureOptions, 'category' | 'symptom' | 'tried' | 'customer'>

/** `casectl capture`: a problem in four answers, as a draft in the inbox. Nothing typed is ever lost. */
export const capture: Command<CaptureOptions> = async (context, options) => {
  const { terminal, host } = context
  checkMaskOptions(context, options)
  let answers: Answers = await readSymptom(context, options)
  let text = ''
  try {
    const workspace = await context.openWorkspace()
    answers = await ask(context, workspace, answers)
    const typed = answers.symptom?.trim() ?? ''
    if (typed === '') throw missingSymptom()
    const library = await workspace.library()
    const language = draftLanguage(workspace.config, options.language, typed)
    const { category: term, ...words } = { ...answers, ...category(context, workspace, answers) }
    const texts = { symptom: typed, tried: words.tried, customer: words.customer }
    const draft = captureDraft({
      ...(await maskTyped(context, workspace.config, language, texts, options)),
      category: term,
      id: drawCaseId(workspace.config.idPrefix, id => library.byId.has(id), host.random),
      language,
      day: dayOf(host.now()),
      audience: workspace.config.defaultAudience,
      folder: workspace.config.folders.cases,
      template: await openTemplate(workspace, 'case', language),
    })
    text = draft.text
    await workspace.apply([{ path: draft.path, before: null, after: text }])
    if (options.json === true) terminal.json(envelope('capture', { path: draft.path }))
    else terminal.out(relative(host.cwd, resolve(workspace.root, draft.path)))
    return 0
  } catch (error) {
    rescue(context, answers, text)
    throw error
  }
}

/** The symptom from stdin, where `--symptom -` says so or text is piped in and no option gives one. */
async function readSymptom({ terminal, host }: Context, options: CaptureOptions): Promise<Answers> {
  const piped =
    options.symptom === '-' ||
    (options.symptom === undefined && !terminal.interactive && host.stdin.isTTY !== true)
  if (!piped) return options
  const symptom = await readStdin(host.stdin)
  return { ...options, symptom }
}

async function ask({ terminal, host }: Context, { taxonomy }: Workspace, given: Answers): Promise<Answers> {
  if (!terminal.interactive) return given
  const { openPrompts } = await import('../io/prompts.js')
  const prompts = await openPrompts(host, terminal.language)
  const answers: Record<string, string | undefined> = { ...given }
  for (const { id, label, required, input, options } of intakeFields(taxonomy)) {
    if (answers[id] !== undefined) continue
    const message = terminal.text(label)
    const names = options.map(({ value, label: name }) => ({ value, name: terminal.text(name) }))
    answers[id] =
      input === 'choice'
        ? await prompts.select(message, names)
        : await prompts.input(`${message}:`, { required })
  }
  return answers
}

/** The term that was meant. An unknown one is kept among the words on the customer: a capture must not fail on a word. */
function category(
  { terminal }: Context,
  { taxonomy }: Workspace,
  { category: typed, customer }: Answers,
): { category?: string | undefined; customer?: string | undefined } {
  if (typed === undefined) return {}
  const found = taxonomy.resolve('category', typed)
  if (found.kind !== 'unknown') return { category: found.term.id }
  const args = { typed, nearest: found.nearest.join(', ') || '-' }
  terminal.say(
    {
      en: 'The library knows no category "{typed}" (nearest: {nearest}); it was left open.',
      zh: '分类体系中没有“{typed}”（最接近：{nearest}），已留空。',
    },
    args,
  )
  return { category: undefined, customer: [customer, typed].filter(Boolean).join('\n\n') }
}

function rescue({ terminal }: Context, answers: Answers, text: string): void {
  const { category: term, symptom, tried, customer } = answers
  const typed = text !== '' ? text : [term, symptom, tried, customer].filter(Boolean).join('\n\n')
  if (typed.trim() === '') return
  terminal.raw(typed.endsWith('\n') ? typed : `${typed}\n`)
  terminal.say({
    en: 'Nothing was saved; what you typed is above.',
    zh: '没有保存；您输入的内容已输出在上面。',
  })
}

function missingSymptom(): CasectlError {
  return new CasectlError(
    'missing',
    { en: 'A symptom is missing.', zh: '缺少故障现象。' },
    { en: 'Give --symptom TEXT, or pipe it in.', zh: '请用 --symptom 给出，或通过管道输入。' },
  )
}
