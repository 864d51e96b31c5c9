import type { Cause } from '../model/case.js'
import type { DocumentSection, IndexDocument } from './document.js'
import { DamagedIndex } from './storage.js'

/** Stands for what is missing. */
const NONE = null
/** Stands for the values of a facet that the document says elsewhere. */
const SAID = 0

type Texts = readonly string[]
type Optional = string | typeof NONE

/** What is stored of a document: its values in this order, without their names. */
type Stored = readonly [
  id: string,
  path: string,
  title: string,
  kind: string,
  status: string,
  language: string,
  updated: Optional,
  supersededBy: Optional,
  uses: number | typeof NONE,
  facets: Readonly<Record<string, Texts | typeof SAID>>,
  tags: Texts,
  errorCodes: Texts,
  customerPhrases: Texts,
  causes: readonly (readonly [cause: string, check: Optional, fix: Optional])[],
  details: Texts,
  related: Texts,
  sections: readonly (readonly [id: Optional, title: string, text: string, audience?: string])[],
]

const encoder = new TextEncoder()

/** A document as it is stored, before it is deflated: JSON in UTF-8. */
export function encodeDocument(document: IndexDocument): Uint8Array<ArrayBuffer> {
  const { id, path, title, kind, status, language, updated, supersededBy, uses } = document
  const { tags, errorCodes, customerPhrases, details, related } = document
  const stored: Stored = [
    ...([id, path, title, kind, status, language] as const),
    ...([updated ?? NONE, supersededBy ?? NONE, uses ?? NONE, storedFacets(document)] as const),
    ...([tags, errorCodes, customerPhrases, document.causes.map(storedCause), details, related] as const),
    document.sections.map(storedSection),
  ]
  return encoder.encode(JSON.stringify(stored))
}

/** @throws DamagedIndex when the bytes are no document */
export function decodeDocument(bytes: Uint8Array, file: string): IndexDocument {
  try {
    // The checksum held, so this is what was written.
    return fromStored(JSON.parse(new TextDecoder().decode(bytes)) as Stored)
  } catch {
    throw new DamagedIndex(file, 'a document is damaged')
  }
}

function fromStored(stored: Stored): IndexDocument {
  const [id, path, title, kind, status, language, updated, supersededBy, uses, facets, ...others] = stored
  const [tags, errorCodes, customerPhrases, causes, details, related, sections] = others
  const head = { id, path, title, kind, status, language } as IndexDocument
  const said = { ...head, tags }
  const values: Record<string, Texts> = Object.create(null)
  for (const [dimension, own] of Object.entries(facets))
    values[dimension] = own === SAID ? (saidValues(said, dimension) ?? []) : own
  return {
    ...head,
    ...(updated === NONE ? {} : { updated }),
    ...(supersededBy === NONE ? {} : { supersededBy }),
    facets: values,
    tags,
    errorCodes,
    customerPhrases,
    causes: causes.map(readCause),
    details,
    related,
    sections: sections.map(readSection),
    ...(uses === NONE ? {} : { uses }),
  }
}

function storedFacets(document: IndexDocument): Stored[9] {
  const facets: Record<string, Texts | typeof SAID> = Object.create(null)
  for (const [dimension, values] of Object.entries(document.facets))
    facets[dimension] = sameTexts(values, saidValues(document, dimension)) ? SAID : values
  return facets
}

type Said = Pick<IndexDocument, 'status' | 'kind' | 'language' | 'tags'>

/** What the document says elsewhere of a facet. */
function saidValues({ status, kind, language, tags }: Said, dimension: string): Texts | undefined {
  if (dimension === 'status') return [status]
  if (dimension === 'kind') return [kind]
  if (dimension === 'language') return [language]
  return dimension === 'tag' ? tags : undefined
}

function sameTexts(a: Texts, b: Texts | undefined): boolean {
  return a.length === b?.length && a.every((text, i) => text === b[i])
}

function storedCause({ cause, check, fix }: Cause): Stored[13][number] {
  return [cause, check ?? NONE, fix ?? NONE]
}

function readCause([cause, check, fix]: Stored[13][number]): Cause {
  return { cause, ...(check === NONE ? {} : { check }), ...(fix === NONE ? {} : { fix }) }
}

function storedSection({ id, title, text, audience }: DocumentSection): Stored[16][number] {
  const section = [id ?? NONE, title, text] as const
  return audience === undefined ? section : [...section, audience]
}

function readSection([id, title, text, audience]: Stored[16][number]): DocumentSection {
  return {
    ...(id === NONE ? {} : { id }),
    title,
    text,
    ...(audience === undefined ? {} : { audience: audience as NonNullable<DocumentSection['audience']> }),
  }
}
