import { CasectlError } from '../../lib/errors.js'
import { fill, type Message } from '../../lib/message.js'
import { isCurrent, type RoleFile, writeRoleFile } from '../role-files.js'
import { type Healthy, type LibraryRepair, NOTHING, type RepairPlan } from './repair.js'

/** Brings the generated part of the code owners, and of the table of roles, up to date; none is put where none was. */
export const codeOwners: LibraryRepair = {
  needs: 'library',
  name: 'code-owners',
  summary: {
    en: 'bring the code owners in line with the roles',
    zh: '使代码所有者与角色设置一致',
  },
  async plan(patient) {
    if (patient.workspace.config.review.roles.size === 0) return NOTHING
    try {
      return planOf(patient, await patient.roleFiles(patient.workspace))
    } catch (error) {
      if (!(error instanceof CasectlError) || error.code !== 'marks') throw error
      return { ...NOTHING, left: [error.text] }
    }
  },
}

function planOf({ root, workspace }: Healthy, files: readonly RoleFile[]): RepairPlan {
  const there = files.filter(({ change }) => change.before !== null && !isCurrent({ folder: root, change }))
  const [inside, around] = [true, false].map(own => there.filter(({ folder }) => (folder === root) === own))
  return {
    changes: (inside ?? []).map(({ change }) => change),
    steps: (around ?? []).map(({ change }) => fill(WRITE, { path: change.path })),
    left: files.flatMap(({ change }) => (change.before === null ? [fill(NONE, { path: change.path })] : [])),
    act: async () => {
      for (const file of around ?? []) await writeRoleFile(workspace, file)
    },
  }
}

const WRITE: Message = {
  en: 'Write the generated part of {path} in the folder of the repository.',
  zh: '更新仓库目录下 {path} 的生成部分。',
}
const NONE: Message = {
  en: 'There is no {path}: whether the forge is told who reviews is for you to say (`casectl roles sync`).',
  zh: '没有 {path}：是否把评审人告知代码托管平台由你决定（`casectl roles sync`）。',
}
