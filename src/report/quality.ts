import { fill, type Language, type Message } from '../lib/message.js'
import { style } from '../lib/style.js'
import type { CaseQuality } from '../rules/quality.js'
import { DIMENSIONS } from '../rules/quality-checks.js'
import { shownLine } from './shown.js'
import { table } from './table.js'

/** One case: what it fails first, then each dimension, its stars last. */
export function qualityPage(quality: CaseQuality, language: Language): string {
  const { case: found, failing, dimensions } = quality
  const head = `${style.bold(found.id)}  ${shownLine(found.title)}`
  const lines = failing.map(({ id, dimension, asks }) => {
    const name = DIMENSIONS[dimension][language]
    return `  ${style.red('✗')} ${style.dim(`${name} ·`)} ${asks[language]}  ${style.dim(id)}`
  })
  const rows = dimensions.map(({ dimension, passed, total, stars }) => [
    DIMENSIONS[dimension][language],
    `${passed}/${total}`,
    starsText(stars),
  ])
  const dimensionTable = table(
    [TEXTS.dimension, TEXTS.checks, TEXTS.stars].map(header => ({ header: header[language] })),
    rows,
  )
  const verdict = failing.length === 0 ? style.green(TEXTS.nothing[language]) : lines.join('\n')
  return [head, verdict, dimensionTable, `${starsText(quality.stars)}  ${ofChecks(quality, language)}`].join(
    '\n\n',
  )
}

/** Many cases, the poorest first: the checks that each fails, its stars last. */
export function qualityTable(qualities: readonly CaseQuality[], language: Language, width?: number): string {
  const rows = qualities.map(({ case: { id, title }, failing, stars }) => [
    { text: id, paint: style.bold },
    String(failing.length),
    failing.map(check => check.id).join(' '),
    title,
    starsText(stars),
  ])
  const columns = [
    { header: TEXTS.case[language] },
    { header: TEXTS.failing[language] },
    { header: TEXTS.which[language], cut: true },
    { header: TEXTS.title[language], cut: true, spare: true },
    { header: TEXTS.stars[language] },
  ]
  return table(columns, rows, width)
}

/**
 * The content of `quality --json`, without the envelope. `cases` holds one entry a case, the poorest
 * first: `id`, `path`, `title`; `failing`, each `{check, dimension, asks}` with `asks` in English;
 * `dimensions`, each `{dimension, passed, total, stars}`, those alone that ask something of the case;
 * `passed` and `total` over all checks; `stars`, 0 to 5.
 */
export function qualityJson(qualities: readonly CaseQuality[]): object {
  return {
    cases: qualities.map(({ case: { id, path, title }, failing, dimensions, passed, total, stars }) => ({
      id,
      path,
      title,
      failing: failing.map(({ id: check, dimension, asks }) => ({ check, dimension, asks: asks.en })),
      dimensions,
      passed,
      total,
      stars,
    })),
  }
}

function ofChecks({ passed, total }: CaseQuality, language: Language): string {
  return fill(TEXTS.passed, { passed, total })[language]
}

function starsText(stars: number): string {
  return '★'.repeat(stars) + '☆'.repeat(5 - stars)
}

const TEXTS = {
  case: { en: 'Case', zh: '案例' },
  title: { en: 'Title', zh: '标题' },
  failing: { en: 'Fails', zh: '未通过' },
  which: { en: 'Checks', zh: '检查项' },
  dimension: { en: 'Dimension', zh: '维度' },
  checks: { en: 'Passed', zh: '通过' },
  stars: { en: 'Stars', zh: '星级' },
  nothing: { en: 'Nothing that can be counted is missing.', zh: '能统计的项目全部通过。' },
  passed: { en: '{passed} of {total} checks passed', zh: '{total} 项检查通过 {passed} 项' },
} as const satisfies Readonly<Record<string, Message>>
