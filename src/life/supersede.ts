import { CasectlError } from '../lib/errors.js'
import type { Case } from '../model/case.js'
import type { CaseId } from '../model/case-id.js'
import { mayBecome } from '../review/transitions.js'
import { renamedElsewhere } from './named-elsewhere.js'
import { caseOf, Edits, type LifeSources, type Rewrite } from './rewrite.js'

/**
 * Puts one case in the place of another: the old one leads to the new one, and the new one says so.
 * What names the old one still finds it, and through it the new one; gold queries and synonyms name
 * the new one from now on.
 * @throws CasectlError for whatever stands against it; nothing is written either way
 */
export function planSupersede(sources: LifeSources, old: CaseId, next: CaseId): Rewrite {
  const { library } = sources
  const [former, successor] = [caseOf(library, old), caseOf(library, next)]
  checkPair(former.case, successor.case)
  const edits = new Edits(sources, {
    en: `set status: superseded and superseded_by: ${next} in ${old}, and add ${old} to supersedes in ${next}`,
    zh: `在 ${old} 中设置 status: superseded 和 superseded_by: ${next}，并在 ${next} 的 supersedes 中加入 ${old}`,
  })
  edits.of(former.file, edit => {
    edit.set('status', 'superseded')
    edit.set('superseded_by', successor.case.id)
    edit.remove('related', successor.case.id)
  })
  edits.of(successor.file, edit => {
    edit.add('supersedes', [former.case.id])
    edit.remove('related', former.case.id)
  })
  const elsewhere = renamedElsewhere(sources, former.case.id, successor.case.id)
  return { changes: [...edits.changes(), ...elsewhere], moves: [] }
}

/**
 * Whether one case may take the place of another.
 * @throws CasectlError `usage`, `superseded`, `status`
 */
export function checkPair(former: Case, successor: Case): void {
  const { id: old } = former
  const { id: next } = successor
  if (old === next) {
    throw new CasectlError('usage', {
      en: `${old} cannot take its own place.`,
      zh: `${old} 不能取代自身。`,
    })
  }
  if (former.status === 'superseded') {
    const by = former.supersededBy ?? '?'
    throw new CasectlError(
      'superseded',
      { en: `${old} is superseded by ${by} already.`, zh: `${old} 已被 ${by} 取代。` },
      {
        en: `To go on from there: \`casectl supersede ${by} ${next}\``,
        zh: `如需继续：\`casectl supersede ${by} ${next}\``,
      },
    )
  }
  if (!mayBecome(former.status, 'superseded')) throw notFrom(former)
  if (!IN_FORCE.has(successor.status)) throw notInForce(successor)
  if (former.supersedes.includes(next)) {
    throw new CasectlError('superseded', {
      en: `${old} supersedes ${next}: only one can take the place of the other.`,
      zh: `${old} 已取代 ${next}：两者只能由一个取代另一个。`,
    })
  }
}

/** What readers may be led to: in force, or about to be. */
const IN_FORCE: ReadonlySet<string> = new Set(['in-review', 'published', 'needs-review'])

function notFrom({ id, status }: Case): CasectlError {
  return new CasectlError(
    'status',
    {
      en: `${id} is ${status}; only a case in force (published, needs-review) is superseded.`,
      zh: `${id} 的状态是 ${status}；只有有效的案例（published、needs-review）可以被取代。`,
    },
    {
      en: 'A draft is removed or withdrawn; an archived case is found after all others as it is.',
      zh: '草稿可以删除或撤回；已归档的案例本来就排在最后。',
    },
  )
}

function notInForce({ id, status }: Case): CasectlError {
  return new CasectlError(
    'status',
    {
      en: `${id} is ${status}: readers would be led to a case that is not in force.`,
      zh: `${id} 的状态是 ${status}：读者会被带到未生效的案例。`,
    },
    { en: 'Bring it into review first.', zh: '请先让它进入评审。' },
  )
}
