// Bundles the command line and the library into dist/, one chunk a lazily imported room:
// `casectl --help` reads two files, and `casectl search` never reads the parsers. Beside them `search`,
// `index` and `lint`, and the search of web pages, are bundles of their own, in one file each.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { absent, ascii, late, ownEngines, rawTexts, refuse } from './bundle-plugins.mjs'
import { compiledSchemas } from './compiled-schemas.mjs'
import { lunrParts } from './lunr-parts.mjs'

// Packages on the way of every start go into the bundle: finding and opening their files one by one
// costs a search a sixth of its time, and a command that reads cases a quarter of its start. They stay
// listed as dependencies, where audits look.
const BUNDLED = [
  ...['chalk', 'commander', 'fast-string-width', 'fastest-levenshtein', 'gray-matter', 'lunr', 'remark'],
  ...['remark-gfm', 'remark-stringify', 'unified', 'yaml'],
]

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
const external = Object.keys(dependencies).filter(name => !BUNDLED.includes(name))

// Names this build in what is kept between runs: what a rule found yesterday holds only for the same rule.
const sources = readdirSync('src', { recursive: true })
  .filter(name => name.endsWith('.ts'))
  .sort()
const buildId = createHash('sha256')
for (const name of ['../package-lock.json', ...sources]) buildId.update(readFileSync(join('src', name)))
const BUILD = JSON.stringify(buildId.digest('hex').slice(0, 16))

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
  define: { CASECTL_BUILD: BUILD },
  // For bundled CommonJS packages that require Node's own modules.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
  minifySyntax: true,
  minifyWhitespace: true,
  plugins: [compiledSchemas, ownEngines],
  legalComments: 'linked',
  logLevel: 'warning',
})

const commonjs = {
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  // Its loader starts a few milliseconds sooner, and V8 can keep what it compiled.
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  logLevel: 'warning',
}
// The quick ways to `casectl search`, `index` and `lint`: one file each. Threads, which only lint starts,
// find theirs by the address of the bundle.
const nothingLater = { minifyIdentifiers: true, define: { 'import.meta.url': '""' } }
const QUICK = {
  'quick-search': { ...nothingLater, plugins: [refuse(/\/commands\/search\.js$/), absent] },
  'quick-index': {
    ...nothingLater,
    plugins: [refuse(/\/(commands\/index-cases|case-documents)\.js$/), absent],
  },
  // It ends what it begins, so nothing is refused, and names stay as they are for those who debug it.
  'quick-lint': {
    define: { 'import.meta.url': 'bundleUrl', CASECTL_BUILD: BUILD },
    // What stays outside is required: each such package has a CommonJS form.
    supported: { 'dynamic-import': false },
    plugins: [compiledSchemas, ownEngines, late],
  },
}
for (const [name, { plugins, ...options }] of Object.entries(QUICK)) {
  await build({
    ...commonjs,
    ...options,
    entryPoints: { [name]: `src/cli/${name}.ts` },
    // As a function, which `requireCached` compiles as it is.
    banner: { js: '(function(module,require,bundleUrl){' },
    footer: { js: '})' },
    external: external.flatMap(name => [name, `${name}/*`]),
    plugins: [lunrParts, ...plugins, rawTexts, ascii(`dist/${name}.cjs`)],
  })
}
const wholeProgram = {
  name: 'whole-program',
  setup(launch) {
    launch.onResolve({ filter: /^\.\/start\.js$/ }, () => ({ path: './cli.js', external: true }))
  },
}
await build({
  ...commonjs,
  minifyIdentifiers: true,
  entryPoints: { launch: 'src/cli/launch.ts', 'lint-worker': 'src/cli/lint-thread.ts' },
  plugins: [wholeProgram],
})

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
