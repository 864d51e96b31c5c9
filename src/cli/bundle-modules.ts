/**
 * The modules of Node that the bundles load. Node's own compiled code is taken only under the flags
 * that it was compiled with, so these are loaded before one is set.
 */
const JUDGING = ['node:zlib', 'node:crypto', 'node:fs/promises', 'node:timers/promises', 'node:perf_hooks']
export const MODULES = {
  search: ['node:zlib'],
  index: ['node:zlib', 'node:crypto', 'node:fs/promises', 'node:timers/promises', 'node:net'],
  lint: [...JUDGING, 'node:os', 'node:tty'],
  lintThread: JUDGING,
}
