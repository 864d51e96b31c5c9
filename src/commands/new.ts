import { relative, resolve } from 'node:path'
import { draftCase } from '../draft/draft-case.js'
import { openEditor } from '../io/editor.js'
import { readTextInput } from '../io/stdin.js'
import { dayOf } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import { resolveFilters } from '../library/filter.js'
import type { RepoPath } from '../model/case.js'
import { type CaseId, drawCaseId } from '../model/case-id.js'
import type { Taxonomy } from '../model/taxonomy.js'
import { similarTable } from '../report/similar.js'
import { draftLanguage } from '../workspace/draft-language.js'
import { similarCases } from '../workspace/similar.js'
import { openTemplate } from '../workspace/templates.js'
import { type Command, type Context, type ExitCode, envelope } from './context.js'
import { checkMaskOptions, type MaskOptions, maskTyped } from './masking.js'
import { askForDraft, type NewAnswers } from './new-questions.js'

export interface NewOptions extends NewAnswers, MaskOptions {
  readonly titleArgument?: string
  readonly faultType?: string
  readonly urgency?: string
  readonly language?: string
  readonly problem?: string
  readonly errorCode?: readonly string[]
  readonly tag?: readonly string[]
  readonly from?: string
  readonly edit?: boolean
  readonly json?: boolean
}

/** `casectl new`: a draft from a template, after a look at what exists already. */
export const newCase: Command<NewOptions> = async (context, given) => {
  const { terminal, host } = context
  checkMaskOptions(context, given)
  const workspace = await context.openWorkspace()
  const from = given.from === undefined ? undefined : await readTextInput(host, given.from)
  const options = await askForDraft(context, workspace.taxonomy, { ...given, ...titleOf(given) })
  const typed = textsOf(options, from)
  if (typed.title === '') throw missingTitle()
  const language = draftLanguage(workspace.config, given.language, `${typed.title}${typed.problem}`)
  const texts = await maskTyped(context, workspace.config, language, typed, given)
  const terms = resolveTerms(options, workspace.taxonomy)
  const similar = await similarCases(workspace, [texts.title, texts.problem, texts.symptoms].join('\n'))
  if (similar.length > 0) terminal.complain(similarTable(similar, terminal))
  if (!(await goOn(context, similar.length))) return 1

  const library = await workspace.library()
  const kind = options.kind ?? 'case'
  const id = drawCaseId(workspace.config.idPrefix, taken => library.byId.has(taken), host.random)
  const draft = draftCase({
    ...terms,
    ...texts,
    kind,
    id,
    language,
    day: dayOf(host.now()),
    audience: workspace.config.defaultAudience,
    customerPhrases: [],
    folder: workspace.config.folders.cases,
    template: await openTemplate(workspace, kind, language),
  })
  await workspace.apply([{ path: draft.path, before: null, after: draft.text }])
  const full = resolve(workspace.root, draft.path)
  if (given.edit === true) await openEditor(host, full)
  return tell(context, { id, path: draft.path, shown: relative(host.cwd, full), json: given.json === true })
}

function titleOf({ title, titleArgument }: NewOptions): { title?: string } {
  const found = title ?? titleArgument
  return found === undefined ? {} : { title: found }
}

/** What goes into the case in the words of whoever typed it. */
function textsOf(options: NewOptions, from: string | undefined) {
  return {
    title: options.title?.trim() ?? '',
    problem: [options.problem, from].filter(text => text !== undefined).join('\n\n'),
    symptoms: options.symptoms,
    errorCodes: options.errorCode ?? [],
    tags: options.tag ?? [],
  }
}

function resolveTerms(options: NewOptions, taxonomy: Taxonomy) {
  const { product, module, problemType, faultType, urgency } = options
  const typed = { product, module, 'problem-type': problemType, 'fault-type': faultType, urgency }
  const given = Object.entries(typed).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, [value]]],
  )
  const terms = resolveFilters(Object.fromEntries(given), taxonomy)
  return {
    product: terms['product']?.[0],
    module: terms['module']?.[0],
    category: terms['problem-type']?.[0],
    faultType: terms['fault-type']?.[0],
    urgency: terms['urgency']?.[0],
  }
}

async function goOn({ terminal, host }: Context, similar: number): Promise<boolean> {
  if (similar === 0 || !terminal.interactive) return true
  const { openPrompts } = await import('../io/prompts.js')
  const question = { en: 'Draft a new case all the same?', zh: '仍要新建案例吗？' }
  return (await openPrompts(host, terminal.language)).confirm(terminal.text(question), true)
}

function tell(
  { terminal }: Context,
  { id, path, shown, json }: { id: CaseId; path: RepoPath; shown: string; json: boolean },
): ExitCode {
  if (json) terminal.json(envelope('new', { id, path }))
  else terminal.out(shown)
  terminal.say(
    {
      en: 'Drafted {id}. Fill in the sections, then run `casectl lint`.',
      zh: '已起草 {id}。填写各章节后运行 `casectl lint`。',
    },
    { id },
  )
  return 0
}

function missingTitle(): CasectlError {
  return new CasectlError(
    'missing',
    { en: 'A title is missing.', zh: '缺少标题。' },
    {
      en: 'Give one: casectl new "Home router W-104 drops at night"',
      zh: '请给出标题：casectl new "家用路由器 W-104 夜间掉线"',
    },
  )
}
