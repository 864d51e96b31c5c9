import { readManifestText } from '../io/index-storage.js'
import type { Case } from '../model/case.js'
import type { NearCase } from '../search/near-case.js'
import { recommendCases, relatedCases } from './answers.js'
import type { Workspace } from './workspace.js'

/** How many of the nearest cases are named to those who judge one. */
const NEAREST = 5

/** The cases nearest to a case by the index; undefined where nobody has built an index yet. */
export async function nearestTo(workspace: Workspace, found: Case): Promise<readonly NearCase[] | undefined> {
  const { root, configFile: config } = workspace
  if (readManifestText(root) === undefined) return undefined
  const { threshold } = workspace.config.related
  const { cases } = await relatedCases(root, { id: found.id, threshold, limit: NEAREST, config })
  if (cases !== undefined) return cases.filter(one => one.near)
  // An index that is older than the case knows it by its words alone.
  const parts = [
    { text: found.title, weight: 2 },
    { text: found.body.text, weight: 1 },
  ]
  const answer = await recommendCases(root, { parts, threshold, limit: NEAREST, config })
  return answer.cases.filter(({ score }) => score >= threshold)
}
