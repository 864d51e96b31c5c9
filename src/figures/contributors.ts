import { inForce } from './cases.js'
import {
  CONTRIBUTION_COLUMNS,
  contributionRows,
  contributionsTo,
  contributorsByGroup,
} from './contributions.js'
import type { Report, ReportInput } from './report.js'

/**
 * Who wrote the cases that help. Ranked by solved uses, then by other uses; how many cases somebody
 * wrote ranks nothing, so that writing many that nobody needs gains nothing.
 */
export function contributorsReport(input: ReportInput): Report {
  const people = contributionsTo(inForce(input), input)
  return {
    name: 'contributors',
    title: { en: 'Whose cases help', zh: '贡献者报告' },
    day: input.today,
    after: input.after,
    figures: [
      {
        id: 'contributors',
        label: { en: 'Contributors', zh: '贡献者' },
        value: [...people.keys()].filter(name => name !== '–').length,
        unit: 'count',
      },
      {
        id: 'solved',
        label: { en: 'Solved uses', zh: '解决次数' },
        value: input.feedback.all.solved,
        unit: 'count',
      },
    ],
    tables: [
      {
        id: 'contributors',
        title: { en: 'By solved uses', zh: '按解决次数' },
        columns: CONTRIBUTION_COLUMNS,
        rows: contributionRows(people),
      },
      ...contributorsByGroup(input),
    ],
  }
}
