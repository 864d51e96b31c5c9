import { idKey, type Source } from './sources.js'

/** What becomes of a case: it comes (no `before`), leaves (no `after`) or is another one now. */
export interface CaseChange {
  readonly before?: Source
  readonly after?: Source
}

/**
 * The changes of the cases with the given ids. Of several files with one id the first by path is in
 * the index; when it goes, the next takes its place.
 * @param renewed keys of ids whose case is to be written anew though its file is the same
 */
export function changesOf(
  before: readonly Source[],
  after: readonly Source[],
  touched: ReadonlySet<string>,
  renewed: ReadonlySet<string>,
): CaseChange[] {
  const keys = new Set([...touched, ...renewed])
  const [old, now] = [ownersOf(before, keys), ownersOf(after, keys)]
  const changes: CaseChange[] = []
  for (const key of keys) {
    const [was, is] = [old.get(key), now.get(key)]
    const same = was?.path === is?.path && was?.hash === is?.hash
    if (same && !(is !== undefined && renewed.has(key))) continue
    changes.push({
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
    })
  }
  return changes
}

function ownersOf(files: readonly Source[], keys: ReadonlySet<string>): Map<string, Source> {
  const owners = new Map<string, Source>()
  for (const file of files) {
    const key = idKey(file.id)
    if (key !== '' && keys.has(key) && !owners.has(key)) owners.set(key, file)
  }
  return owners
}
