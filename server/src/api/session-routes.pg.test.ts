import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiClient } from '../testing/api-client.ts'
import { openTestWorkspace, TEST_NOW, type TestWorkspace } from '../testing/open-test-workspace.ts'
import { addMinutes } from '../runtime/clock.ts'
import { createHttpServer } from './http-server.ts'

let company: TestWorkspace
let server: FastifyInstance

beforeAll(async () => {
  company = await openTestWorkspace({ accounts: true })
  server = await createHttpServer(company.app)
})

afterAll(async () => {
  await server.close()
  await company.close()
})

const client = (): ApiClient => new ApiClient(server)

describe('signing in', () => {
  it('gives a session that knows who it is, in a cookie that scripts cannot read and other sites cannot send', async () => {
    const lina = client()
    const answer = await lina.signIn('lina')
    expect(answer.json()).toEqual({ user: { id: company.ids.users['lina'], name: '李娜' } })
    expect(answer.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    const me = await lina.call('GET', '/api/v1/me')
    expect(me.json()).toMatchObject({
      user: { login: 'lina', departmentName: '仙林校区', roleIds: ['consultant'] },
      abilities: [],
    })
  })

  it('does not care about case, width and blanks of the login', async () => {
    for (const login of ['LiNa', ' lina ', 'ｌｉｎａ']) expect((await client().signIn(login)).statusCode).toBe(200)
    expect((await client().signIn('lina', 'Correct-horse')).statusCode).toBe(401)
  })

  it('answers a wrong password and an unknown login with the same bytes', async () => {
    const wrong = await client().signIn('gaoyuan', 'wrong-horse')
    const unknown = await client().signIn('nobody-here', 'wrong-horse')
    expect(wrong.statusCode).toBe(401)
    expect(wrong.json()).toMatchObject({ code: 'bad-credentials' })
    expect(unknown.body).toBe(wrong.body)
  })

  it('makes a new session each time, whatever cookie was planted before', async () => {
    const attacker = client()
    await attacker.signIn('gaoyuan')
    const victim = client()
    const planted = await victim.call(
      'POST',
      '/api/v1/session',
      { login: 'linruoxi', password: 'correct-horse' },
      { cookie: attacker.cookie },
    )
    expect(planted.statusCode).toBe(200)
    expect(victim.cookie).not.toBe(attacker.cookie)
    expect((await attacker.call('GET', '/api/v1/me')).json()).toMatchObject({ user: { login: 'gaoyuan' } })
  })

  it('refuses a cookie that was made up or altered', async () => {
    const lina = client()
    await lina.signIn('lina')
    const forged = lina.cookie.replace(/=(.)/, (_, letter: string) => `=${letter === 'a' ? 'b' : 'a'}`)
    expect((await client().call('GET', '/api/v1/me', undefined, { cookie: forged })).statusCode).toBe(401)
    expect((await client().call('GET', '/api/v1/me', undefined, { cookie: 'jieli.session_token=' })).statusCode).toBe(401)
    expect((await client().call('GET', '/api/v1/me')).json()).toMatchObject({ code: 'not-signed-in' })
  })

  it('ends with signing out, at once and for everyone who copied the cookie', async () => {
    const lina = client()
    await lina.signIn('lina')
    const copied = lina.cookie
    expect((await lina.call('GET', '/api/v1/me')).statusCode).toBe(200)
    expect((await lina.call('DELETE', '/api/v1/session')).statusCode).toBe(204)
    expect((await client().call('GET', '/api/v1/me', undefined, { cookie: copied })).statusCode).toBe(401)
  })

  it('does not outlive its time', async () => {
    const lina = client()
    await lina.signIn('lina')
    await company.workspace.db.query(
      `UPDATE w.auth_session SET "expiresAt" = now() - interval '1 second' WHERE "userId" = $1`,
      [company.ids.users['lina']],
    )
    expect((await lina.call('GET', '/api/v1/me')).statusCode).toBe(401)
  })
})

describe('guessing', () => {
  it('is stopped after five wrong passwords for a login, with the time to wait, and the right one is stopped too', async () => {
    const tries = []
    for (let count = 0; count < 6; count++) tries.push((await client().signIn('hejiawen', `guess-${count}-guess`)).statusCode)
    expect(tries).toEqual([401, 401, 401, 401, 401, 429])
    const right = await client().signIn('HEJIAWEN')
    expect(right.statusCode).toBe(429)
    expect(right.json()).toMatchObject({ code: 'too-many-requests' })
    expect(Number(right.headers['retry-after'])).toBeGreaterThan(0)
    company.clock.set(addMinutes(TEST_NOW, 6))
    expect((await client().signIn('hejiawen')).statusCode).toBe(200)
  })

  it('is not told apart for a login that does not exist', async () => {
    const tries = []
    for (let count = 0; count < 6; count++) tries.push((await client().signIn('ghost', 'wrong-horse')).statusCode)
    expect(tries).toEqual([401, 401, 401, 401, 401, 429])
  })

  it('gains nothing by trying all at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => client().signIn('wangshan', `guess-${index}-guess`)),
    )
    const statuses = answers.map((answer) => answer.statusCode)
    expect(statuses.filter((status) => status === 401)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(7)
  })

  it('starts anew after the right password', async () => {
    for (let round = 0; round < 3; round++) {
      for (let count = 0; count < 4; count++) expect((await client().signIn('linruoxi', 'wrong-horse')).statusCode).toBe(401)
      expect((await client().signIn('linruoxi')).statusCode).toBe(200)
    }
  })
})

describe("one's own password", () => {
  it('changes for whoever knows the old one, and ends every session under it', async () => {
    const gaoyuan = client()
    await gaoyuan.signIn('gaoyuan')
    const elsewhere = client()
    await elsewhere.signIn('gaoyuan')
    const wrong = await gaoyuan.call('POST', '/api/v1/me/password', { old: 'not this one', new: 'a new horse 1' })
    expect(wrong.json()).toMatchObject({
      code: 'invalid-values',
      issues: [{ path: 'old', code: 'wrong-password', message: '原密码不对' }],
    })
    const weak = await gaoyuan.call('POST', '/api/v1/me/password', { old: 'correct-horse', new: '12345678' })
    expect(weak.json()).toMatchObject({ issues: [{ path: 'new', code: 'weak-password' }] })
    expect((await gaoyuan.call('POST', '/api/v1/me/password', { old: 'correct-horse', new: 'a new horse 1' })).statusCode).toBe(
      204,
    )
    expect((await elsewhere.call('GET', '/api/v1/me')).statusCode).toBe(401)
    expect((await client().signIn('gaoyuan')).statusCode).toBe(401)
    expect((await client().signIn('gaoyuan', 'a new horse 1')).statusCode).toBe(200)
  })
})
