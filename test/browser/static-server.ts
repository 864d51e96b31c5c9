import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface ServedFolders {
  /** First part of the path → folder. */
  readonly folders: Readonly<Record<string, string>>
  /** Whether `Range` is understood; a server may ignore it (RFC 9110, 14.2). */
  readonly ranges: boolean
}

export interface StaticServer {
  readonly url: string
  close(): Promise<void>
}

/** A host of files on the loopback interface, as hosts of files are: nothing but names and bytes. */
export async function serve(served: ServedFolders): Promise<StaticServer> {
  const server = createServer((request, response) => {
    answer(request, response, served).catch(error => {
      response.writeHead(500).end(String(error))
    })
  })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', json: 'application/json' }

async function answer(request: IncomingMessage, response: ServerResponse, served: ServedFolders) {
  const [, first = '', name = ''] = (request.url ?? '').split('/')
  if (first === '') {
    response
      .writeHead(200, { 'Content-Type': 'text/html' })
      .end('<!doctype html><title>cases</title><link rel="icon" href="data:,">')
    return
  }
  const folder = served.folders[first]
  const bytes = folder === undefined || !/^[\w.-]+$/.test(name) ? undefined : await read(join(folder, name))
  if (bytes === undefined) {
    response.writeHead(404).end()
    return
  }
  const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  const immutable = /-[0-9a-f]{16}\.bin$/.test(name)
  response.setHeader('Content-Type', type)
  response.setHeader('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
  if (type !== 'application/octet-stream') sendText(request, response, bytes)
  else sendRange(request, response, bytes, served.ranges)
}

async function read(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch {
    return undefined
  }
}

/** Texts go gzipped, as every host sends them. */
function sendText(request: IncomingMessage, response: ServerResponse, bytes: Buffer): void {
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
    response.end(bytes)
    return
  }
  response.setHeader('Content-Encoding', 'gzip')
  response.end(gzipSync(bytes, { level: 9 }))
}

function sendRange(request: IncomingMessage, response: ServerResponse, bytes: Buffer, ranges: boolean): void {
  const asked = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
  if (!ranges || asked === null) {
    response.end(bytes)
    return
  }
  const [start, last] = [Number(asked[1]), Math.min(Number(asked[2]), bytes.length - 1)]
  if (start >= bytes.length) {
    response.writeHead(416, { 'Content-Range': `bytes */${bytes.length}` }).end()
    return
  }
  response.writeHead(206, {
    'Content-Range': `bytes ${start}-${last}/${bytes.length}`,
    'Content-Length': last + 1 - start,
  })
  response.end(bytes.subarray(start, last + 1))
}
