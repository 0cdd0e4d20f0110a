import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isFields } from '../../kit/read-payload.ts'
import { parseLosslessJson } from '../../kit/parse-lossless-json.ts'
import { SimulatedCorp, type Answer, type Fault, type SimulatedApp } from './simulated-corp.ts'
import type { SimulatedMessage } from './simulated-message.ts'
import { renderSimulatorPage } from './simulator-page.ts'

export interface WecomSimulator {
  url: string
  /** What arrived, oldest first; repeats are not in it. */
  messages(): SimulatedMessage[]
  setFault(fault: Fault | null): void
  /** Forgets messages, token and fault. */
  clear(): void
  /** Calls of each API path so far: `calls('/cgi-bin/gettoken')`. */
  calls(path: string): number
  stop(): Promise<void>
}

/** WeCom on this computer, loopback only: it speaks the protocol, makes trouble on request and shows what arrived. */
export const startWecomSimulator = async ({ port = 0, ...app }: SimulatedApp & { port?: number }): Promise<WecomSimulator> => {
  const corp = new SimulatedCorp(app)
  const calls = new Map<string, number>()
  const watchers = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://simulator')
    calls.set(pathname, (calls.get(pathname) ?? 0) + 1)
    if (pathname === '/_events') return watch(watchers, response)
    handle(corp, { pathname, searchParams, request, response })
      .then(() => tell(watchers, pathname))
      .catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages: () => corp.messages,
    setFault: (fault) => corp.setFault(fault === null ? null : { ...fault }),
    clear: () => corp.clear(),
    calls: (path) => calls.get(path) ?? 0,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Exchange {
  pathname: string
  searchParams: URLSearchParams
  request: IncomingMessage
  response: ServerResponse
}

const handle = async (corp: SimulatedCorp, exchange: Exchange): Promise<void> => {
  const { pathname, response } = exchange
  if (pathname === '/') return reply(response, 'text/html; charset=utf-8', renderSimulatorPage(corp.messages))
  if (pathname === '/_messages') return reply(response, 'application/json; charset=utf-8', JSON.stringify(corp.messages))
  const body = await readBody(exchange.request)
  const delay = corp.takeFault('delay')
  if (delay !== null) await new Promise((resolve) => setTimeout(resolve, delay.delayMs ?? 10_000))
  const isBroken = corp.takeFault('500') !== null
  const answer = isBroken ? null : callApi(corp, exchange, body)
  response.statusCode = isBroken ? 500 : answer === null ? 404 : 200
  reply(response, 'application/json; charset=utf-8', answer === null ? '' : JSON.stringify(answer))
}

const callApi = (corp: SimulatedCorp, { pathname, searchParams }: Exchange, body: Record<string, unknown>): Answer | null => {
  if (pathname === '/cgi-bin/gettoken') return corp.getToken(searchParams)
  if (pathname === '/cgi-bin/message/send') return corp.send(searchParams, body)
  if (pathname === '/cgi-bin/message/recall') return corp.recall(searchParams, body)
  if (pathname === '/cgi-bin/message/update_template_card') return corp.updateCard(searchParams)
  return null
}

const readBody = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const parsed = parseLosslessJson(Buffer.concat(chunks).toString())
  return isFields(parsed) ? parsed : {}
}

const reply = (response: ServerResponse, contentType: string, body: string): void => {
  response.setHeader('content-type', contentType)
  response.end(body)
}

/** Keeps the page's line open; a word on it means "look again". */
const watch = (watchers: Set<ServerResponse>, response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write(': open\n\n')
  watchers.add(response)
  response.once('close', () => watchers.delete(response))
}

const tell = (watchers: Set<ServerResponse>, pathname: string): void => {
  if (pathname.startsWith('/cgi-bin/message/')) for (const watcher of watchers) watcher.write('data: changed\n\n')
}
