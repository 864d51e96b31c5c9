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
