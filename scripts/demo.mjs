// The main job on the sample library: lint it, index it, find a case in it.
import { spawnSync } from 'node:child_process'

const STEPS = [
  ['lint'],
  ['index'],
  ['search', '空压机半小时就停机 E-1203', '--limit', '3'],
  ['search', 'token expired after two hours', '--limit', '3'],
]

for (const args of STEPS) {
  const shown = args.map(arg => (/[\s]/.test(arg) ? `"${arg}"` : arg)).join(' ')
  process.stdout.write(`\n$ casectl ${shown}\n`)
  const { status } = spawnSync(process.execPath, ['bin/casectl.js', ...args], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 2)
}
