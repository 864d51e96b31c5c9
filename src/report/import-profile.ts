import type { Profile } from '../import/profile.js'
import { ROW_FAULTS } from '../import/row.js'
import type { ImportSource } from '../import/source.js'
import { fill, type Language, type Message } from '../lib/message.js'
import { TYPE_NAMES } from '../privacy/words.js'
import { table } from './table.js'

/** What an export holds, as a table of its columns. */
export function profileText(
  profile: Profile,
  source: ImportSource,
  language: Language,
  width: number | undefined,
): string {
  const t = (message: Message): string => message[language]
  const { rows, duplicates, bad } = profile
  const facts = [source.format, source.encoding, source.bom === true ? 'BOM' : undefined]
  const cut = source.delimiter === undefined ? [] : [`${t(DELIMITER)} ${JSON.stringify(source.delimiter)}`]
  const head = `${source.name}: ${[...facts.filter(fact => fact !== undefined), ...cut].join(', ')}`
  const counts = fill(COUNTS, { rows, duplicates })[language]
  const faults = [...bad].map(([fault, count]) => `${count} × ${t(ROW_FAULTS[fault])}`)
  const columns = HEADERS.map((header, i) => ({ header: t(header), cut: i >= HEADERS.length - 2 }))
  const body = profile.columns.map(column => [
    column.name,
    column.type,
    `${column.filled} (${rows === 0 ? 0 : Math.round((100 * column.filled) / rows)} %)`,
    `${column.distinct}${column.many ? '+' : ''}`,
    `${column.average}/${column.longest}`,
    [...column.personal].map(([type, count]) => `${t(TYPE_NAMES[type])} × ${count}`).join(', '),
    column.type === 'choice' ? column.top.map(([value, count]) => `${value} × ${count}`).join(', ') : '',
  ])
  return [head, counts, ...faults, '', table(columns, body, width)].join('\n')
}

/** The same as plain data. */
export function profileJson(profile: Profile, source: ImportSource): object {
  const { name, format, encoding, bom, delimiter, sha256, size, suspicion } = source
  return {
    source: { name, format, encoding, bom, delimiter, sha256, size, suspicion: suspicion?.code },
    rows: profile.rows,
    duplicates: profile.duplicates,
    bad: Object.fromEntries(profile.bad),
    columns: profile.columns.map(column => ({
      ...column,
      top: column.top.map(([value, count]) => ({ value, count })),
      personal: Object.fromEntries(column.personal),
    })),
  }
}

const DELIMITER: Message = { en: 'delimiter', zh: '分隔符' }
const COUNTS: Message = {
  en: '{rows} rows, {duplicates} of them repeated',
  zh: '{rows} 行，其中 {duplicates} 行重复',
}
const HEADERS: readonly Message[] = [
  { en: 'column', zh: '列' },
  { en: 'type', zh: '类型' },
  { en: 'filled', zh: '填写' },
  { en: 'different', zh: '不同值' },
  { en: 'length', zh: '平均/最长' },
  { en: 'personal data, it seems', zh: '疑似个人数据' },
  { en: 'values', zh: '取值' },
]
