import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Random } from '../library/random.mjs'
import {
  amongSmallTalk,
  courteous,
  firstSentence,
  half,
  keywords,
  mixed,
  thinned,
  withoutFirst,
} from './rewrite.mjs'

/**
 * Reads a folder into sets, each with documents `{id, title, body}` and queries `{text, id}`:
 * documents.jsonl with queries.tsv and qrels.tsv, or one *.jsonl of questions with answers a
 * language, where the questions are the queries. Where answers have a `desc`, a line that says in
 * other words what they are about, that is a query too.
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
    {
      name: 'questions, among small talk',
      documents,
      queries: rewritten(queries, text => amongSmallTalk(text, random)),
    },
    { name: 'questions, keywords', documents, queries: rewritten(queries, text => keywords(text, random)) },
    split('first sentence finds the rest', bare, firstSentence),
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
    set('title among small talk finds body', bare, text => amongSmallTalk(text, random)),
    set('title among small talk', documents, text => amongSmallTalk(text, random)),
    set('keywords of the title find body', bare, text => keywords(text, random)),
    set('half a title finds body', bare, text => half(text, random)),
    split(`${language}: first sentence finds title and rest`, documents, firstSentence),
    ...described(language, documents),
  ]
}

function described(language, documents) {
  const queries = documents.flatMap(({ id, desc }) => (desc ? [{ text: desc, id }] : []))
  return queries.length === 0
    ? []
    : [{ name: `${language}: description finds title and body`, documents, queries }]
}

/** The first half of a body is the document, the second the query: long, and of other words. */
function halves(name, documents) {
  return split(name, documents, body => withoutFirst(body).reverse())
}

/** Of each body, a part is the query, and the document has the rest. */
function split(name, documents, cut) {
  const queries = []
  const left = documents.map(document => {
    const [asked, rest] = cut(document.body)
    if (asked === '' || rest === '') return document
    queries.push({ text: asked, id: document.id })
    return { ...document, body: rest }
  })
  return { name, documents: left, queries }
}

function rewritten(queries, rewrite) {
  return queries.map(({ text, id }) => ({ text: rewrite(text), id }))
}

function readDocuments(file) {
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map(line => {
    const { id, title, body, lang, desc } = JSON.parse(line)
    return { id, title, body, lang, desc }
  })
}

function rows(file) {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map(line => line.split('\t'))
}
