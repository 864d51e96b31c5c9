import type { Terminal } from '../io/terminal.js'
import type { OnProgress } from '../workspace/index-progress.js'

/** Work shorter than this shows nothing, and longer work no more often, in milliseconds. */
const PATIENCE = 1000
const PACE = 200

/** Shows how far a build is, calmly, where there is a screen. */
export function showIndexProgress(terminal: Terminal): OnProgress {
  const start = performance.now()
  let last = start + PATIENCE - PACE
  return ({ phase, done, total }) => {
    const now = performance.now()
    if (now - last < PACE) return
    last = now
    terminal.status(PHASES[phase], { done, total })
  }
}

const PHASES = {
  reading: { en: 'Reading cases: {done} of {total}', zh: '正在读取案例：{done} / {total}' },
  writing: { en: 'Writing the index of {total} cases', zh: '正在写入 {total} 个案例的索引' },
} as const
