import type { Message } from '../../lib/message.js'
import { RULES } from '../../rules/index.js'
import { previewFixes } from '../fix.js'
import type { LibraryRepair } from './repair.js'

/** A repair that is what one rule of lint can fix; what it finds and cannot is left to people. */
export function byRule(name: string, rule: string, summary: Message): LibraryRepair {
  const overrides = new Map(
    RULES.map(({ id }) => [id, id === rule ? ('warning' as const) : ('off' as const)]),
  )
  return {
    name,
    needs: 'library',
    summary,
    async plan({ workspace, host }) {
      const { changes, unfixed, run } = await previewFixes(
        workspace,
        [],
        { overrides, cache: false },
        host.env,
      )
      const found = run.diagnostics.filter(diagnostic => diagnostic.rule === rule)
      const left = found.map(({ path, at, message }): Message => {
        const place = at === undefined ? path : `${path}:${at.line}`
        return { en: `${place}: ${message.en}`, zh: `${place}：${message.zh}` }
      })
      return { changes, steps: [], left: [...unfixed.map(({ path }) => notFixed(path)), ...left] }
    },
  }
}

function notFixed(path: string): Message {
  return {
    en: `${path} is half staged in git, or its fixes do not settle: mend it by hand.`,
    zh: `${path} 在 git 中只暂存了一部分，或修复互相抵消：请手动处理。`,
  }
}
