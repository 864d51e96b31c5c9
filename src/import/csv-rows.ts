import { type CsvError, type Parser, parse } from 'csv-parse'
import { cleanCell, columnNames } from './header.js'
import { MAX_RECORD, type ReadRow, type RowFault } from './row.js'

/** Delimiters that are tried, the commonest first. */
const DELIMITERS = [',', '\t', ';', '|'] as const

/**
 * The delimiter of a text with a header: the one that cuts the first records into the most cells, the
 * same number each.
 */
export function delimiterOf(head: string): string {
  const records = recordsIn(head).slice(0, 20)
  let best = { delimiter: ',', cells: 1, same: 0 }
  for (const delimiter of DELIMITERS) {
    const counts = records.map(record => record.split(delimiter).length)
    const cells = counts[0] ?? 1
    const same = counts.filter(count => count === cells).length
    if (cells > 1 && (same > best.same || (same === best.same && cells > best.cells))) {
      best = { delimiter, cells, same }
    }
  }
  return best.delimiter
}

/** Records of a text, without what stands between quotation marks. The last one may be cut. */
function recordsIn(head: string): string[] {
  const bare = head.replace(/"(?:[^"]|"")*("|$)/g, '')
  const lines = bare.split(/\r\n?|\n/).filter(line => line.trim() !== '')
  return lines.length > 1 ? lines.slice(0, -1) : lines
}

/**
 * The records of a CSV or TSV text (RFC 4180), as it streams by. The first one is the header. A record
 * that cannot be read is a bad row, and the next one is read all the same.
 * @param chunks text, or its bytes in UTF-8 without a byte order mark: the parser makes bytes of text
 */
export async function* csvRows(
  chunks: AsyncIterable<string | Uint8Array>,
  delimiter: string,
): AsyncIterable<ReadRow> {
  const records = new Records(delimiter)
  for await (const chunk of chunks) yield* records.add(chunk)
  yield* await records.end()
}

class Records {
  readonly #parser: Parser
  readonly #ended: Promise<void>
  #rows: ReadRow[] = []
  #columns: readonly string[] | undefined
  #count = 0
  /** Line on which the record being read began. */
  #line = 1

  constructor(delimiter: string) {
    this.#parser = parse({
      delimiter,
      relax_column_count: true,
      // A stray quotation mark is text. Where it is refused, the parser takes the next records for its end.
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      max_record_size: MAX_RECORD,
      on_record: (record: string[], { lines }) => {
        this.#take(record, lines)
        return null
      },
      on_skip: error => {
        this.#bad(faultOf(error))
        return undefined
      },
    })
    this.#ended = new Promise((resolve, reject) => {
      this.#parser.on('end', resolve)
      this.#parser.on('error', reject)
    })
    // Nothing is ever pushed, so that nothing has to be read.
    this.#parser.resume()
  }

  /** Rows come out while they are written: the parser works as it is fed. */
  add(piece: string | Uint8Array): ReadRow[] {
    if (piece.length > 0) this.#parser.write(piece)
    return this.#drain()
  }

  async end(): Promise<ReadRow[]> {
    this.#parser.end()
    await this.#ended
    return this.#drain()
  }

  #drain(): ReadRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  #take(record: readonly string[], lines: number): void {
    if (this.#columns === undefined) {
      this.#columns = columnNames(record)
      this.#line = lines + 1
      return
    }
    const [columns, place] = [this.#columns, String(this.#line)]
    this.#line = lines + 1
    const number = ++this.#count
    const over = record.slice(columns.length)
    if (record.length < columns.length || over.some(cell => cell.trim() !== '')) {
      this.#rows.push({ number, place, fault: 'cells' })
      return
    }
    const cells = new Map<string, string>()
    for (let i = 0; i < columns.length; i++) {
      const cell = cleanCell(record[i] ?? '')
      if (cell.trim() !== '') cells.set(columns[i] ?? '', cell)
    }
    if (cells.size === 0) this.#count--
    else this.#rows.push({ number, place, cells })
  }

  #bad(fault: RowFault): void {
    this.#rows.push({ number: ++this.#count, place: String(this.#parser.info.lines), fault })
  }
}

function faultOf(error: CsvError | undefined): RowFault {
  if (error?.code === 'CSV_QUOTE_NOT_CLOSED') return 'cut'
  return error?.code === 'CSV_MAX_RECORD_SIZE' ? 'large' : 'cells'
}
