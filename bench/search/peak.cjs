// Preloaded into a measured process: says at its end how much memory it had at most.
const { writeFileSync } = require('node:fs')

process.on('exit', () => {
  // In KiB: https://nodejs.org/api/process.html#processresourceusage
  writeFileSync(process.env.BENCH_PEAK_FILE, String(process.resourceUsage().maxRSS))
})
