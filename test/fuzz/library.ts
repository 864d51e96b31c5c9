import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Cases of the sample library that are mutated. */
const SAMPLES = [
  'cases/air-compressor/CASE-FEPTA-e-1203-blocked-cooler.md',
  'cases/home-router/CASE-HQM03-manual-firmware-upgrade-and-rescue.md',
  'cases/home-router/CASE-PCWSH-路由器-PPPoE-691-账号绑定旧MAC.md',
  'cases/pos-terminal/CASE-YVZF8-超时后能否再收一次.md',
]
/** Those that stand beside a mutated case as they are. */
const NEIGHBOURS = SAMPLES.slice(0, 2)

/**
 * Writes a library of a few sound cases, and beside it files that nothing may touch.
 * @param sample the folder of the sample library
 * @returns the library's folder and the texts of its cases
 */
export function writeFuzzLibrary(sample: string, folder: string): { root: string; texts: string[] } {
  const root = join(folder, 'library')
  for (const path of ['casectl.config.yml', 'taxonomy.yml', ...NEIGHBOURS]) {
    cpSync(join(sample, path), join(root, path))
  }
  mkdirSync(join(folder, 'beyond'))
  writeFileSync(join(folder, 'beyond/untouched.md'), 'untouched\n')
  return { root, texts: SAMPLES.map(path => readFileSync(join(sample, path), 'utf8')) }
}
