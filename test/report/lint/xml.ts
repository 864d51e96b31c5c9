import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

const TOKEN = /<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>|[^<]+/y
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Reads the XML that our reports are written in, and nothing else of XML.
 * @throws Error where a document is not well formed
 */
export function readXml(text: string): Element {
  const start = '<?xml version="1.0" encoding="UTF-8"?>\n'
  if (!text.startsWith(start)) throw new Error('no declaration')
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text))
    throw new Error('not a character of XML')
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  TOKEN.lastIndex = start.length
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex
    const token = TOKEN.exec(text)
    const top = open.at(-1)
    if (token === null || top === undefined) throw new Error(`not well formed: ${text.slice(at, at + 80)}`)
    const [whole, closing, name, attributes = ''] = token
    if (name === undefined) top.text += decoded(whole)
    else if (closing === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`)
    } else {
      const element = { name, attributes: readAttributes(attributes), children: [], text: '' }
      top.children.push(element)
      open.push(element)
    }
  }
  const [only, ...more] = root.children
  if (open.length !== 1 || only === undefined || more.length > 0) throw new Error('not one root element')
  return only
}

function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name, decoded(value ?? '')]),
  )
}

function decoded(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(text)) throw new Error(`a bare & in ${text}`)
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) =>
    code === undefined ? (ENTITIES[name] ?? '') : String.fromCodePoint(Number(code)),
  )
}

/** Of libxml2; knows XML Schema. */
const XMLLINT = 'xmllint'

export const HAS_XMLLINT: boolean = spawnSync(XMLLINT, ['--version']).status === 0

/** What `xmllint` has against documents, '' where they are after the schema. */
export function xmllint(documents: readonly string[], schema: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'casectl-xml-'))
  const files = documents.map((text, i) => {
    const file = join(folder, `${i}.xml`)
    writeFileSync(file, text)
    return file
  })
  const { status, stderr } = spawnSync(XMLLINT, ['--noout', '--nonet', '--schema', schema, ...files], {
    encoding: 'utf8',
  })
  rmSync(folder, { recursive: true })
  return status === 0 ? '' : stderr
}
