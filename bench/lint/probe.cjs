// Preloaded into a measured process: says at its end how much memory and processor time it took.
const { writeFileSync } = require('node:fs')

process.on('exit', () => {
  // https://nodejs.org/api/process.html#processresourceusage: KiB, microseconds; threads count.
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  writeFileSync(process.env.BENCH_PROBE_FILE, `${maxRSS / 1024} ${(userCPUTime + systemCPUTime) / 1000}`)
})
