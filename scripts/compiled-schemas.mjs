import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import standalone from 'ajv/dist/standalone/index.js'
import { build, transform } from 'esbuild'

const require = createRequire(import.meta.url)

/**
 * Puts the code that ajv makes of casectl's own schemas in the place of the module that would compile
 * them at run time.
 */
export const compiledSchemas = {
  name: 'compiled-schemas',
  setup(bundle) {
    let contents
    // What the code calls of ajv's is a few lines each: they go into the bundle.
    bundle.onResolve({ filter: /^ajv\/dist\/runtime\// }, ({ path }) => ({ path: require.resolve(path) }))
    bundle.onLoad({ filter: /[\\/]parse[\\/]fixed-validators\.ts$/ }, async () => {
      contents ??= code()
      return { contents: await contents, loader: 'js', resolveDir: 'src/parse' }
    })
  },
}

/** The module: what the code calls, the code, and the function that hands it out. */
async function code() {
  const { FIXED_SCHEMAS, newAjv } = await load()
  const { _ } = await import('ajv')
  const ajv = newAjv({ source: true, esm: true, formats: _`formats` })
  const names = Object.keys(FIXED_SCHEMAS)
  for (const [name, schema] of Object.entries(FIXED_SCHEMAS)) ajv.addSchema(schema, name)
  const module = [
    "import { isDay } from '../lib/day.js'",
    "import { firstPair } from './first-pair.js'",
    "import { isLanguageTag } from './language-tag.js'",
    'const formats = { day: isDay, language: isLanguageTag }',
    // Names of properties are coerced like values: never, being texts, but it is written down.
    standalone(ajv, Object.fromEntries(names.map(name => [`of_${name}`, name]))).replaceAll(
      /for\(const (key\d+) of/g,
      'for(let $1 of',
    ),
    `const compiled = { ${names.map(name => `${name}: of_${name}`).join(', ')} }`,
    'export const fixedValidator = name => compiled[name]',
  ].join('\n')
  // Its names say nothing, and are a fifth of it.
  return (await transform(module, { minifyIdentifiers: true })).code
}

async function load() {
  const folder = await mkdtemp(join('node_modules', '.schemas-'))
  try {
    const outfile = join(folder, 'schemas.mjs')
    await build({
      stdin: {
        contents: "export { FIXED_SCHEMAS } from './fixed-schemas.js'\nexport { newAjv } from './new-ajv.js'",
        resolveDir: 'src/parse',
      },
      outfile,
      bundle: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      logLevel: 'warning',
    })
    return await import(pathToFileURL(outfile))
  } finally {
    await rm(folder, { recursive: true })
  }
}
