/**
 * `casectl lint` out of one bundle that holds all that it can ever need, and the threads that it starts.
 * Either takes up what it uses.
 * @returns whether cases were looked at
 */
export async function quickLint(process: NodeJS.Process): Promise<boolean> {
  const { runLint } = await import('./run-lint.js')
  return runLint(process)
}

/** Judges cases in a thread that such a lint has started. */
export async function serveLint(): Promise<void> {
  const { serveLint } = await import('../workspace/serve-lint.js')
  serveLint()
}
