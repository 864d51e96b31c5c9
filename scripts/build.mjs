// Bundles the command line and the library into dist/, one chunk a lazily imported room:
// `casectl --help` reads two files, and `casectl search` never reads the parsers.
import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { build } from 'esbuild'

// Packages on the way of every start go into the bundle: finding and opening their files one by one
// costs a search a sixth of its time. They stay listed as dependencies, where audits look.
const BUNDLED = ['chalk', 'commander', 'fast-string-width', 'fastest-levenshtein', 'lunr']

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
const external = Object.keys(dependencies).filter(name => !BUNDLED.includes(name))

await rm('dist', { recursive: true, force: true })
await build({
  entryPoints: { cli: 'src/cli/start.ts', index: 'src/index.ts' },
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: external.flatMap(name => [name, `${name}/*`]),
  // For bundled CommonJS packages that require Node's own modules.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  logLevel: 'warning',
})
