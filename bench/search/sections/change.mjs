import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateCase } from '../../library/library.mjs'
import { inTurn, median, peakOf, runNode } from '../measure.mjs'
import { CASECTL } from '../setup.mjs'

const SENTENCE = '\n补充：更换备用滤芯后复测正常。\n'

/** `casectl index` with nothing changed, and after one changed case each time; the files are put back. */
export function change({ root, seed, size }, runs) {
  runNode([CASECTL, 'index'], { cwd: root })
  const unchanged = inTurn({ none: [CASECTL, 'index'] }, { runs, cwd: root, peaks: false }).none
  const before = new Map()
  const all = []
  let peak
  for (let run = 0; run < runs; run++) {
    const { folder, file } = generateCase(seed, (run * 7919) % size, size)
    const path = join(root, folder, file)
    const text = readFileSync(path, 'utf8')
    before.set(path, before.get(path) ?? text)
    writeFileSync(path, text + SENTENCE)
    if (run === runs - 1) peak = peakOf([CASECTL, 'index'], { cwd: root })
    else all.push(runNode([CASECTL, 'index'], { cwd: root }).ms)
  }
  for (const [path, text] of before) writeFileSync(path, text)
  runNode([CASECTL, 'index'], { cwd: root })
  return {
    'no change': unchanged,
    'one case changed': { ms: median(all), worst: Math.max(...all), all, peak },
  }
}
