import type { Terminal } from '../io/terminal.js'
import type { OnProgress } from '../workspace/index-progress.js'
import { calmStatus } from './calm-status.js'

/** Shows how far a build is. */
export function showIndexProgress(terminal: Terminal): OnProgress {
  const show = calmStatus(terminal)
  return ({ phase, done, total }) => show(PHASES[phase], { done, total })
}

const PHASES = {
  reading: { en: 'Reading cases: {done} of {total}', zh: '正在读取案例：{done} / {total}' },
  writing: { en: 'Writing the index of {total} cases', zh: '正在写入 {total} 个案例的索引' },
} as const
