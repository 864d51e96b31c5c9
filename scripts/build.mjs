// Bundles the command line and the library into dist/, one chunk a lazily imported room:
// `casectl --help` reads two files, and `casectl search` never reads the parsers. The search of web
// pages is a bundle of its own, in one file.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { compiledSchemas } from './compiled-schemas.mjs'
import { lunrParts } from './lunr-parts.mjs'

// Packages on the way of every start go into the bundle: finding and opening their files one by one
// costs a search a sixth of its time, and a command that reads cases a quarter of its start. They stay
// listed as dependencies, where audits look.
const BUNDLED = [
  ...['chalk', 'commander', 'fast-string-width', 'fastest-levenshtein', 'gray-matter', 'lunr', 'remark'],
  ...['remark-gfm', 'unified', 'yaml'],
]

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
const external = Object.keys(dependencies).filter(name => !BUNDLED.includes(name))

// Names this build in what is kept between runs: what a rule found yesterday holds only for the same rule.
const sources = readdirSync('src', { recursive: true })
  .filter(name => name.endsWith('.ts'))
  .sort()
const buildId = createHash('sha256')
for (const name of ['../package-lock.json', ...sources]) buildId.update(readFileSync(join('src', name)))

await rm('dist', { recursive: true, force: true })
await build({
  entryPoints: {
    cli: 'src/cli/start.ts',
    index: 'src/index.ts',
    'import-worker': 'src/workspace/import-worker.ts',
    'index-worker': 'src/workspace/index-worker.ts',
    'lint-worker': 'src/workspace/lint-worker.ts',
  },
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: external.flatMap(name => [name, `${name}/*`]),
  define: { CASECTL_BUILD: JSON.stringify(buildId.digest('hex').slice(0, 16)) },
  // For bundled CommonJS packages that require Node's own modules.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
  minifySyntax: true,
  minifyWhitespace: true,
  plugins: [compiledSchemas],
  legalComments: 'linked',
  logLevel: 'warning',
})

// The quick ways to `casectl search` and `casectl index`: one file each, no room that loads later but
// those given. What else would be loaded then is refused, and the whole program takes over.
const refuse = given => ({
  name: 'refuse-later',
  setup(later) {
    later.onResolve({ filter: /.*/ }, ({ kind, path }) =>
      kind === 'dynamic-import' && !given.test(path) ? { path, namespace: 'later' } : undefined,
    )
    later.onLoad({ filter: /.*/, namespace: 'later' }, () => ({
      contents: "throw Object.assign(new Error('not in the quick bundle'), { code: 'LEFT_OUT' })",
    }))
  },
})

// What these commands never do, and what would load a dozen of Node's modules first: Commander's
// sub-commands that are programs of their own; threads; Chalk's guess whether there is colour, which is
// made here.
const absent = {
  name: 'absent',
  setup(without) {
    const from = (filter, importer, contents) => {
      without.onResolve({ filter }, ({ path, importer: by }) =>
        importer.test(by) ? { path, namespace: 'absent', pluginData: contents } : undefined,
      )
    }
    from(/^node:child_process$/, /[\\/]commander[\\/]/, 'module.exports = {}')
    from(/^node:worker_threads$/, /[\\/]task-worker\.ts$/, 'export const Worker = undefined')
    from(/^#supports-color$/, /[\\/]chalk[\\/]/, 'export default { stdout: false, stderr: false }')
    without.onLoad({ filter: /.*/, namespace: 'absent' }, ({ pluginData }) => ({ contents: pluginData }))
  },
}

// V8 keeps a text of one byte a character where it can. esbuild escapes all but patterns.
const ascii = file => ({
  name: 'ascii',
  setup(written) {
    written.onEnd(() => {
      const spelled = char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
      writeFileSync(file, readFileSync(file, 'utf8').replace(/[^\0-\x7f]/g, spelled))
    })
  },
})
const commonjs = {
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  // Its loader starts a few milliseconds sooner, and V8 can keep what it compiled.
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
}
const QUICK = {
  'quick-search': /\/commands\/search\.js$/,
  'quick-index': /\/(commands\/index-cases|case-documents)\.js$/,
}
for (const [name, given] of Object.entries(QUICK)) {
  await build({
    ...commonjs,
    entryPoints: { [name]: `src/cli/${name}.ts` },
    // As a function, which `requireCached` compiles as it is.
    banner: { js: '(function(module,require){' },
    footer: { js: '})' },
    external: external.flatMap(name => [name, `${name}/*`]),
    // Threads read whole libraries, which these bundles never do.
    define: { 'import.meta.url': '""' },
    plugins: [lunrParts, refuse(given), absent, ascii(`dist/${name}.cjs`)],
  })
}
const wholeProgram = {
  name: 'whole-program',
  setup(launch) {
    launch.onResolve({ filter: /^\.\/start\.js$/ }, () => ({ path: './cli.js', external: true }))
  },
}
await build({ ...commonjs, entryPoints: { launch: 'src/cli/launch.ts' }, plugins: [wholeProgram] })

// Every first search of a page waits for it.
const BROWSER_LIMIT = 40 * 1024
const browser = await build({
  entryPoints: { 'casectl-search': 'src/web/index.ts' },
  outdir: 'dist/browser',
  bundle: true,
  format: 'esm',
  platform: 'browser',
  // The oldest with DecompressionStream('deflate-raw') everywhere: Chrome 103, Firefox 113, Safari 16.4.
  target: ['chrome103', 'firefox113', 'safari16.4'],
  minify: true,
  plugins: [lunrParts],
  legalComments: 'linked',
  logLevel: 'warning',
  metafile: true,
})
const file = 'dist/browser/casectl-search.js'
const size = gzipSync(readFileSync(file), { level: 9 }).length
if (size > BROWSER_LIMIT) {
  const { inputs } = browser.metafile.outputs[file]
  const largest = Object.entries(inputs).sort(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput)
  const list = largest.slice(0, 10).map(([name, { bytesInOutput }]) => `${bytesInOutput} ${name}`)
  throw new Error(
    `${file}: ${size} bytes gzipped, at most ${BROWSER_LIMIT}. Largest parts:\n${list.join('\n')}`,
  )
}
