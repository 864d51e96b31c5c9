// Serves the bare repositories below a folder by `git http-backend` (CGI, RFC 3875) on loopback, for
// reading and for pushing. A process of its own, so that tests may wait for git. What is not git's goes
// to a second server: node git-server.mjs FOLDER [ADDRESS]. Prints its port.
import { spawn } from 'node:child_process'
import { request as ask, createServer } from 'node:http'

const [root, other] = process.argv.slice(2)

function backend(request, response) {
  const url = new URL(request.url, 'http://127.0.0.1')
  const header = name => String(request.headers[name] ?? '')
  const env = {
    PATH: process.env.PATH,
    HOME: '/nonexistent',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_PROJECT_ROOT: root,
    GIT_HTTP_EXPORT_ALL: '1',
    REQUEST_METHOD: request.method,
    PATH_INFO: decodeURIComponent(url.pathname),
    QUERY_STRING: url.search.slice(1),
    CONTENT_TYPE: header('content-type'),
    HTTP_CONTENT_ENCODING: header('content-encoding'),
    HTTP_GIT_PROTOCOL: header('git-protocol'),
    REMOTE_ADDR: '127.0.0.1',
    // Pushing needs somebody to be logged in.
    REMOTE_USER: 'pusher',
    ...(request.headers['content-length'] && { CONTENT_LENGTH: header('content-length') }),
  }
  const child = spawn('git', ['http-backend'], { env, stdio: ['pipe', 'pipe', 'ignore'] })
  child.stdin.on('error', () => undefined)
  request.pipe(child.stdin)
  let head = Buffer.alloc(0)
  let sent = false
  child.stdout.on('data', chunk => {
    if (sent) return response.write(chunk)
    head = Buffer.concat([head, chunk])
    const end = head.indexOf('\r\n\r\n')
    if (end === -1) return undefined
    sent = true
    const fields = head
      .subarray(0, end)
      .toString('latin1')
      .split('\r\n')
      .map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()])
    const status = fields.find(([name]) => name.toLowerCase() === 'status')?.[1]
    const headers = Object.fromEntries(fields.filter(([name]) => name.toLowerCase() !== 'status'))
    response.writeHead(status === undefined ? 200 : Number.parseInt(status, 10), headers)
    return response.write(head.subarray(end + 4))
  })
  child.on('close', () => response.end())
}

function forward(request, response) {
  const { method, headers } = request
  const forwarded = ask(new URL(request.url, other), { method, headers }, answer => {
    response.writeHead(answer.statusCode, answer.headers)
    answer.pipe(response)
  })
  forwarded.on('error', () => response.writeHead(502).end())
  request.pipe(forwarded)
}

const server = createServer((request, response) => {
  if (other !== undefined && request.url.startsWith('/api/')) forward(request, response)
  else backend(request, response)
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`))
