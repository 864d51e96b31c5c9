import { CasectlError } from '../lib/errors.js'
import { planMerge as planCaseMerge } from '../life/merge.js'
import { planCaseMoves } from '../life/move.js'
import type { Rewrite } from '../life/rewrite.js'
import { planSupersede } from '../life/supersede.js'
import type { CaseId } from '../model/case-id.js'
import type { CarryRecord } from '../model/review.js'
import { planMerge } from '../taxonomy/merge.js'
import { planMove } from '../taxonomy/mv.js'
import { previewFixes } from './fix.js'
import { lifeSources } from './life-sources.js'
import { taxonomySources } from './taxonomy-sources.js'
import type { Workspace } from './workspace.js'

/** What a command comes to when it is run again, and the cases whose meaning it changes. */
export interface Replay extends Rewrite {
  readonly meant: readonly CaseId[]
}

/**
 * Runs a command of a carry-over on a library; nothing is written.
 * @param cases those that carry-overs of this command are about
 * @throws CasectlError whatever stands against it
 */
export async function replay(
  workspace: Workspace,
  { command, arguments: args }: Pick<CarryRecord, 'command' | 'arguments'>,
  cases: readonly CaseId[],
): Promise<Replay> {
  const arg = (name: string): string => args[name] ?? missing(name)
  switch (command) {
    case 'taxonomy mv': {
      const newId = args['new-id'] === undefined ? {} : { newId: args['new-id'] }
      const under = args['under'] === undefined ? {} : { under: args['under'] }
      const request = { facet: arg('facet'), term: arg('term'), ...newId, ...under }
      return plain(planMove(await taxonomySources(workspace), request))
    }
    case 'taxonomy merge': {
      const request = { facet: arg('facet'), term: arg('term'), into: arg('into') }
      return plain(planMerge(await taxonomySources(workspace), request))
    }
    case 'supersede':
      return plain(planSupersede(await lifeSources(workspace), arg('old'), arg('next')))
    case 'merge':
      return {
        ...plain(planCaseMerge(await lifeSources(workspace), arg('into'), arg('from'))),
        meant: [arg('into')],
      }
    case 'mv':
      return plain(planCaseMoves(await lifeSources(workspace), [{ id: arg('id'), to: arg('path') }]))
    case 'lifecycle apply': {
      const moves = Object.entries(args).map(([id, to]) => ({ id, to }))
      return plain(planCaseMoves(await lifeSources(workspace), moves))
    }
    case 'lint --fix':
      return fixes(workspace, cases)
  }
}

async function fixes(workspace: Workspace, cases: readonly CaseId[]): Promise<Replay> {
  const { byId } = await workspace.library()
  const paths = cases.flatMap(id => byId.get(id)?.map(({ path }) => path) ?? [])
  // What the cache holds may have come with what is judged; nothing is staged in a temporary folder.
  const { changes } = await previewFixes(workspace, paths, { cache: false }, {})
  return plain({ changes })
}

function plain({ changes, moves = [] }: Pick<Rewrite, 'changes'> & Partial<Rewrite>): Replay {
  return { changes, moves, meant: [] }
}

function missing(name: string): never {
  throw new CasectlError('usage', {
    en: `The argument ${name} is missing.`,
    zh: `缺少参数 ${name}。`,
  })
}
