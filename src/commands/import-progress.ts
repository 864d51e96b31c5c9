import type { Terminal } from '../io/terminal.js'
import type { ImportProgress } from '../workspace/import-publish.js'
import { calmStatus } from './calm-status.js'

/** Shows how far an import is, at which rate, and how long it takes on. */
export function showImportProgress(terminal: Terminal): ImportProgress {
  const show = calmStatus(terminal)
  const began = new Map<string, { readonly at: number; readonly done: number }>()
  return (phase, done, total) => {
    const now = performance.now()
    const start = began.get(phase) ?? { at: now, done }
    began.set(phase, start)
    const rate = Math.round(((done - start.done) * 1000) / Math.max(1, now - start.at))
    if (total === undefined) show(DRAFTING, { done, rate })
    else {
      const left = rate === 0 ? 0 : Math.ceil((total - done) / rate)
      show(phase === 'drafting' ? DRAFTING_OF : WRITING, { done, total, rate, left })
    }
  }
}

const DRAFTING = {
  en: 'Drafting: {done} rows, {rate} a second',
  zh: '正在起草：{done} 行，每秒 {rate} 行',
} as const
const DRAFTING_OF = {
  en: 'Drafting: {done} of about {total} rows, {rate} a second, {left} s left',
  zh: '正在起草：{done} / 约 {total} 行，每秒 {rate} 行，约剩 {left} 秒',
} as const
const WRITING = {
  en: 'Writing: {done} of {total} files, {rate} a second, {left} s left',
  zh: '正在写入：{done} / {total} 个文件，每秒 {rate} 个，约剩 {left} 秒',
} as const
