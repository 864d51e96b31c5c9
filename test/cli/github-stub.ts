import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { onTestFinished } from 'vitest'

interface Operation {
  readonly operationId: string
  readonly parameters: readonly {
    $ref?: string
    name: string
    in: string
    required?: boolean
    schema: object
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> }
  readonly responses: Readonly<Record<string, unknown>>
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly examples: Readonly<Record<string, { readonly value: unknown }>>
    readonly parameters: Readonly<Record<string, Operation['parameters'][number]>>
  }
}

/** What GitHub says of itself (test/fixtures/README.md). */
const OFFICIAL: Description = JSON.parse(readFileSync('test/fixtures/github-pulls.openapi.json', 'utf8'))
const PATH = '/repos/{owner}/{repo}/pulls'

/** OpenAPI 3.0 says `nullable`, JSON Schema a type. */
function asJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asJsonSchema)
  if (typeof value !== 'object' || value === null) return value
  const { nullable, ...rest } = value as Record<string, unknown>
  const own = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, asJsonSchema(inner)]))
  return nullable === true ? { anyOf: [{ type: 'null' }, own] } : own
}

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true, coerceTypes: false })
ajv.addSchema({ ...(asJsonSchema(OFFICIAL) as object), $id: 'https://github.test/description' })

/** What is wrong with a value at a place of the description. */
function faults(pointer: string, value: unknown, coerce = false): string[] {
  const refers = { $ref: `https://github.test/description#${pointer}` }
  const given = coerce && /^\d+$/.test(String(value)) ? Number(value) : value
  const validate = ajv.compile(refers)
  return validate(given)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

const part = (text: string): string => text.replaceAll('~', '~0').replaceAll('/', '~1')
const placeOf = (method: string): string => `/paths/${part(PATH)}/${method}`

/** A pull request as the stub keeps it. */
export interface StubPull {
  readonly number: number
  readonly head: string
  readonly base: string
  readonly title: string
  readonly body: string
  readonly draft: boolean
}

/** A GitHub that knows pull requests alone, and holds every request and answer against the description. */
export interface GithubStub {
  readonly address: string
  readonly pulls: StubPull[]
  /** Method, path and the Authorization header of each request. */
  readonly requests: { readonly method: string; readonly path: string; readonly authorization: string }[]
  /** What did not hold. */
  readonly faults: string[]
  /** Answers with this status from now on. */
  refuse: number | undefined
}

export async function startGithub(): Promise<GithubStub> {
  const stub: { -readonly [K in keyof GithubStub]: GithubStub[K] } = {
    ...{ address: '', pulls: [], requests: [], faults: [], refuse: undefined },
  }
  const server = createServer((request, response) => {
    answer(stub, request)
      .then(([status, body]) => {
        response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
        response.end(JSON.stringify(body))
      })
      .catch(error => {
        stub.faults.push(String(error))
        response.writeHead(500).end()
      })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  stub.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return stub
}

async function answer(stub: GithubStub, request: IncomingMessage): Promise<[number, unknown]> {
  const { method = '', headers } = request
  const url = new URL(request.url ?? '', 'http://127.0.0.1')
  stub.requests.push({ method, path: url.pathname, authorization: headers.authorization ?? '' })
  const operation = OFFICIAL.paths[PATH]?.[method.toLowerCase()]
  if (!/^\/api\/v3\/repos\/acme\/library\/pulls$/.test(url.pathname) || operation === undefined) {
    stub.faults.push(`no operation: ${method} ${url.pathname}`)
    return [404, { message: 'Not Found' }]
  }
  if (headers['user-agent'] === undefined) stub.faults.push('no user-agent')
  checkQuery(stub, operation, url)
  if (stub.refuse !== undefined) {
    return checked(stub, method, stub.refuse, {
      message: `No, said to ${headers.authorization}`,
      documentation_url: 'https://docs.github.com/rest',
      errors: [],
    })
  }
  if (method === 'GET') return checked(stub, method, 200, listed(stub, url))
  const body = JSON.parse(await textOf(request))
  const place = `${placeOf('post')}/requestBody/content/${part('application/json')}/schema`
  stub.faults.push(...faults(place, body).map(fault => `body of the request: ${fault}`))
  const number = stub.pulls.length + 1
  stub.pulls.push({ number, ...body })
  return checked(stub, method, 201, full(stub, number))
}

/** Holds every parameter of a query against the description, and refuses those that it does not know. */
function checkQuery(stub: GithubStub, { parameters }: Operation, url: URL): void {
  const known = new Map<string, string>()
  for (const [i, given] of parameters.entries()) {
    const name = given.$ref?.split('/').at(-1)
    const found = name === undefined ? given : OFFICIAL.components.parameters[name]
    const pointer =
      name === undefined ? `${placeOf('get')}/parameters/${i}` : `/components/parameters/${name}`
    if (found?.in === 'query') known.set(found.name, `${pointer}/schema`)
  }
  for (const [name, value] of url.searchParams) {
    const pointer = known.get(name)
    if (pointer === undefined) stub.faults.push(`no parameter: ${name}`)
    else stub.faults.push(...faults(pointer, value, true).map(fault => `${name}: ${fault}`))
  }
}

/** An answer that must be one that GitHub gives. */
function checked(stub: GithubStub, method: string, status: number, body: unknown): [number, unknown] {
  const response = OFFICIAL.paths[PATH]?.[method.toLowerCase()]?.responses[status] as
    | { $ref?: string }
    | undefined
  const at = response?.$ref?.slice(1) ?? `${placeOf(method.toLowerCase())}/responses/${status}`
  const found = faults(`${at}/content/${part('application/json')}/schema`, body)
  stub.faults.push(...found.slice(0, 5).map(fault => `answer ${status}: ${fault}`))
  return [status, body]
}

function listed(stub: GithubStub, url: URL): unknown[] {
  const { searchParams: query } = url
  const [example] = exampleOf('pull-request-simple-items') as object[]
  return stub.pulls
    .filter(({ head, base }) => query.get('head') === `acme:${head}` && query.get('base') === base)
    .map(({ number, title }) => ({ ...example, ...NO_TEAMS, number, title, html_url: page(number) }))
}

function full(stub: GithubStub, number: number): unknown {
  const example = exampleOf('pull-request') as object
  return {
    ...example,
    ...NO_TEAMS,
    ...stub.pulls[number - 1],
    ...refs(example),
    number,
    html_url: page(number),
  }
}

function exampleOf(name: string): unknown {
  return OFFICIAL.components.examples[name]?.value
}

// The teams of the official examples lack what the official description asks of teams.
const NO_TEAMS = { requested_teams: [] }

/** Head and base of an answer are objects, of a request names. */
function refs(example: object): object {
  const { head, base } = example as { head: unknown; base: unknown }
  return { head, base }
}

const page = (number: number): string => `https://github.example/acme/library/pull/${number}`

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
