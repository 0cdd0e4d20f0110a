import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must, type Role } from '@jieli/core'
import { changeConfig } from '../features/config/change-config.ts'
import { ApiClient } from '../testing/api-client.ts'
import { openTestWorkspace, type TestWorkspace } from '../testing/open-test-workspace.ts'
import { createHttpServer } from './http-server.ts'

let company: TestWorkspace
let server: FastifyInstance
let admin: ApiClient

beforeAll(async () => {
  company = await openTestWorkspace({ accounts: true })
  server = await createHttpServer(company.app)
  admin = new ApiClient(server)
  await admin.signIn('admin')
})

afterAll(async () => {
  await server.close()
  await company.close()
})

const idOf = (login: string): string => must(company.ids.users[login], login)
const signedIn = async (login: string, password?: string): Promise<ApiClient> => {
  const client = new ApiClient(server)
  const answer = await client.signIn(login, password)
  expect(answer.statusCode).toBe(200)
  return client
}

describe('people', () => {
  it('are listed with place, roles, load and account, for those who manage them only', async () => {
    const { users } = (await admin.call('GET', '/api/v1/users')).json() as { users: { login: string }[] }
    expect(users).toHaveLength(9)
    expect(users.find((user) => user.login === 'lina')).toMatchObject({
      name: '李娜',
      departmentName: '仙林校区',
      roleIds: ['consultant'],
      active: true,
      hasAccount: true,
      load: { holding: 0, today: 0 },
    })
    for (const login of ['zhou', 'lina', 'desk'])
      expect((await (await signedIn(login)).call('GET', '/api/v1/users')).statusCode).toBe(403)
  })

  it('come with a password that is told once, and work at once', async () => {
    const made = await admin.call('POST', '/api/v1/users', {
      name: '赵敏',
      login: 'ZhaoMin',
      departmentId: company.ids.departments['binhu'],
      roleIds: ['consultant'],
      phone: '138 1234 5678',
      skills: ['zk-math'],
      holdingCap: 30,
    })
    expect(made.statusCode).toBe(201)
    const { user, oneTimePassword } = made.json() as { user: { id: string }; oneTimePassword: string }
    expect(user).toMatchObject({ name: '赵敏', login: 'ZhaoMin', departmentName: '滨湖校区', holdingCap: 30, hasAccount: true })
    const zhaomin = await signedIn('zhaomin', oneTimePassword)
    expect((await zhaomin.call('GET', '/api/v1/me')).json()).toMatchObject({ user: { id: user.id, roleIds: ['consultant'] } })
    expect((await admin.call('GET', '/api/v1/users')).body).not.toContain(oneTimePassword)
  })

  it('cannot share a login, however it is spelled, through whichever door', async () => {
    const twin = await admin.call('POST', '/api/v1/users', { name: '李娜', login: 'ＬＩＮＡ', roleIds: [] })
    expect(twin.json()).toMatchObject({ code: 'invalid-values', issues: [{ path: 'login', code: 'login-taken' }] })
    const byRecord = await admin.call('POST', '/api/v1/objects/user/records', {
      values: { name: '李娜', login: 'Lina', active: true },
    })
    expect(byRecord.json()).toMatchObject({ issues: [{ path: 'login', code: 'login-taken' }] })
  })

  it('are told what is wrong with what was typed', async () => {
    const answer = await admin.call('POST', '/api/v1/users', {
      name: '某人',
      login: 'someone',
      roleIds: ['emperor'],
      departmentId: '01930000-0000-7000-8000-000000000001',
      phone: '12',
      password: 'longenough1',
    })
    expect(answer.statusCode).toBe(422)
    expect((answer.json() as { issues: { path: string }[] }).issues.map((issue) => issue.path).sort()).toEqual([
      'departmentId',
      'phone',
      'roleIds',
    ])
    expect(
      (await admin.call('POST', '/api/v1/users', { name: '某人', login: 'a b<script>', password: 'longenough1' })).json(),
    ).toMatchObject({ issues: [{ path: 'login', code: 'does-not-match' }] })
  })

  it('sign in with a changed login and no longer with the old one', async () => {
    await admin.call('PATCH', `/api/v1/users/${idOf('wangshan')}`, { login: 'shan.wang' })
    expect((await new ApiClient(server).signIn('wangshan')).statusCode).toBe(401)
    expect((await (await signedIn('shan.wang')).call('GET', '/api/v1/me')).json()).toMatchObject({
      user: { id: idOf('wangshan') },
    })
  })

  it('who have left are out at once: sessions, keys and password', async () => {
    const lina = await signedIn('lina')
    const made = await admin.call('POST', '/api/v1/keys', { label: '报表', userId: idOf('lina') })
    const bearer = { authorization: `Bearer ${(made.json() as { key: string }).key}` }
    expect((await lina.call('GET', '/api/v1/me')).statusCode).toBe(200)
    expect((await new ApiClient(server).call('GET', '/api/v1/me', undefined, bearer)).statusCode).toBe(200)
    const answer = await admin.call('POST', `/api/v1/users/${idOf('lina')}/deactivate`)
    expect(answer.json()).toMatchObject({ user: { active: false }, openLeads: 0 })
    expect((await lina.call('GET', '/api/v1/me')).statusCode).toBe(401)
    expect((await new ApiClient(server).call('GET', '/api/v1/me', undefined, bearer)).statusCode).toBe(401)
    expect((await new ApiClient(server).signIn('lina')).json()).toMatchObject({ code: 'bad-credentials' })
    await admin.call('PATCH', `/api/v1/users/${idOf('lina')}`, { active: true })
    expect((await new ApiClient(server).call('GET', '/api/v1/me', undefined, bearer)).statusCode).toBe(401)
    await signedIn('lina')
  })

  it('get a new password from an administrator, and are signed out', async () => {
    const desk = await signedIn('desk')
    const answer = await admin.call('POST', `/api/v1/users/${idOf('desk')}/password`, {})
    const { oneTimePassword } = answer.json() as { oneTimePassword: string }
    expect((await desk.call('GET', '/api/v1/me')).statusCode).toBe(401)
    await signedIn('desk', oneTimePassword)
  })
})

describe('rights over people', () => {
  it('do not come by the side door of the record API', async () => {
    const zhou = await signedIn('zhou')
    const deed = (values: Record<string, unknown>, id = idOf('gaoyuan')) =>
      zhou.call('PATCH', `/api/v1/objects/user/records/${id}`, { values })
    expect((await deed({ active: false })).json()).toMatchObject({ code: 'forbidden' })
    expect((await deed({ roles: ['admin'] })).json()).toMatchObject({ code: 'invalid-values', issues: [{ path: 'roles' }] })
    expect((await deed({ holdingCap: 12 })).statusCode).toBe(200)
    await admin.call('PATCH', `/api/v1/users/${idOf('gaoyuan')}`, { departmentId: company.ids.departments['hq'] })
    expect((await deed({ holdingCap: 13 })).json()).toMatchObject({ code: 'not-found' })
  })

  it('end where one’s own abilities end', async () => {
    await changeConfig(company.system(), [
      {
        kind: 'role',
        id: 'hr',
        item: { id: 'hr', label: { 'zh-CN': '人事' }, abilities: ['manage-users', 'create-keys'], objects: {} },
      },
    ])
    await admin.call('POST', '/api/v1/users', { name: '人事', login: 'hr-one', roleIds: ['hr'], password: 'correct-horse' })
    const hr = await signedIn('hr-one')
    expect(
      (await hr.call('POST', '/api/v1/users', { name: '顾问', login: 'new-one', roleIds: ['consultant'] })).statusCode,
    ).toBe(201)
    expect(
      (await hr.call('POST', '/api/v1/users', { name: '自己人', login: 'my-friend', roleIds: ['admin'] })).statusCode,
    ).toBe(403)
    const me = ((await hr.call('GET', '/api/v1/me')).json() as { user: { id: string } }).user.id
    expect((await hr.call('PATCH', `/api/v1/users/${me}`, { roleIds: ['hr', 'manager'] })).statusCode).toBe(403)
    expect((await hr.call('POST', `/api/v1/users/${idOf('admin')}/password`, { password: 'mine now 123' })).statusCode).toBe(
      403,
    )
    expect((await hr.call('POST', '/api/v1/keys', { label: 'x', userId: idOf('admin') })).statusCode).toBe(403)
    expect((await hr.call('POST', `/api/v1/users/${idOf('admin')}/deactivate`)).statusCode).toBe(403)
  })

  it('leave one administrator at least, also when it is the role that is edited', async () => {
    const roles = (await admin.call('GET', '/api/v1/config/role')).json() as { items: { id: string; item: Role }[] }
    const item = must(roles.items.find(({ id }) => id === 'admin')).item
    const emptied = await admin.call('PUT', '/api/v1/config/role/admin', { item: { ...item, abilities: ['configure'] } })
    expect(emptied.json()).toMatchObject({ code: 'invalid-values', issues: [{ path: 'abilities', code: 'last-admin' }] })
    expect((await admin.call('DELETE', '/api/v1/config/role/admin')).statusCode).toBe(422)
    expect((await admin.call('PUT', '/api/v1/config/role/admin', { item })).statusCode).toBe(200)
  })

  it('refuse a row condition that its object cannot answer', async () => {
    const put = (where: unknown) =>
      admin.call('PUT', '/api/v1/config/role/narrow', {
        item: { id: 'narrow', label: { 'zh-CN': '窄' }, objects: { lead: { read: { where } } } },
      })
    const noField = await put({ call: 'equals', args: [{ field: 'nothing' }, { value: 1 }] })
    expect(noField.json()).toMatchObject({ issues: [{ path: 'objects.lead.read', code: 'invalid-setting' }] })
    expect((await put({ call: 'pg_sleep', args: [{ value: 9 }] })).statusCode).toBe(422)
    expect((await put({ call: 'length', args: [{ field: 'name' }] })).statusCode).toBe(422)
    expect((await put({ call: 'equals', args: [{ field: 'grade' }, { value: 'g9' }] })).statusCode).toBe(200)
  })

  it('write no ability into a role that is not theirs', async () => {
    await changeConfig(company.system(), [
      {
        kind: 'role',
        id: 'designer',
        item: { id: 'designer', label: { 'zh-CN': '搭建' }, objects: {}, abilities: ['configure'] },
      },
    ])
    await admin.call('POST', '/api/v1/users', {
      name: '搭建',
      login: 'des-one',
      roleIds: ['designer'],
      password: 'correct-horse',
    })
    const designer = await signedIn('des-one')
    const put = (abilities: string[]) =>
      designer.call('PUT', '/api/v1/config/role/designer', {
        item: { id: 'designer', label: { 'zh-CN': '搭建' }, objects: {}, abilities },
      })
    expect((await put(['configure', 'manage-users'])).statusCode).toBe(403)
    expect((await put(['configure'])).statusCode).toBe(200)
  })

  it('leave one administrator at least, whoever asks and however many ask at once', async () => {
    const alone = await admin.call('POST', `/api/v1/users/${idOf('admin')}/deactivate`)
    expect(alone.json()).toMatchObject({ code: 'invalid-values', issues: [{ path: 'roles', code: 'last-admin' }] })
    expect((await admin.call('PATCH', `/api/v1/users/${idOf('admin')}`, { roleIds: ['manager'] })).statusCode).toBe(422)
    expect((await admin.call('DELETE', `/api/v1/objects/user/records/${idOf('admin')}`)).statusCode).toBe(422)
    const made = await admin.call('POST', '/api/v1/users', {
      name: '第二位',
      login: 'admin-two',
      roleIds: ['admin'],
      password: 'correct-horse',
    })
    const second = (made.json() as { user: { id: string } }).user.id
    const two = await signedIn('admin-two')
    const answers = await Promise.all([
      admin.call('POST', `/api/v1/users/${second}/deactivate`),
      two.call('POST', `/api/v1/users/${idOf('admin')}/deactivate`),
    ])
    expect(answers.filter((answer) => answer.statusCode === 200)).toHaveLength(1)
    const { users } = company.workspace.directory.current
    expect([idOf('admin'), second].filter((id) => users.get(id)?.active)).toHaveLength(1)
  })
})
