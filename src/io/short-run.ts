import { setFlagsFromString } from 'node:v8'

/** Bytes of bytecode that a function runs through before V8 thinks of optimising it; 67,584 at first. */
const LATE = 1_000_000

/**
 * Has V8 of Node 20 optimise only what runs for long. Of a search of a tenth of a second a sixth goes
 * into optimised code that hardly runs before the answer stands; where loops are long, as at
 * 100,000 cases, they are still optimised. Called before anything of ours is loaded; other versions of
 * Node count in another way, and are left alone.
 */
export function optimiseLate(): void {
  if (process.versions.node.startsWith('20.')) setFlagsFromString(`--interrupt-budget=${LATE}`)
}
