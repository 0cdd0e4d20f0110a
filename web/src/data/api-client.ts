import { currentLocale } from '../i18n/locale-store.ts'
import { ApiError, toApiError } from './api-error.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export interface CallOptions {
  signal?: AbortSignal
  /** Reading sent as POST (queries) may be repeated just as a GET may. */
  isSafe?: boolean
}

const base = '/api/v1'
const attempts = 3
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const requestInit = (method: Method, body: unknown, signal?: AbortSignal): RequestInit => ({
  method,
  credentials: 'same-origin',
  signal: signal ?? null,
  headers: {
    accept: 'application/json',
    'accept-language': currentLocale(),
    // Only a script of this site can send this header: it is what the server checks against forged requests.
    ...(method === 'GET' ? {} : { 'x-jieli-request': '1' }),
    ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
  },
  body: body === undefined ? null : body instanceof FormData ? body : JSON.stringify(body),
})

const readBody = async (response: Response): Promise<unknown> => {
  if (response.status === 204) return null
  const text = await response.text()
  try {
    return text === '' ? null : JSON.parse(text)
  } catch {
    return null
  }
}

const send = async (path: string, init: RequestInit): Promise<unknown> => {
  const response = await fetch(base + path, init).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError('offline', currentLocale() === 'en' ? 'No connection to the server' : '连不上服务器')
  })
  const body = await readBody(response)
  if (!response.ok) throw toApiError(response.status, body)
  return body
}

const call = async <T>(method: Method, path: string, body?: unknown, options: CallOptions = {}): Promise<T> => {
  const isSafe = options.isSafe ?? method === 'GET'
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await send(path, requestInit(method, body, options.signal))) as T
    } catch (error) {
      const mayRepeat = isSafe && attempt < attempts && error instanceof ApiError && error.isRetryable && !error.isOffline
      if (!mayRepeat) throw error
      await pause(200 * 2 ** attempt)
    }
  }
}

/** The only door to the server. Answers parsed JSON or throws an `ApiError`. */
export const api = {
  get: <T>(path: string, options?: CallOptions) => call<T>('GET', path, undefined, options),
  post: <T>(path: string, body?: unknown, options?: CallOptions) => call<T>('POST', path, body, options),
  put: <T>(path: string, body: unknown) => call<T>('PUT', path, body),
  patch: <T>(path: string, body: unknown) => call<T>('PATCH', path, body),
  delete: <T = null>(path: string) => call<T>('DELETE', path),
  /** A read that needs a body. */
  query: <T>(path: string, body: unknown, signal?: AbortSignal) =>
    call<T>('POST', path, body, { isSafe: true, ...(signal ? { signal } : {}) }),
}
