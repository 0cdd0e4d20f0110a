import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** A browser with one person in it, as far as the server can tell: cookies kept, our page's header sent. */
export class ApiClient {
  readonly #server: FastifyInstance
  readonly #cookies = new Map<string, string>()

  constructor(server: FastifyInstance) {
    this.#server = server
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async call(
    method: Method,
    url: string,
    payload?: unknown,
    headers: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> {
    const options: InjectOptions = {
      method,
      url,
      headers: { 'x-jieli-request': '1', ...(this.cookie === '' ? {} : { cookie: this.cookie }), ...headers },
      ...(payload === undefined ? {} : { payload: payload as Record<string, unknown> }),
    }
    const response = await this.#server.inject(options)
    for (const { name, value, maxAge } of response.cookies) {
      if (maxAge === 0) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    return response
  }

  signIn(login: string, password = 'correct-horse'): Promise<LightMyRequestResponse> {
    return this.call('POST', '/api/v1/session', { login, password })
  }
}
