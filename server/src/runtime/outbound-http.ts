import { lookup } from 'node:dns/promises'
import http, { type ClientRequest, type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { AppError, type OutboundContext } from '@jieli/core'
import { isPublicAddress } from './private-addresses.ts'

export interface OutboundHttpOptions {
  /** `host:port` that may be called although it is not on the public internet, e.g. `127.0.0.1:4010` for a simulator. */
  allowHosts?: string[]
  /** For the whole exchange, from name to last byte. */
  timeoutMs?: number
  maxBytes?: number
  /** All addresses of a name. Given by tests; DNS otherwise. */
  resolve?: (hostname: string) => Promise<string[]>
}

type OutboundFetch = OutboundContext['fetch']
type OutboundInit = Parameters<OutboundFetch>[1]
type OutboundResponse = Awaited<ReturnType<OutboundFetch>>

/**
 * The only way out of the server for addresses that people or records can set. A name is resolved once, every address it
 * has must be public, and the connection goes to just that address: nothing can change between the check and the call.
 * Redirects are answers, not orders; proxies of the environment do not apply.
 */
export const createOutboundHttp = (options: OutboundHttpOptions = {}): OutboundFetch => {
  const { timeoutMs = 15_000, maxBytes = 2_000_000, resolve = resolveName } = options
  const allowed = new Set(options.allowHosts?.map((host) => host.toLowerCase()))
  return async (address, init) => {
    const url = readUrl(address)
    const signal = AbortSignal.timeout(timeoutMs)
    const pinned = await raceAbort(pinAddress(url, { allowed, resolve }), signal)
    return exchange({ url, pinned, init, signal, maxBytes })
  }
}

const resolveName = async (hostname: string): Promise<string[]> =>
  (await lookup(hostname, { all: true, verbatim: true })).map(({ address }) => address)

const refuse = (host: string): AppError => new AppError('address-refused', { details: { host } })

/** `URL` has already turned `0x7f.1`, `2130706433` and full-width digits into the address they mean. */
const readUrl = (address: string): URL => {
  const url = URL.parse(address)
  if (url === null) throw refuse(address.slice(0, 100))
  if (!['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '')
    throw refuse(url.host || url.protocol)
  return url
}

const hostAndPort = (url: URL): string => `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`

/** One private address among several refuses the name: a mixed answer is how rebinding starts. */
const pinAddress = async (
  url: URL,
  { allowed, resolve }: { allowed: Set<string>; resolve: (hostname: string) => Promise<string[]> },
): Promise<string> => {
  const bare = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(bare) === 0 ? await resolveOrFail(resolve, bare) : [bare]
  const [first] = addresses
  if (first === undefined || isIP(first) === 0) throw new AppError('channel-failed', { details: { reason: 'dns' } })
  if (!allowed.has(hostAndPort(url)) && !addresses.every(isPublicAddress)) throw refuse(url.host)
  return first
}

const resolveOrFail = async (resolve: (hostname: string) => Promise<string[]>, hostname: string): Promise<string[]> => {
  try {
    return await resolve(hostname)
  } catch (cause) {
    throw new AppError('channel-failed', { details: { reason: 'dns' }, cause })
  }
}

/** A name server that never answers must not hold the caller longer than the time it gave. */
const raceAbort = async <T>(work: Promise<T>, signal: AbortSignal): Promise<T> => {
  const { promise, reject } = Promise.withResolvers<never>()
  const abort = (): void => reject(new AppError('channel-failed', { details: { reason: 'timeout' } }))
  signal.addEventListener('abort', abort, { once: true })
  return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', abort))
}

interface Exchange {
  url: URL
  pinned: string
  init: OutboundInit
  signal: AbortSignal
  maxBytes: number
}

const exchange = ({ url, pinned, init, signal, maxBytes }: Exchange): Promise<OutboundResponse> =>
  new Promise((resolve, reject) => {
    const fail = (cause: unknown): void =>
      reject(
        cause instanceof AppError
          ? cause
          : new AppError('channel-failed', { details: { reason: signal.aborted ? 'timeout' : 'network' }, cause }),
      )
    const request = openRequest({ url, pinned, init, signal })
    request.once('error', fail)
    request.once('response', (response) => {
      readText(response, maxBytes).then(
        (body) => resolve({ status: response.statusCode ?? 0, headers: headersOf(response), body }),
        (error: unknown) => {
          request.destroy()
          fail(error)
        },
      )
    })
    request.end(init.body)
  })

/** An agent of its own, kept by nobody: no shared sockets, no proxy of the environment. */
const openRequest = ({ url, pinned, init, signal }: Omit<Exchange, 'maxBytes'>): ClientRequest => {
  const isSecure = url.protocol === 'https:'
  return (isSecure ? https : http).request(url, {
    method: init.method,
    signal,
    agent: isSecure ? new https.Agent({ keepAlive: false }) : new http.Agent({ keepAlive: false }),
    lookup: toPinned(pinned),
    headers: {
      ...withoutRouting(init.headers ?? {}),
      'accept-encoding': 'identity',
      ...(init.body !== undefined && { 'content-length': String(Buffer.byteLength(init.body)) }),
    },
  })
}

const toPinned =
  (address: string): LookupFunction =>
  (_hostname, options, callback) => {
    const family = isIP(address)
    return options.all === true ? callback(null, [{ address, family }]) : callback(null, address, family)
  }

/** Headers that decide where a request goes or how long it is are ours to set. */
const withoutRouting = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) =>
        !['host', 'connection', 'content-length', 'transfer-encoding', 'upgrade', 'accept-encoding'].includes(
          name.toLowerCase(),
        ),
    ),
  )

const readText = async (response: IncomingMessage, maxBytes: number): Promise<string> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) throw new AppError('channel-failed', { details: { reason: 'answer-too-large' } })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const headersOf = (response: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  )
