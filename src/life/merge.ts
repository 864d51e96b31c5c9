import type { CaseId } from '../model/case-id.js'
import { renamedElsewhere } from './named-elsewhere.js'
import { caseOf, Edits, type LifeSources, type Rewrite } from './rewrite.js'
import { checkPair } from './supersede.js'

/**
 * Merges a case into another one: customer phrases, tags, references and relations of `from` go to
 * `into`, which goes back to review since it says more than was approved; `from` leads there. Whatever
 * was related to `from` is related to `into` from now on.
 * @throws CasectlError for whatever stands against it; nothing is written either way
 */
export function planMerge(sources: LifeSources, into: CaseId, from: CaseId): Rewrite {
  const { library } = sources
  const [kept, gone] = [caseOf(library, into), caseOf(library, from)]
  checkPair(gone.case, kept.case)
  const edits = new Edits(sources, {
    en: `add what ${from} has to ${into} and set superseded_by: ${into} in ${from}`,
    zh: `把 ${from} 的内容并入 ${into}，并在 ${from} 中设置 superseded_by: ${into}`,
  })
  const { id: keptId } = kept.case
  const { id: goneId, customerPhrases, tags, source } = gone.case
  const naming = edits.naming('related', goneId).filter(({ path }) => path !== kept.file.path)
  const others = new Set([...gone.case.related, ...naming.flatMap(file => file.case?.id ?? [])])
  for (const id of [keptId, goneId, ...kept.case.supersedes]) others.delete(id)
  edits.of(kept.file, edit => {
    edit.set('status', 'in-review')
    edit.add('customer_phrases', customerPhrases)
    edit.add('tags', tags)
    edit.add('refs', source?.refs ?? [], 'source')
    edit.remove('related', goneId)
    edit.add(
      'related',
      [...others].filter(id => edits.find(id) !== undefined),
    )
    edit.add('supersedes', [goneId])
  })
  for (const file of naming) edits.of(file, edit => edit.replace('related', goneId, keptId))
  edits.of(gone.file, edit => {
    edit.set('status', 'superseded')
    edit.set('superseded_by', keptId)
    for (const id of gone.case.related) edit.remove('related', id)
  })
  return { changes: [...edits.changes(), ...renamedElsewhere(sources, goneId, keptId)], moves: [] }
}
