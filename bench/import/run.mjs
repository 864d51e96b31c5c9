// 100,000 rows of 1.5 KB as CSV: `casectl import` against parsing the same file with csv-parse and
// writing one plain file a row. Wall clock, user and system time of each process, and its peak memory.
//
//   node bench/import/run.mjs [rows] [rounds]
//
// Nothing is removed before the last round: ext4 passes over every inode that was freed in the last five
// minutes (`recently_deleted` in fs/ext4/ialloc.c), so that 100,000 files removed just before made
// either side up to four times slower. For the same reason nothing should be removed beside it.
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const rows = Number(process.argv[2] ?? 100_000)
const rounds = Number(process.argv[3] ?? 3)
const folder = mkdtempSync(join(tmpdir(), 'casectl-bench-import-'))

const PARTS = [
  '电源模块',
  '网络接口',
  '打印头',
  '散热风扇',
  '控制板',
  '固件',
  '读卡器',
  '指示灯',
  '传感器',
  '天线',
]
const FACTS = [
  '重启后恢复',
  '没有变化',
  '指示灯红色常亮',
  '日志提示超时',
  '温度持续升高',
  '更换后正常',
  '偶发断开',
  '数据不一致',
]

// A generator of its own (mulberry32), so that every run has the same rows.
function numbers(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function proseOf(next, bytes) {
  const pick = list => list[Math.floor(next() * list.length)]
  let text = ''
  while (Buffer.byteLength(text) < bytes) {
    text += `${pick(PARTS)}第${Math.floor(next() * 9000)}批${pick(FACTS)}，参数 P${Math.floor(next() * 1e6)}；`
    if (next() < 0.1) text += '\n'
  }
  return text
}

async function writeExport(file) {
  const out = createWriteStream(file)
  out.write('ticket,title,product,problem,resolution,opened,contact\r\n')
  const next = numbers(1)
  for (let i = 0; i < rows; i++) {
    // One row in ten names somebody.
    const contact = next() < 0.1 ? `联系人：王小明 1380013${String(i % 10_000).padStart(4, '0')}` : ''
    const cells = [
      `TK-${i}`,
      `${proseOf(next, 40).split('\n')[0]}`,
      '路由器',
      proseOf(next, 800),
      proseOf(next, 600),
      '2026/5/6',
      contact,
    ]
    const line = `${cells.map(cell => (/["\n,]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`
    if (!out.write(line)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'close')
}

const MAPPING = `columns:
  - { column: ticket, to: source.refs }
  - { column: title, to: title }
  - { column: product, to: product.name }
  - { column: problem, to: section.problem }
  - { column: resolution, to: section.resolution }
  - { column: opened, to: opened, dates: [YYYY/M/D] }
  - { column: contact, to: section.background }
`

function library(name) {
  const root = join(folder, name)
  mkdirSync(join(root, 'cases'), { recursive: true })
  writeFileSync(join(root, 'casectl.config.yml'), 'version: 1\n')
  writeFileSync(
    join(root, 'taxonomy.yml'),
    'facets:\n  product:\n    levels: [{ id: product, field: name }]\n    terms: [{ id: router, aliases: [路由器] }]\n',
  )
  writeFileSync(join(root, 'mapping.yml'), MAPPING)
  return root
}

// What the import is held against: parse every row, write every row, nothing else.
const PLAIN = `
import { createReadStream, mkdirSync, writeFileSync } from 'node:fs'
import { parse } from ${JSON.stringify(resolve('node_modules/csv-parse/lib/index.js'))}
const [file, to] = process.argv.slice(2)
mkdirSync(to, { recursive: true })
let i = 0
for await (const row of createReadStream(file).pipe(parse({ columns: true }))) {
  writeFileSync(to + '/' + i++ + '.md', Object.values(row).join('\\n'))
}
`

function measure(command, args, cwd) {
  const timed = ['-f', '%e %U %S %M', '-o', join(folder, 'time'), process.execPath, command, ...args]
  const { status, stderr } = spawnSync('/usr/bin/time', timed, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 })
  const text = readFileSync(join(folder, 'time'), 'utf8').trim().split('\n').at(-1) ?? ''
  const [wall, user, system, kib] = text.split(' ').map(Number)
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr.slice(-500)}`)
  return { wall, cpu: user + system, mib: Math.round(kib / 1024) }
}

try {
  const file = join(folder, 'export.csv')
  await writeExport(file)
  writeFileSync(join(folder, 'plain.mjs'), PLAIN)
  const casectl = resolve('bin/casectl.js')
  const all = { import: [], plain: [] }
  for (let round = 0; round < rounds; round++) {
    const [to, root] = [join(folder, `plain-${round}`), library(`library-${round}`)]
    all.plain.push(measure(join(folder, 'plain.mjs'), [file, to], folder))
    all.import.push(measure(casectl, ['import', file, '--mapping', 'mapping.yml', '--json', '--quiet'], root))
    const [own, plain] = [all.import.at(-1), all.plain.at(-1)]
    process.stdout.write(
      `round ${round + 1}: import ${own.wall} s (${own.cpu.toFixed(1)} s CPU, ${own.mib} MiB), plain ${plain.wall} s (${plain.cpu.toFixed(1)} s CPU, ${plain.mib} MiB)\n`,
    )
  }
  const least = (list, key) => Math.min(...list.map(one => one[key]))
  const ratio = key => (least(all.import, key) / least(all.plain, key)).toFixed(2)
  process.stdout.write(
    `${rows} rows: ${ratio('wall')} times the wall clock, ${ratio('cpu')} times the CPU time; at most ${Math.max(...all.import.map(one => one.mib))} MiB\n`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
