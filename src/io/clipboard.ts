import { spawn } from 'node:child_process'
import type { Host } from './host.js'

// The system's own programs, no package: the packages for this wrap the same ones, and bring binaries of
// their own for the rest. In the order in which they are tried.
const PROGRAMS: readonly (readonly [program: string, ...args: string[]])[] = [
  ['pbcopy'],
  ['clip.exe'],
  ['wl-copy'],
  ['xclip', '-selection', 'clipboard'],
  ['xsel', '--clipboard', '--input'],
]

/** How long a program may take, in milliseconds: xclip without a screen waits for ever. */
const PATIENCE = 3000

/** Puts a text on the clipboard. @returns false where none of the system's programs could */
export async function copyText({ env, cwd }: Pick<Host, 'env' | 'cwd'>, text: string): Promise<boolean> {
  for (const [program, ...args] of PROGRAMS) {
    if (program === 'wl-copy' && !env['WAYLAND_DISPLAY']) continue
    if (/^x/.test(program) && !env['DISPLAY']) continue
    if (await feed(program, args, { text, cwd, env })) return true
  }
  return false
}

function feed(
  program: string,
  args: readonly string[],
  { text, cwd, env }: { readonly text: string; readonly cwd: string; readonly env: Host['env'] },
): Promise<boolean> {
  return new Promise(done => {
    // UTF-16 is what clip.exe takes for more than the code page of the console.
    const bytes = Buffer.from(
      program === 'clip.exe' ? `\ufeff${text}` : text,
      program === 'clip.exe' ? 'utf16le' : 'utf8',
    )
    const child = spawn(program, args, { cwd, env, stdio: ['pipe', 'ignore', 'ignore'], timeout: PATIENCE })
    child.on('error', () => done(false))
    child.on('exit', code => done(code === 0))
    child.stdin.on('error', () => undefined)
    child.stdin.end(bytes)
  })
}
