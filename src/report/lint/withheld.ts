import type { RepoPath } from '../../model/case.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import type { LintResult } from '../../rules/run.js'
import { ValueFinder } from './value-finder.js'

/** The rule whose places hold what no report may repeat. */
const PERSONAL = 'personal-data'

/** What stands for a value in the message of another rule. */
const WITHHELD = '[…]'

/**
 * The personal data of a run by file, as they are written there: for rules that know nothing of
 * them quote what they find. Give all that was found, reported or not.
 */
export function personalValues(
  { diagnostics, suppressed }: Pick<LintResult, 'diagnostics' | 'suppressed'>,
  textOf: (path: RepoPath) => string | undefined,
): ReadonlyMap<RepoPath, readonly string[]> {
  const values = new Map<RepoPath, Set<string>>()
  for (const { rule, path, at } of [...diagnostics, ...suppressed]) {
    if (rule !== PERSONAL || at === undefined) continue
    const value = textOf(path)?.slice(at.start, at.end).trim() ?? ''
    if (value.length > 1) values.set(path, (values.get(path) ?? new Set()).add(value))
  }
  return new Map([...values].map(([path, own]) => [path, [...own]]))
}

/** The result with these values taken out of messages and arguments; a fix that writes one is left out. */
export function withoutValues<R extends LintResult>(
  result: R,
  values: ReadonlyMap<RepoPath, readonly string[]>,
): R {
  if (values.size === 0) return result
  const finders = new Map([...values].map(([path, own]) => [path, new ValueFinder(own)]))
  const clean = <D extends Diagnostic>(found: D): D => {
    const own = finders.get(found.path)
    return own === undefined ? found : cleaned(found, own)
  }
  return { ...result, diagnostics: result.diagnostics.map(clean), suppressed: result.suppressed.map(clean) }
}

function cleaned<D extends Diagnostic>(found: D, values: ValueFinder): D {
  const clean = (text: string): string => values.replace(text, WITHHELD)
  const { message, args, fix, ...rest } = found
  const writes = fix?.some(({ text }) => values.isIn(text)) === true
  return {
    ...(rest as D),
    message: { en: clean(message.en), zh: clean(message.zh) },
    args: Object.fromEntries(
      Object.entries(args).map(([name, value]) => [name, typeof value === 'string' ? clean(value) : value]),
    ),
    ...(fix === undefined || writes ? {} : { fix }),
  }
}
