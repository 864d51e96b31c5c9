import type { Figure, Report, ReportTable } from '../../figures/report.js'
import { isDay } from '../../lib/day.js'
import type { Language } from '../../lib/message.js'
import { visible } from '../../lib/text.js'
import { REPORT_STYLE } from './html-style.js'
import { barLengths, cellText, figureText } from './values.js'

/** A report as one page that asks for nothing else: no script, no font, no picture. */
export function reportHtml(report: Report, language: Language): string {
  const title = `${report.title[language]} · ${report.day}`
  const since = report.after === undefined ? '' : ` · ${SINCE[language]} ${report.after}`
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(title)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
<h1>${text(report.title[language])}</h1>
<p>${text(`${report.day}${since}`)}</p>
<dl>
${report.figures.map(figure => figureBox(figure, language)).join('\n')}
</dl>
${report.tables.map(each => section(each, language)).join('\n')}
</main>
</body>
</html>`
}

function figureBox(figure: Figure, language: Language): string {
  return `<div><dt>${text(figure.label[language])}</dt><dd>${text(figureText(figure, language))}</dd></div>`
}

function section(shown: ReportTable, language: Language): string {
  if (shown.rows.length === 0) return ''
  const bars = barLengths(shown)
  const barred = shown.columns.find(({ bar }) => bar === true)
  const numeric = ({ unit }: ReportTable['columns'][number]): string =>
    unit === undefined ? '' : ' class="number"'
  const head = shown.columns.map(
    column => `<th scope="col"${numeric(column)}>${text(column.title[language])}</th>`,
  )
  const rows = shown.rows.map((row, i) => {
    const cells = shown.columns.map((column, at) => {
      const words = cellText(row[at], column, language)
      return `<td${isDay(words) ? ' class="day"' : numeric(column)}>${text(words)}</td>`
    })
    return `<tr>${[...cells, ...(bars === undefined ? [] : [barCell(bars[i] ?? 0)])].join('')}</tr>`
  })
  const chart =
    bars === undefined ? '' : `<th scope="col">${CHART[language]}${text(barred?.title[language] ?? '')}</th>`
  return `<section>
<h2>${text(shown.title[language])}</h2>
<div class="wide" tabindex="0" role="region" aria-label="${text(shown.title[language])}"><table>
<thead><tr>${head.join('')}${chart}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table></div>
</section>`
}

/** The number stands beside it, so that the bar itself says nothing to those who cannot see it. */
function barCell(length: number): string {
  const width = Math.round(length * 1000) / 10
  return `<td class="chart"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${width}" height="10"/></svg></td>`
}

function text(value: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return visible(value).replace(/[&<>"']/g, char => entities[char] ?? char)
}

const SINCE = { en: 'since', zh: '自' }
const CHART = { en: 'Chart: ', zh: '图：' }
