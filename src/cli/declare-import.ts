import { type Command as Commander, Option } from 'commander'
import { ENCODINGS } from '../model/import-encodings.js'
import type { Declaring } from './declaring.js'

/** `import` and `intake`: how cases of other systems come in. */
export function declareImport(program: Commander, declaring: Declaring): void {
  const { t, run } = declaring
  const json = t({ en: 'print JSON', zh: '输出 JSON' })
  const upper = program
    .command('import')
    .argument(
      '[file]',
      t({
        en: 'export: CSV, TSV, XLSX, JSON, JSON Lines, or a folder of documents',
        zh: '导出文件：CSV、TSV、XLSX、JSON、JSON Lines，或文档文件夹',
      }),
    )
    .summary(t({ en: 'import exports of other systems', zh: '导入其他系统的导出文件' }))
    .description(
      t({
        en: 'Imports the rows of an export as drafts, as a mapping says. Personal data is masked. Every row is accounted for: case, duplicate, set aside or error; where a gate fails nothing is written. An import can be taken back.',
        zh: '按映射把导出文件的每一行导入为草稿，并对个人数据打码。每一行都有去向：案例、重复、搁置或错误；有门槛未通过时不写入任何内容。导入可以撤销。',
      }),
    )
    .option('--mapping <file>', t({ en: 'mapping of columns to fields', zh: '列到字段的映射文件' }))
    .option('--validate-only', t({ en: 'check the rows, write nothing', zh: '只检查，不写入' }))
    .option('--dry-run', t({ en: 'the same as --validate-only', zh: '等同于 --validate-only' }))
    .option('--allow-below-gate', t({ en: 'write even where a gate fails', zh: '即使门槛未通过也写入' }))
  declareReading(upper, declaring)
  upper
    .option('--batch <rows>', t({ en: 'rows of one batch, 100000 by default', zh: '每批行数，默认 100000' }))
    .option('--commit', t({ en: 'commit each batch', zh: '每批提交一次' }))
    .option(
      '--order <target>',
      t({
        en: 'day by which rows are ordered, the latest first: updated, opened',
        zh: '排序所用的日期（新的在前）：updated、opened',
      }),
    )
    .option('--top <share>', t({ en: 'take only this share of them: 30%', zh: '只取排在前面的比例：30%' }))
    .option('--sample <count>', t({ en: 'draw cases to be signed off', zh: '抽取若干案例供签核' }))
    .option('--sign-off <file>', t({ en: 'file of the sign-off sheet', zh: '签核表的文件名' }))
    .option('--report <file>', t({ en: 'write the report as Markdown', zh: '将报告写成 Markdown 文件' }))
    .option(
      '--no-mask',
      t({ en: 'keep personal data as it is; asks first', zh: '不对个人数据打码；会先询问' }),
    )
    .option('--yes', t({ en: 'with --no-mask: do not ask', zh: '与 --no-mask 连用：不再询问' }))
    .option('--json', json)
    .addHelpText(
      'after',
      `
${t({ en: 'Examples:', zh: '示例：' })}
  casectl import inspect tickets.csv --write mapping.yml
  casectl import tickets.csv --mapping mapping.yml --validate-only
  casectl import tickets.csv --mapping mapping.yml --order updated --top 30% --sample 50
  casectl import rollback`,
    )
    .action(run(['file'], async () => (await import('../commands/import-cases.js')).importCases))
    // Commander gives an option that both commands have to the upper one, wherever it stands.
    .hook('preAction', (outer, called) => {
      if (outer === called) return
      for (const name of [
        'json',
        'format',
        'encoding',
        'delimiter',
        'sheet',
        'signOff',
        'sample',
        'report',
      ]) {
        const value: unknown = outer.opts()[name]
        if (value !== undefined && called.options.some(option => option.attributeName() === name)) {
          called.setOptionValue(name, value)
        }
      }
    })
  declareLooking(upper, declaring)
  declareAfterwards(upper, declaring)
  declareIntake(program, declaring)
}

function declareIntake(program: Commander, { t, run }: Declaring): void {
  program
    .command('intake')
    .summary(t({ en: 'take one closed ticket in as a draft', zh: '把一张已关闭的工单收为草稿' }))
    .description(
      t({
        en: 'Takes one closed ticket in as a draft in the inbox, for webhooks and CI. The ticket is JSON as schemas/ticket.schema.json says. The same ticket again changes nothing. Personal data is masked.',
        zh: '把一张已关闭的工单收进收件箱成为草稿，供 webhook 和 CI 调用。工单为 JSON，格式见 schemas/ticket.schema.json。重复提交同一工单不会产生改动。个人数据会打码。',
      }),
    )
    .option('--from <file>', t({ en: 'the ticket, - for stdin', zh: '工单文件，- 表示标准输入' }))
    .option('--no-mask', t({ en: 'keep personal data as it is', zh: '不对个人数据打码' }))
    .option('--yes', t({ en: 'with --no-mask: do not ask', zh: '与 --no-mask 连用：不再询问' }))
    .option('--json', t({ en: 'print JSON', zh: '输出 JSON' }))
    .addHelpText(
      'after',
      `\n${t({ en: 'Example:', zh: '示例：' })}\n  curl -s "$TICKET_URL" | casectl intake --from - --json`,
    )
    .action(run([], async () => (await import('../commands/intake.js')).intake))
}

function declareReading(command: Commander, { t }: Declaring): void {
  command
    .addOption(
      new Option('--format <format>', t({ en: 'format of the export', zh: '导出文件的格式' })).choices([
        ...['csv', 'tsv', 'json', 'jsonl', 'xlsx', 'folder'],
      ]),
    )
    .addOption(
      new Option('--encoding <name>', t({ en: 'encoding of the text', zh: '文本编码' })).choices(ENCODINGS),
    )
    .option('--delimiter <sign>', t({ en: 'what stands between cells', zh: '单元格分隔符' }))
    .option('--sheet <name>', t({ en: 'sheet of a workbook', zh: '工作表名称' }))
}

function declareLooking(upper: Commander, declaring: Declaring): void {
  const { t, run } = declaring
  const json = t({ en: 'print JSON', zh: '输出 JSON' })
  const inspect = upper
    .command('inspect')
    .argument('<file>', t({ en: 'export', zh: '导出文件' }))
    .summary(t({ en: 'say what an export holds, propose a mapping', zh: '分析导出文件并建议映射' }))
    .description(
      t({
        en: 'Says what an export holds: encoding, delimiter, and of each column its type, how many cells are filled, its values and suspected personal data. Proposes a mapping to be edited.',
        zh: '分析导出文件：编码、分隔符，以及每列的类型、填写率、取值和疑似个人数据，并给出可编辑的映射建议。',
      }),
    )
    .option('--write <file>', t({ en: 'write the mapping into a file', zh: '将映射写入文件' }))
  declareReading(inspect, declaring)
  inspect
    .option('--json', json)
    .addHelpText(
      'after',
      `\n${t({ en: 'Example:', zh: '示例：' })}\n  casectl import inspect tickets.csv --write mapping.yml`,
    )
    .action(run(['file'], async () => (await import('../commands/import-inspect.js')).importInspect))
  upper
    .command('template')
    .summary(t({ en: 'print a CSV to fill in', zh: '输出可填写的 CSV 模板' }))
    .description(
      t({
        en: 'Prints the header of a CSV whose columns are named as the fields and sections of a case; with --yml the mapping that reads it.',
        zh: '输出一份 CSV 的表头，列名即案例的字段和章节；加 --yml 则输出读取它的映射。',
      }),
    )
    .option('--yml', t({ en: 'print the mapping instead', zh: '改为输出映射' }))
    .addHelpText('after', `\n${t({ en: 'Example:', zh: '示例：' })}\n  casectl import template > tickets.csv`)
    .action(run([], async () => (await import('../commands/import-inspect.js')).importTemplate))
}

function declareAfterwards(upper: Commander, { t, run }: Declaring): void {
  const json = t({ en: 'print JSON', zh: '输出 JSON' })
  const id = t({ en: 'import; the latest without', zh: '导入编号；省略则为最近一次' })
  upper
    .command('list')
    .summary(t({ en: 'list imports', zh: '列出导入' }))
    .description(
      t({
        en: 'Lists the imports of the library, and until when their exports are kept.',
        zh: '列出案例库的导入，以及导出文件的保存期限。',
      }),
    )
    .option('--json', json)
    .addHelpText('after', `\n${t({ en: 'Example:', zh: '示例：' })}\n  casectl import list`)
    .action(run([], async () => (await import('../commands/import-list.js')).importList))
  upper
    .command('resume')
    .argument(
      '[id]',
      t({ en: 'import; the one that is not finished without', zh: '导入编号；省略则为未完成的导入' }),
    )
    .summary(t({ en: 'go on with an interrupted import', zh: '继续中断的导入' }))
    .description(
      t({
        en: 'Goes on with an import that was interrupted. What was kept already is checked by its hash.',
        zh: '继续一次中断的导入；已保存的内容按哈希校验。',
      }),
    )
    .option('--json', json)
    .addHelpText('after', `\n${t({ en: 'Example:', zh: '示例：' })}\n  casectl import resume`)
    .action(run(['id'], async () => (await import('../commands/import-resume.js')).importResume))
  upper
    .command('rollback')
    .argument('[id]', id)
    .summary(t({ en: 'take an import back', zh: '撤销一次导入' }))
    .description(
      t({
        en: 'Removes exactly the files that an import wrote, if nobody touched them since.',
        zh: '移除某次导入写入的文件；之后被修改过的予以保留。',
      }),
    )
    .option('--json', json)
    .addHelpText('after', `\n${t({ en: 'Example:', zh: '示例：' })}\n  casectl import rollback`)
    .action(run(['id'], async () => (await import('../commands/import-rollback.js')).importRollback))
  upper
    .command('verify')
    .summary(t({ en: 'judge a filled sign-off sheet', zh: '检查已填写的签核表' }))
    .description(
      t({
        en: 'Reads a sign-off sheet whose column `ok` was filled in. Exit 1 when too many cases were refused, or some are open.',
        zh: '读取已填写 `ok` 列的签核表；不通过的案例过多或有未填写时，退出码为 1。',
      }),
    )
    .option('--sign-off <file>', t({ en: 'the sheet', zh: '签核表' }))
    .option(
      '--max-error <share>',
      t({ en: 'share that may be wrong, 0.5% by default', zh: '允许的错误比例，默认 0.5%' }),
    )
    .option('--json', json)
    .addHelpText(
      'after',
      `\n${t({ en: 'Example:', zh: '示例：' })}\n  casectl import verify --sign-off sign-off.csv`,
    )
    .action(run([], async () => (await import('../commands/import-verify.js')).importVerify))
  upper
    .command('purge')
    .argument('[sha256]', t({ en: 'beginning of the SHA-256 of an export', zh: '导出文件 SHA-256 的开头' }))
    .summary(t({ en: 'remove exports that need not be kept any more', zh: '删除已过保存期的导出文件' }))
    .description(
      t({
        en: 'Removes the exports that were kept for 90 days after their import. One that is named earlier is refused.',
        zh: '删除导入后保存满 90 天的导出文件；指名删除未到期的文件会被拒绝。',
      }),
    )
    .option('--json', json)
    .addHelpText('after', `\n${t({ en: 'Example:', zh: '示例：' })}\n  casectl import purge`)
    .action(run(['sha256'], async () => (await import('../commands/import-list.js')).importPurge))
}
