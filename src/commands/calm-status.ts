import type { Terminal } from '../io/terminal.js'
import type { AnyArguments, Message } from '../lib/message.js'

/** Work shorter than this shows nothing, and longer work no more often, in milliseconds. */
const PATIENCE = 1000
const PACE = 200

/** Shows how far work is, calmly, where there is a screen. */
export function calmStatus(terminal: Terminal): (message: Message, args: AnyArguments) => void {
  let last = performance.now() + PATIENCE - PACE
  return (message, args) => {
    const now = performance.now()
    if (now - last < PACE) return
    last = now
    terminal.status(message, args)
  }
}
