import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { compiledSchemas } from '../../scripts/compiled-schemas.mjs'
import { FIXED_SCHEMAS, type FixedSchema } from '../../src/parse/fixed-schemas.js'
import { fixedValidator } from '../../src/parse/fixed-validators.js'

const FILE = join('node_modules', `.fixed-${process.pid}.mjs`)
let built: { readonly fixedValidator: typeof fixedValidator }

beforeAll(async () => {
  await build({
    entryPoints: ['src/parse/fixed-validators.ts'],
    outfile: FILE,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    plugins: [compiledSchemas],
  })
  built = await import(/* @vite-ignore */ pathToFileURL(FILE).href)
})
afterAll(() => rmSync(FILE, { force: true }))

/** What a validator says of a value, and what it made of it. */
function said(validate: ReturnType<typeof fixedValidator>, value: unknown): unknown {
  const copy = structuredClone(value)
  return [validate(copy), validate.errors?.map(error => ({ ...error })), copy]
}

const TYPICAL: Readonly<Record<FixedSchema, string>> = {
  approvals: '{ version: 1, approvals: [{ login: a, commit: b }, { login: a, commit: b }] }',
  builtIn: 'id: CASE-7F3KQ\nkind: case\ntitle: x\nstatus: published\nlanguage: zh\nother: 1',
  case: 'id: CASE-7F3KQ\nkind: case\ntitle: x\nstatus: published\nlanguage: zh\nresolution_hours: "3"\nother: 1',
  facets: 'industry: [a, a]\nfamily: 7\nregion: { a: b }',
  config:
    'version: "1"\nlimit: 20\nreview: { roles: { technical: [{ name: A, email: a@b.c }] }, threshold: "3" }',
  gold: 'version: 1\nqueries: [{ query: 停机, language: zh, kind: symptom, expect: [CASE-7F3KQ, CASE-7F3KQ] }]',
  review:
    'case: CASE-7F3KQ\nrole: technical\nverdict: approve\nday: 2026-02-31\nscores: { authenticity: "5" }',
  synonyms: 'version: 1\nequal: [[a, b, a]]\nassociations: [{ from: a, to: [b] }]',
  carry:
    'version: 1\ncase: CASE-7F3KQ\ncommand: mv\narguments: [a, b]\nby: A <a@b.c>\nday: 2026-02-31\nfrom: sha256:0\nto: x',
  exception:
    'version: 1\ncase: CASE-7F3KQ\nkind: review\napprover: A <a@b.c>\nday: 2026-02-01\nreason: because\nuntil: 2026-02-31',
  mapping:
    'version: "1"\nread: { format: csv }\ncolumns: [{ column: a, to: title }, { column: b, to: section.problem, split: "" }]\nconstants: { kind: fault }',
  products: 'version: 1\nproducts: { a: { version: "3.2" } }',
  roles: 'version: 1\nroles: { technical: [{ name: A, email: a@b.c }] }',
  ticket: 'id: 7\ntitle: x\nopened: 2026-02-31\nlanguage: zh\nresolution_hours: "3"\nsymptoms: [a, a]',
  taxonomy:
    'version: 1\nfacets: { product: { label: { zh: 产品, en: Product }, terms: { a: { label: x } } } }',
}

test.each(Object.keys(FIXED_SCHEMAS) as FixedSchema[])('%s: the built code finds what ajv finds', name => {
  const typical = parse(TYPICAL[name])
  const keys = Object.keys(typical)
  const values = fc.oneof(
    fc.record(
      Object.fromEntries(keys.map(key => [key, fc.oneof(fc.constant(typical[key]), fc.jsonValue())])),
      { requiredKeys: [] },
    ),
    fc.jsonValue(),
    fc.record({
      ...Object.fromEntries(keys.map(key => [key, fc.constant(typical[key])])),
      other: fc.string(),
    }),
  )
  expect(said(built.fixedValidator(name), typical)).toEqual(said(fixedValidator(name), typical))
  fc.assert(
    fc.property(values, value => {
      expect(said(built.fixedValidator(name), value)).toEqual(said(fixedValidator(name), value))
    }),
    { numRuns: 300 },
  )
})
