import { CasectlError } from '../lib/errors.js'
import { languageOf } from '../lib/message.js'
import type { Config } from '../model/config.js'
import type { DatumType } from '../model/personal-data.js'
import { allowedData } from '../parse/allowed-data.js'
import { Masker } from '../privacy/mask.js'
import { TYPE_NAMES } from '../privacy/words.js'
import type { Context } from './context.js'

/** `--no-mask` and the word that it takes where nobody can be asked. */
export interface MaskOptions {
  readonly mask?: boolean
  readonly yes?: boolean
}

/** What a person typed, by field. */
type Typed = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * Masks what goes into a new case, before any of it is written, and says how many of which type.
 * With `--no-mask` it asks first.
 * @param language of the case, BCP 47
 * @throws CasectlError `usage` for `--no-mask` without `--yes` where nobody can be asked
 */
export async function maskTyped<T extends Typed>(
  context: Context,
  { privacy }: Config,
  language: string,
  typed: T,
  options: MaskOptions,
): Promise<T> {
  const { terminal } = context
  const { mask } = privacy
  const masker = new Masker({ language: languageOf(language) ?? 'en', mask, allowed: allowedData(privacy) })
  const counts = new Map<DatumType, number>()
  const maskOne = (text: string): string => {
    const masked = masker.mask(text)
    for (const [type, count] of masked.counts) counts.set(type, (counts.get(type) ?? 0) + count)
    return masked.text
  }
  const masked = Object.fromEntries(
    Object.entries(typed).map(([field, value]) => [
      field,
      typeof value === 'string' ? maskOne(value) : value?.map(maskOne),
    ]),
  ) as T
  if (counts.size === 0) return typed
  const found = listOf(counts)
  if (options.mask === false && (await mayStay(context, found, options))) return typed
  terminal.say({ en: 'Masked before writing: {list}.', zh: '写入前已打码：{listZh}。' }, found)
  return masked
}

/** Refuses `--no-mask` where it can neither ask nor was told: before anything is read. */
export function checkMaskOptions({ terminal }: Context, { mask, yes }: MaskOptions): void {
  if (mask !== false || yes === true || terminal.interactive) return
  throw new CasectlError(
    'usage',
    { en: '--no-mask asks, and nobody can be asked here.', zh: '--no-mask 需要确认，而此处无法询问。' },
    {
      en: 'Add --yes if personal data may go into the repository.',
      zh: '若确定可以把个人数据写入仓库，请加上 --yes。',
    },
  )
}

async function mayStay(
  { terminal, host }: Context,
  found: { list: string; listZh: string },
  { yes }: MaskOptions,
): Promise<boolean> {
  if (yes === true) return true
  const { openPrompts } = await import('../io/prompts.js')
  const question = terminal.text(
    {
      en: 'Personal data: {list}. Write it into the repository as it is?',
      zh: '含个人数据：{listZh}。确定原样写入仓库吗？',
    },
    found,
  )
  return (await openPrompts(host, terminal.language)).confirm(question, false)
}

function listOf(counts: ReadonlyMap<DatumType, number>): { list: string; listZh: string } {
  const all = [...counts]
  return {
    list: all.map(([type, count]) => `${TYPE_NAMES[type].en} × ${count}`).join(', '),
    listZh: all.map(([type, count]) => `${TYPE_NAMES[type].zh} ${count} 处`).join('、'),
  }
}
