const mib = bytes => `${(bytes / 1048576).toFixed(2)} MiB`
const ms = value =>
  value >= 10_000 ? `${(value / 1000).toFixed(1)} s` : `${value.toFixed(value < 10 ? 2 : 0)} ms`
const kb = bytes => `${(bytes / 1000).toFixed(0)} KB`
const times = value => `${value.toFixed(2)}×`

/** One row a figure: what, how much, beside what, the aim. */
const ROWS = {
  full(result) {
    const own = result['casectl index --full']
    return Object.entries(result).map(([name, { ms: value, peak }]) => [
      name,
      ms(value),
      `${peak.toFixed(0)} MiB`,
      `${times(own.ms / value)} casectl beside it`,
    ])
  },
  change(result) {
    const { 'no change': none, 'one case changed': one } = result
    return [
      ['casectl index, no change', ms(none.ms), '', ''],
      [
        'casectl index, one case changed',
        ms(one.ms),
        `${one.peak.toFixed(0)} MiB`,
        `slowest ${ms(one.worst)}`,
      ],
    ]
  },
  cold(result) {
    const own = result['casectl search']
    return Object.entries(result).map(([name, { ms: value, peak }]) => [
      name,
      ms(value),
      `${peak.toFixed(0)} MiB`,
      `${times(own.ms / value)} casectl beside it`,
    ])
  },
  warm(result) {
    const peer = result['FTS5, bm25()']
    return Object.entries(result).map(([name, one]) => [
      name,
      `p50 ${ms(one.p50)}, p99 ${ms(one.p99)}`,
      `first time p50 ${ms(one.firstP50)}, p99 ${ms(one.firstP99)}`,
      `p99 ${times(one.p99 / peer.p99)} FTS5`,
    ])
  },
  disk(result) {
    const own = result['casectl, served files']
    return Object.entries(result).map(([name, { files, bytes, compressed }]) => [
      name,
      `${mib(bytes)} in ${files} files`,
      `gzip ${mib(compressed)}`,
      `gzip ${times(own.compressed / compressed)} casectl beside it`,
    ])
  },
  browser(result) {
    const one = result['first search']
    return [
      [
        `first search, ${one.queries} queries`,
        `bytes p50 ${kb(one.bytesP50)}, p95 ${kb(one.bytesP95)}, max ${kb(one.bytesMax)}`,
        `requests p50 ${one.requestsP50}`,
        `p50 ${ms(one.msP50)}, p95 ${ms(one.msP95)} in the page`,
      ],
    ]
  },
}

/** A section's result as a Markdown table. */
export function table(section, result) {
  const rows = ROWS[section](result).map(row => `| ${row.join(' | ')} |`)
  return [`| ${section} | | | |`, '| --- | --- | --- | --- |', ...rows, ''].join('\n')
}
