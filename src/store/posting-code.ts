import { SEARCH_FIELDS } from '../model/config.js'

/*
 * A posting list:
 *
 *   mask         byte    bit f: some document has the term in field f
 *   documents    varint
 *   counts       varint  for each bit of the mask, lowest first: documents that have it in that
 *                        field; left out when there is one document
 *   first        varint  8 × the rank by id of the first document by id + the lowest field there
 *   postings     a document each, in ascending number:
 *     head       varint  4 × (number - number before - 1) + kind; "before" the first one is -1
 *     BODY_ONCE, BODY_TWICE: nothing; the term stands once or twice in the body and nowhere else
 *     BODY:      varint  how often it stands in the body, and nowhere else
 *     FIELDS:    byte    mask of its fields; for each, lowest first:
 *                varint  how often it stands there
 *                varint  terms in that field of the document; left out for the body
 */
export const BODY_ONCE = 0
export const BODY_TWICE = 1
export const BODY = 2
export const FIELDS = 3

export const FIELD_COUNT: number = SEARCH_FIELDS.length
/** The last field: most terms stand there and nowhere else. */
export const BODY_FIELD: number = SEARCH_FIELDS.indexOf('body')
