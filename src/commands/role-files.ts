import type { Day } from '../lib/day.js'
import { languageOf } from '../lib/message.js'
import { codeowners, OWNER_MARKS, type OwnerFormat } from '../report/codeowners.js'
import { RACI_MARKS, raci } from '../report/raci.js'
import { ownersFile, ownersOf, pageFile, type RoleFile } from '../workspace/role-files.js'
import type { Workspace } from '../workspace/workspace.js'

/**
 * The code owners and the table of who does what, as they are and as the roles would have them.
 * @param day who reviews no more by then is left out
 * @param given the format of the code owners; by `forge` of the configuration otherwise
 * @throws CasectlError `marks`
 */
export async function roleFiles(workspace: Workspace, day: Day, given?: OwnerFormat): Promise<RoleFile[]> {
  const { config } = workspace
  const format = given ?? (config.forge === 'gitlab' ? 'gitlab' : 'github')
  const input = { config, ...(await ownersOf(workspace, day)) }
  const language = languageOf(config.languages[0]) ?? 'en'
  return [
    await ownersFile(workspace, format, codeowners(input, format), OWNER_MARKS),
    await pageFile(workspace, config.review.raci, raci(config.review, language), RACI_MARKS),
  ]
}
