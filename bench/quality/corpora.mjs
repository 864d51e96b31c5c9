import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Random } from '../library/random.mjs'
import { courteous, half, mixed, thinned, withoutFirst } from './rewrite.mjs'

/**
 * Reads a folder into sets, each with documents `{id, title, body}` and queries `{text, id}`:
 * documents.jsonl with queries.tsv and qrels.tsv, or one *.jsonl of questions with answers a
 * language, where the questions are the queries.
 */
export function readSets(folder) {
  if (existsSync(join(folder, 'queries.tsv'))) return judgedSets(folder)
  return ['zh', 'en'].flatMap(language => {
    const file = join(folder, `${language}.jsonl`)
    return existsSync(file) ? answerSets(language, readDocuments(file)) : []
  })
}

function judgedSets(folder) {
  const documents = readDocuments(join(folder, 'documents.jsonl'))
  const right = new Map(rows(join(folder, 'qrels.tsv')).map(([query, id]) => [query, id]))
  const queries = rows(join(folder, 'queries.tsv')).map(([query, , text]) => ({ text, id: right.get(query) }))
  const bare = documents.map(document => ({ ...document, title: '' }))
  const random = new Random(1)
  return [
    { name: 'questions', documents, queries },
    {
      name: 'questions, in a letter',
      documents,
      queries: rewritten(queries, text => courteous(text, random)),
    },
    { name: 'questions, no titles', documents: bare, queries },
    {
      name: 'questions, no titles, a third left out',
      documents: bare,
      queries: rewritten(queries, text => thinned(text, random)),
    },
    halves('second half finds first', bare),
  ]
}

function answerSets(language, documents) {
  const random = new Random(2)
  const bare = documents.map(document => ({ ...document, title: '' }))
  const queries = documents.map(({ id, title }) => ({ text: title, id }))
  const set = (name, documents, rewrite) => ({
    name: `${language}: ${name}`,
    documents,
    queries: rewritten(queries, rewrite),
  })
  return [
    set('title finds body', bare, text => text),
    set('title in a letter finds body', bare, text => courteous(text, random)),
    set('half a title', documents, text => half(text, random)),
    set('title, shuffled', documents, text => mixed(text, random)),
    set('title in a letter, a third left out', documents, text => courteous(thinned(text, random), random)),
    halves(`${language}: second half finds title and first`, documents),
    halves(`${language}: second half finds first`, bare),
  ]
}

/** The first half of a body is the document, the second the query: long, and of other words. */
function halves(name, documents) {
  const queries = []
  const left = documents.map(document => {
    const [first, rest] = withoutFirst(document.body)
    if (rest === '') return document
    queries.push({ text: rest, id: document.id })
    return { ...document, body: first }
  })
  return { name, documents: left, queries }
}

function rewritten(queries, rewrite) {
  return queries.map(({ text, id }) => ({ text: rewrite(text), id }))
}

function readDocuments(file) {
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map(line => {
    const { id, title, body, lang } = JSON.parse(line)
    return { id, title, body, lang }
  })
}

function rows(file) {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map(line => line.split('\t'))
}
