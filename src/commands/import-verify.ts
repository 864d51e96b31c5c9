import { resolve } from 'node:path'
import { isBad, textOfCell } from '../import/row.js'
import { readSignOff } from '../import/sign-off.js'
import { CasectlError } from '../lib/errors.js'
import { openSource } from '../workspace/import-source.js'
import { type Command, envelope } from './context.js'
import { percentShare } from './import-share.js'

export interface ImportVerifyOptions {
  readonly signOff?: string
  readonly maxError?: string
  readonly json?: boolean
}

/** Of the cases that were looked at, the share that may be wrong. */
const MOST_WRONG = '0.5%'

/** `casectl import verify --sign-off sheet.csv`: exit 1 when too many sampled cases were refused, or some are open. */
export const importVerify: Command<ImportVerifyOptions> = async ({ terminal, host }, options) => {
  if (options.signOff === undefined) throw sheetMissing()
  const most = percentShare('max-error', options.maxError ?? MOST_WRONG)
  const source = await openSource(resolve(host.cwd, options.signOff), { format: 'csv' })
  const lines: { id: string; ok: string }[] = []
  for await (const row of source.rows()) {
    if (isBad(row)) continue
    lines.push({ id: textOfCell(row.cells.get('id')), ok: textOfCell(row.cells.get('ok')) })
  }
  const { accepted, refused, open } = readSignOff(lines)
  const looked = accepted + refused.length
  const wrong = looked === 0 ? 0 : refused.length / looked
  const passed = looked > 0 && open.length === 0 && wrong <= most
  if (options.json === true) {
    terminal.json(envelope('import-verify', { accepted, refused, open, wrong, most, passed }))
  } else {
    const args = { looked, refused: refused.length, percent: (wrong * 100).toFixed(2), open: open.length }
    terminal.out(
      terminal.text(
        {
          en: 'Looked at: {looked}, refused: {refused} ({percent} %), open: {open}.',
          zh: '已签核 {looked} 个，不通过 {refused} 个（{percent} %），未填 {open} 个。',
        },
        args,
      ),
    )
    for (const id of refused) terminal.out(id)
  }
  return passed ? 0 : 1
}

function sheetMissing(): CasectlError {
  return new CasectlError(
    'usage',
    { en: '--sign-off is missing.', zh: '缺少 --sign-off。' },
    {
      en: 'Give the sheet that casectl import --sample N wrote, filled in.',
      zh: '请给出 casectl import --sample N 生成并已填写的表格。',
    },
  )
}
