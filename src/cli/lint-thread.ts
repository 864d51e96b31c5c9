/** The program of a thread that judges cases, out of the bundle that `casectl lint` runs from. */
import { join } from 'node:path'
import { codeCacheFolder, requireCached } from '../io/code-cache.js'
import { lintAtLength } from '../io/short-run.js'
import { MODULES } from './bundle-modules.js'

for (const name of MODULES.lintThread) require(name)
// Under the flags that the kept code was compiled with.
lintAtLength()
// What is kept, the process keeps: it judges too.
const { exports } = requireCached(join(__dirname, 'quick-lint.cjs'), require, codeCacheFolder(process.env))
;(exports as { serveLint(): Promise<void> }).serveLint()
