import { basename, relative, resolve } from 'node:path'
import { CONFIG_NAMES } from '../io/find-root.js'
import { findRepository, initRepository } from '../io/git.js'
import { packageVersion, readPackageFolder } from '../io/package-files.js'
import { treeOf } from '../io/tree.js'
import { writeNewFiles } from '../io/write-new.js'
import { dayOf } from '../lib/day.js'
import { CasectlError } from '../lib/errors.js'
import { style } from '../lib/style.js'
import type { RepoPath } from '../model/case.js'
import { drawCaseId } from '../model/case-id.js'
import { isLanguageTag } from '../parse/language-tag.js'
import { scaffold } from '../scaffold/scaffold.js'
import { type Command, type Context, envelope } from './context.js'
import { askForLibrary, type InitOptions } from './init-questions.js'

/** `casectl init`: the files of a new library; what is there already stays as it is. */
export const init: Command<InitOptions> = async (context, given) => {
  const { terminal, host } = context
  const root = resolve(host.cwd, given.dir ?? '.')
  const options = await askForLibrary(context, given)
  const idPrefix = checkPrefix(options.prefix ?? 'CASE')
  const files = scaffold(
    {
      name: options.name ?? basename(root),
      languages: checkLanguages(options.languages ?? 'zh-CN,en'),
      products: options.product ?? [],
      idPrefix,
      audience: options.audience ?? 'internal',
      forge: options.forge ?? forgeByFiles(root) ?? 'both',
      exampleId: drawCaseId(idPrefix, () => false, host.random),
      day: dayOf(host.now()),
      version: await packageVersion(),
    },
    await readPackageFolder('templates'),
  )
  const { written, kept } = await writeNewFiles(root, isLibrary(root) ? withoutCases(files) : files)
  const repository = await findRepository(root)
  if (repository === undefined) await initRepository(root, host.env)
  if (options.json === true)
    terminal.json(envelope('init', { root, written, kept, git: repository === undefined }))
  else tell(context, { root, written, kept, git: repository === undefined })
  return 0
}

function isLibrary(root: string): boolean {
  const tree = treeOf(root)
  return CONFIG_NAMES.some(name => tree(name) !== undefined)
}

/** A library that is there has cases of its own: the example would come again with each run. */
function withoutCases(files: ReadonlyMap<RepoPath, string>): ReadonlyMap<RepoPath, string> {
  return new Map([...files].filter(([path]) => !path.startsWith('cases/')))
}

/** The forge of a library that has the files of one of them: those of the other are not wanted there. */
function forgeByFiles(root: string): InitOptions['forge'] {
  const tree = treeOf(root)
  const [github, gitlab] = ['.github', '.gitlab-ci.yml'].map(path => tree(path) !== undefined)
  if (!isLibrary(root) || github === gitlab) return undefined
  return github ? 'github' : 'gitlab'
}

interface Outcome {
  readonly root: string
  readonly written: readonly string[]
  readonly kept: readonly string[]
  readonly git: boolean
}

function tell({ terminal, host }: Context, { root, written, kept, git }: Outcome): void {
  for (const path of written) terminal.out(`  ${style.green('+')} ${path}`)
  for (const path of kept) {
    terminal.out(
      `  ${style.dim('=')} ${path}  ${style.dim(terminal.text({ en: 'kept as it is', zh: '已存在，保持不变' }))}`,
    )
  }
  if (git)
    terminal.say({ en: 'Made a git repository here (git init).', zh: '已在此建立 git 仓库（git init）。' })
  terminal.say(IDENTITY)
  const folder = relative(host.cwd, root)
  const cd = folder === '' ? '' : `cd ${folder} && `
  terminal.say(
    { en: 'Next: {cd}casectl lint, then casectl new', zh: '下一步：{cd}casectl lint，然后 casectl new' },
    { cd },
  )
}

const IDENTITY = {
  en: 'Reviews: the author of a commit is a claim that anyone can write; a signature is a proof (review.identity in casectl.config.yml).',
  zh: '评审身份：提交作者只是任何人都能写的声明，签名才是证明（见 casectl.config.yml 的 review.identity）。',
} as const

function checkPrefix(prefix: string): string {
  if (/^[A-Z][A-Z0-9]{0,15}$/.test(prefix)) return prefix
  throw new CasectlError('usage', {
    en: `--prefix takes up to 16 capital letters and digits, not "${prefix}".`,
    zh: `--prefix 需要不超过 16 个大写字母和数字，而不是“${prefix}”。`,
  })
}

function checkLanguages(list: string): string[] {
  const tags = list.split(/[,，\s]+/).filter(tag => tag !== '')
  const wrong = tags.find(tag => !isLanguageTag(tag))
  if (tags.length > 0 && wrong === undefined) return [...new Set(tags)]
  throw new CasectlError('usage', {
    en: `--languages takes tags such as zh-CN,en, not "${wrong ?? list}".`,
    zh: `--languages 需要 zh-CN,en 这样的语言标签，而不是“${wrong ?? list}”。`,
  })
}
