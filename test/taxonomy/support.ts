import { CasectlError } from '../../src/lib/errors.js'
import { buildLibrary } from '../../src/library/library.js'
import type { RepoPath } from '../../src/model/case.js'
import { resolveConfig } from '../../src/model/resolve-config.js'
import { Taxonomy } from '../../src/model/taxonomy.js'
import { builtInCheck } from '../../src/parse/built-in-check.js'
import { CaseParser } from '../../src/parse/parse-case.js'
import { readConfig } from '../../src/parse/read-config.js'
import { readTaxonomy } from '../../src/parse/read-taxonomy.js'
import type { Validator } from '../../src/parse/schema.js'
import { type MergeRequest, planMerge } from '../../src/taxonomy/merge.js'
import { type MoveRequest, planMove } from '../../src/taxonomy/mv.js'
import type { Reshaped, Sources } from '../../src/taxonomy/reshape.js'

/** A library as texts. */
export interface Texts {
  readonly taxonomy: string
  readonly config?: string
  readonly cases?: Readonly<Record<RepoPath, string>>
}

// Compiling a schema takes longer than the rest of a test.
const validators = new Map<string, Validator>()

function validatorFor(fields: readonly string[]): Validator {
  const known = validators.get(fields.join()) ?? builtInCheck(fields)
  validators.set(fields.join(), known)
  return known
}

export function sourcesOf({ taxonomy: text, config: configText = '', cases = {} }: Texts): Sources {
  const read = readTaxonomy(text)
  if (read.value === undefined) throw new Error(JSON.stringify(read.problems))
  const written = readConfig(configText)
  if (written.value === undefined) throw new Error(JSON.stringify(written.problems))
  const config = resolveConfig(written.value)
  const taxonomy = new Taxonomy(read.value)
  const fields = [...taxonomy.facets.values()].map(facet => facet.field)
  const parser = new CaseParser({ config, taxonomy, validate: validatorFor(fields) })
  const parse = (path: RepoPath, content: string) => parser.parseText(path, content)
  const files = Object.entries(cases).map(([path, content]) => parse(path, content))
  return {
    library: buildLibrary(config, taxonomy, files, () => undefined),
    taxonomy: { path: 'taxonomy.yml', text },
    config: { path: 'casectl.config.yml', text: configText },
    parse,
  }
}

/** The files that change, by path, with their new texts. */
export function written({ changes }: Reshaped): Record<RepoPath, string | null> {
  return Object.fromEntries(changes.map(({ path, after }) => [path, after]))
}

export function move(texts: Texts, request: MoveRequest): Record<RepoPath, string | null> {
  return written(planMove(sourcesOf(texts), request))
}

export function merge(texts: Texts, request: MergeRequest): Record<RepoPath, string | null> {
  return written(planMerge(sourcesOf(texts), request))
}

/** The taxonomy after `mv FACET TERM [NEW-ID] [--under PARENT]`, in a library without cases. */
export function moved(taxonomy: string, term: string, newId: string | undefined, under?: string): unknown {
  const request = {
    facet: 'f',
    term,
    ...(newId === undefined ? {} : { newId }),
    ...(under === undefined ? {} : { under }),
  }
  return move({ taxonomy }, request)['taxonomy.yml']
}

/** The taxonomy after `merge FACET TERM INTO`, in a library without cases. */
export function merged(taxonomy: string, term: string, into: string): unknown {
  return merge({ taxonomy }, { facet: 'f', term, into })['taxonomy.yml']
}

/** The expected failure of a plan. */
export function refusal(plan: () => unknown): CasectlError {
  try {
    plan()
  } catch (error) {
    if (error instanceof CasectlError) return error
    throw error
  }
  throw new Error('was not refused')
}

/** A case whose front matter has the given lines beside the required ones. */
export function caseText(lines: string, id = 'CASE-7F3KQ'): string {
  return `---
id: ${id}
kind: case
title: Slow
status: draft
language: en
${lines}
---

## Problem

Slow.
`
}
