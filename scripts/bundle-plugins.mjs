// What bundles are spared, and how those whose compiled code is kept are written.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Refuses what would be loaded later, but for what is given: the whole program takes over then. */
export const refuse = given => ({
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

const instead = (name, parts) => ({
  name,
  setup(without) {
    for (const [filter, importer, contents] of parts) {
      without.onResolve({ filter }, ({ path, importer: by }) =>
        importer.test(by) ? { path, namespace: name, pluginData: contents } : undefined,
      )
    }
    without.onLoad({ filter: /.*/, namespace: name }, ({ pluginData }) => ({ contents: pluginData }))
  },
})

/**
 * What `search` and `index` never do, and what would load a dozen of Node's modules first: Commander's
 * sub-commands that are programs of their own; threads; Chalk's guess whether there is colour, which is
 * made here.
 */
export const absent = instead('absent', [
  [/^node:child_process$/, /[\\/]commander[\\/]/, 'module.exports = {}'],
  [/^node:worker_threads$/, /[\\/]task-worker\.ts$/, 'export const Worker = undefined'],
  [/^#supports-color$/, /[\\/]chalk[\\/]/, 'export default { stdout: false, stderr: false }'],
])

/**
 * gray-matter splits, and reads with the engines that it is given (`src/parse/front-matter.ts`): its own
 * are never called, and would load two parsers.
 */
export const ownEngines = instead('own-engines', [
  [
    /^js-yaml$/,
    /[\\/]gray-matter[\\/]/,
    "exports.safeLoad = exports.safeDump = () => { throw new Error('js-yaml is left out') }",
  ],
])

/** What few runs of `lint` use: loaded when something of it is first asked for. */
export const late = {
  name: 'late',
  setup(lint) {
    const filter = /^(?:re2js|node:child_process|node:worker_threads)$/
    lint.onResolve({ filter }, ({ path, namespace }) =>
      namespace === 'late' ? { path, external: true } : { path, namespace: 'late' },
    )
    lint.onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => {
      const names = Object.keys(require(path)).map(
        name => `get ${name}() { return require('${path}').${name} }`,
      )
      return { contents: `module.exports = { ${names} }` }
    })
  },
}

/**
 * `String.raw` as the text that it gives: esbuild escapes what is not ASCII in a text, and cannot in a
 * raw one.
 */
export const rawTexts = {
  name: 'raw-texts',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      const contents = text.replace(/String\.raw(`[^`]*`)/g, (_, raw) =>
        raw.replace(/\$\{[^}]*\}|\\/g, part => (part === '\\' ? '\\\\' : part)),
      )
      return { contents, loader: 'ts' }
    })
  },
}

/** V8 keeps a text of one byte a character where it can. esbuild escapes all but patterns. */
export const ascii = file => ({
  name: 'ascii',
  setup(written) {
    written.onEnd(() => {
      const text = readFileSync(file, 'utf8')
      if (/\braw`[^`]*[^\0-\x7f`]/.test(text)) throw new Error(`${file}: a raw text that is not ASCII`)
      const spelled = char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
      writeFileSync(file, text.replace(/[^\0-\x7f]/g, spelled))
    })
  },
})
