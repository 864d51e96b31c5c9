import { contributorsReport } from './contributors.js'
import { coverageReport } from './coverage.js'
import { digestReport } from './digest.js'
import { feedbackReport } from './feedback.js'
import { healthReport } from './health.js'
import { loopReport } from './loop.js'
import type { Report, ReportInput, ReportName } from './report.js'
import { staleReport } from './stale.js'

/** Every report by its name. */
export const REPORT_BY_NAME: Readonly<Record<ReportName, (input: ReportInput) => Report>> = {
  health: healthReport,
  coverage: coverageReport,
  feedback: feedbackReport,
  stale: staleReport,
  contributors: contributorsReport,
  loop: loopReport,
  digest: digestReport,
}
