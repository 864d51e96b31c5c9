import { setFlagsFromString } from 'node:v8'

/** Bytes of bytecode that a function runs through before V8 of Node 20 thinks of optimising it. */
const USUAL = 67_584
const LATE = 1_000_000

/**
 * Has V8 optimise only what runs for long, till `optimiseAsUsual`. Of a search of a tenth of a second
 * a sixth goes into optimised code that hardly runs before the answer stands; where loops are long,
 * as at 100,000 cases, they are still optimised. Called before anything of ours is loaded, so that
 * nothing runs under two rules; versions of Node that count in another way are left alone.
 */
export function optimiseLate(): void {
  set(LATE)
}

/** For the whole program, which may have minutes of work before it. */
export function optimiseAsUsual(): void {
  set(USUAL)
}

function set(budget: number): void {
  if (process.versions.node.startsWith('20.')) setFlagsFromString(`--interrupt-budget=${budget}`)
}

/**
 * Has V8 copy no functions into those that it optimises, and keep the code that it compiled. `lint` runs
 * much code for a few seconds, in two threads that each optimise it, and the larger pieces do not run
 * faster for it: 1,000 cases take 1.3 s of processor time instead of 1.6, 10,000 5.7 instead of 6.5,
 * 100,000 no more than before. What has not run for long would be thrown away, and miss in the code that
 * is kept for the next run.
 */
export function lintAtLength(): void {
  flushCode(false)
  if (isNode20) setFlagsFromString('--max-inlined-bytecode-size-cumulative=0')
  collectEarly(60)
  collectAside(false)
}

/** While a thread starts: Node's own compiled code holds only under the flags that it was built with. */
export function lintAsUsual(): void {
  flushCode(true)
  if (isNode20) setFlagsFromString('--max-inlined-bytecode-size-cumulative=920')
  collectEarly(0)
  collectAside(true)
}

/**
 * Whether V8 marks garbage, and copies what is alive, in threads of its own. Those of lint are as many as
 * there are cores: marking beside them goes on and on, and meanwhile every write is noted. 100,000 cases
 * take a twentieth less time without it, 10,000 as long.
 */
function collectAside(aside: boolean): void {
  if (!isNode20) return
  for (const flag of ['concurrent-marking', 'parallel-scavenge']) {
    setFlagsFromString(aside ? `--${flag}` : `--no-${flag}`)
  }
}

function flushCode(flush: boolean): void {
  setFlagsFromString(flush ? '--flush-bytecode' : '--no-flush-bytecode')
}

/**
 * Has V8 collect garbage before it is much more than what is alive: with 60 % between two collections a
 * `lint` of 100,000 cases takes 850 MiB instead of 1,110, with 90 % an `import` of as many rows 290
 * instead of 400, either in 2 or 3 % more of processor time.
 * @param percent how much the heap may grow meanwhile; 0 leaves it to V8
 */
export function collectEarly(percent: number): void {
  if (isNode20) setFlagsFromString(`--heap-growing-percent=${percent}`)
}

const isNode20 = process.versions.node.startsWith('20.')
