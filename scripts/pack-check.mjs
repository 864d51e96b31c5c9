// Packs the package, installs the tarball into an empty folder with an empty home, and walks
// through the first five minutes there with the installed command.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'casectl-pack-'))
const home = join(folder, 'home')
const library = join(folder, 'library')
mkdirSync(home)
mkdirSync(library)
// So that npm installs here: `--prefix` would also move its global settings, certificates among them.
writeFileSync(join(folder, 'package.json'), '{}\n')

function step(command, args, cwd, env = {}) {
  const result = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, HOME: home, ...env },
  })
  if (result.status !== 0) {
    process.stderr.write(
      `${command} ${args.join(' ')} ended with ${result.status}\n${result.stdout}${result.stderr}`,
    )
    process.exit(1)
  }
  return result.stdout
}

const [packed] = JSON.parse(step('npm', ['pack', '--json', '--pack-destination', folder], process.cwd()))
const stray = packed.files
  .map(file => file.path)
  .filter(
    path =>
      !/^(bin|dist|schemas|templates|cases|archive)\/|^eval\/onboarding\.yml$|^(taxonomy|synonyms|products)\.yml$|^(package\.json|README(\.zh-CN)?\.md|LICENSE|CHANGELOG\.md)$/.test(
        path,
      ),
  )
if (stray.length > 0) {
  process.stderr.write(`the tarball holds what it should not: ${stray.join(', ')}\n`)
  process.exit(1)
}
step('npm', ['install', '--no-fund', '--no-audit', '--ignore-scripts', join(folder, packed.filename)], folder)

const casectl = (...args) => step(join(folder, 'node_modules/.bin/casectl'), args, library, { CI: 'true' })
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
if (casectl('--version').trim() !== version) throw new Error('wrong version')
casectl('init', '--yes')
const path = casectl('new', '--no-input', '--title', '空压机 E-1203 停机').trim()
casectl('lint')
casectl('index')
const found = JSON.parse(casectl('search', '停机 E-1203', '--json'))
if (!path.includes(found.hits[0].id)) {
  process.stderr.write(`the new case ${path} is not found first: ${JSON.stringify(found.hits)}\n`)
  process.exit(1)
}
// Its sandbox is made of the sample cases that the tarball holds.
casectl('tutorial', 'agent')
process.stdout.write(
  `tarball: ${packed.files.length} files, ${packed.size} bytes; installed, initialised, drafted, linted, indexed, found, tutorial played\n`,
)
rmSync(folder, { recursive: true, force: true })
