import type { Language, Message } from '../lib/message.js'
import type { Taxonomy } from '../model/taxonomy.js'
import { yamlScalar } from '../parse/yaml-scalar.js'
import { guessTarget } from './guess-target.js'
import type { ColumnProfile, Profile } from './profile.js'
import type { ImportSource } from './source.js'
import { isProse, type Target } from './targets.js'

const WORDS = {
  head: {
    en: 'Which column becomes which field or section. Proposed by `casectl import inspect`; change what is wrong, then\n# casectl import FILE --mapping mapping.yml --validate-only',
    zh: '哪一列成为哪个字段或章节。由 `casectl import inspect` 建议；请修正不对之处，然后运行\n# casectl import FILE --mapping mapping.yml --validate-only',
  },
  name: {
    en: 'Name of the system: two systems that number their tickets alike need two names.',
    zh: '来源系统的名称：两个系统的编号可能相同时，请分别命名。',
  },
  targets: { en: 'Targets', zh: '可用的目标' },
  drop: { en: 'left out: no field was found for it', zh: '不转入：没有找到对应的字段' },
  values: {
    en: 'value in the export: term of the taxonomy; "" leaves it out',
    zh: '导出文件中的值: 分类体系的术语；"" 表示不转入',
  },
  dates: { en: 'day before month, or month before day? Keep one.', zh: '日在前还是月在前？只保留一种。' },
  constants: { en: 'For cases that no column says it of.', zh: '没有任何列给出时使用的值。' },
} as const satisfies Readonly<Record<string, Message>>

/** Below this share of known values a column is no facet, but words. */
const KNOWN = 0.5

/** A commented `mapping.yml` for an export, ready to be edited. */
export function proposeMapping(
  profile: Profile,
  source: ImportSource,
  targets: ReadonlyMap<string, Target>,
  taxonomy: Taxonomy,
  language: Language,
): string {
  const t = (message: Message): string => message[language]
  const taken = new Set<string>()
  const columns = profile.columns.flatMap(column => {
    const target = targetFor(column, targets, taxonomy, taken)
    if (target !== undefined) taken.add(target)
    return columnLines(column, targets.get(target ?? ''), taxonomy, profile.rows, t)
  })
  return `${[
    `# ${t(WORDS.head)}`,
    'version: 1',
    `# ${t(WORDS.name)}`,
    '# name: helpdesk',
    ...readLines(source),
    'target:',
    '  kind: case',
    `# ${t(WORDS.targets)}: ${[...targets.keys()].join(', ')}`,
    'columns:',
    ...columns,
    `# ${t(WORDS.constants)}`,
    'constants:',
    '  source.type: ticket',
  ].join('\n')}\n`
}

function readLines({ format, encoding, delimiter }: ImportSource): string[] {
  const lines = ['read:', `  format: ${format}`]
  if (encoding !== undefined) lines.push(`  encoding: ${encoding}`)
  if (delimiter !== undefined) lines.push(`  delimiter: ${JSON.stringify(delimiter)}`)
  return lines
}

function targetFor(
  column: ColumnProfile,
  targets: ReadonlyMap<string, Target>,
  taxonomy: Taxonomy,
  taken: ReadonlySet<string>,
): string | undefined {
  const guess = guessTarget(column, targets, taken)
  const target = targets.get(guess ?? '')
  if (target?.facet === undefined) return guess
  const known = column.top.filter(([value]) => isKnown(value, target, taxonomy))
  return known.length >= column.top.length * KNOWN && known.length > 0 ? guess : 'tags'
}

function isKnown(value: string, { facet, level }: Target, taxonomy: Taxonomy): boolean {
  return facet !== undefined && taxonomy.resolve(facet.id, value, level).kind !== 'unknown'
}

function columnLines(
  column: ColumnProfile,
  target: Target | undefined,
  taxonomy: Taxonomy,
  rows: number,
  t: (message: Message) => string,
): string[] {
  const facts = [`${column.filled}/${rows}`, column.type, ...column.personal.keys()].join(', ')
  const lines = [`  - column: ${yamlScalar(column.name)} # ${facts}`]
  if (target === undefined) return [...lines, `    drop: true # ${t(WORDS.drop)}`]
  lines.push(`    to: ${target.name}`)
  if (isProse(target)) lines.push(`    as: ${column.type === 'html' ? 'html' : 'markdown'}`)
  if (target.kind === 'day' && column.dates.length > 0) {
    const doubt = column.dates.length > 1 ? ` # ${t(WORDS.dates)}` : ''
    lines.push(`    dates: [${column.dates.map(yamlScalar).join(', ')}]${doubt}`)
  }
  if (target.facet !== undefined) {
    const unknown = column.top.filter(([value]) => !isKnown(value, target, taxonomy))
    if (unknown.length > 0) {
      lines.push(`    # ${t(WORDS.values)}`, '    values:')
      for (const [value] of unknown) lines.push(`      ${yamlScalar(value)}: ""`)
    }
  }
  return lines
}
