import { SEARCH_FIELDS } from '../model/config.js'

/*
 * A posting list, what is alike side by side:
 *
 *   mask         byte    bit f: some document has the term in field f
 *   documents    varint
 *   counts       varint  for each bit of the mask, lowest first: documents that have it in that
 *                        field; left out when there is one document
 *   first        varint  8 × the rank by id of the first document by id + the lowest field there
 *   sizes        varint  bytes of the heads, varint bytes of the masks; left out below SIZED_DOCUMENTS
 *   heads        a document each, in ascending number:
 *                varint  4 × (number - number before - 1) + kind; "before" the first one is -1
 *   masks        byte    for each FIELDS: its fields
 *   in the body  varint  for each BODY and each mask with the body: how often it stands there
 *   for each other field of the mask, lowest first:
 *     how often  varint  for each document that has it there
 *     lengths    varint  for each: terms in that field of the document
 *
 * BODY_ONCE, BODY_TWICE: the term stands once or twice in the body and nowhere else. BODY: it stands
 * nowhere else. FIELDS: it stands in the fields of its mask.
 */
export const BODY_ONCE = 0
export const BODY_TWICE = 1
export const BODY = 2
export const FIELDS = 3

/** In a shorter list the heads are counted through sooner than their sizes would pay. */
export const SIZED_DOCUMENTS = 64

export const FIELD_COUNT: number = SEARCH_FIELDS.length
/** The last field: most terms stand there and nowhere else. */
export const BODY_FIELD: number = SEARCH_FIELDS.indexOf('body')
