import { expect, inject } from 'vitest'

/** Looks from beside the page whether what it showed is so, with the rights of the person asked for. */
export interface Api {
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: unknown): Promise<T>
  put<T>(path: string, body: unknown): Promise<T>
  remove(path: string): Promise<void>
}

const own = { 'x-jieli-request': '1' }

export const signInToApi = async (login: string): Promise<Api> => {
  const base = `${inject('appUrl')}/api/v1`
  const send = async (method: string, path: string, body: unknown, cookie: string): Promise<Response> => {
    const response = await fetch(base + path, {
      method,
      headers: { ...own, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`)
    return response
  }
  const signedIn = await send('POST', '/session', { login, password: 'jieli-demo' }, '')
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
    (await (await send(method, path, body, cookie)).json()) as T
  return {
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body),
    put: (path, body) => ask('PUT', path, body),
    remove: async (path) => void (await send('DELETE', path, undefined, cookie)),
  }
}

export interface StoredLead {
  id: string
  values: Record<string, unknown>
}

/** The lead of that name, as the person asked for may see it. */
export const findLead = async (api: Api, name: string): Promise<StoredLead> => {
  const { records } = await api.post<{ records: StoredLead[] }>('/objects/lead/query', {
    select: ['name'],
    where: { call: 'equals', args: [{ field: 'name' }, { value: name }] },
    limit: 5,
  })
  expect(records.map((record) => record.values['name'])).toEqual([name])
  return (await api.get<{ record: StoredLead }>(`/objects/lead/records/${records[0]?.id}`)).record
}

/** The whole number: records come with it covered. */
export const phoneOf = async (api: Api, id: string): Promise<string> =>
  (await api.post<{ value: string }>(`/objects/lead/records/${id}/reveal`, { field: 'phone' })).value

export const userIdOf = async (api: Api): Promise<string> => (await api.get<{ user: { id: string } }>('/me')).user.id

/** While a journey runs, customers of its campaign go to one person, whatever the hour and the shift. */
export const giveCampaignTo = async (admin: Api, campaign: string, userId: string): Promise<() => Promise<void>> => {
  const path = `/config/assignment-rule/e2e-${campaign}`
  await admin.put(path, {
    item: {
      label: `浏览器验收 ${campaign}`,
      order: -1,
      when: { call: 'equals', args: [{ field: 'utmCampaign' }, { value: campaign }] },
      pool: {},
      strategy: { name: 'fixed-person', settings: { userId } },
      availability: { onShift: false, notOnLeave: false, underHoldingCap: false, underDailyCap: false },
    },
  })
  return () => admin.remove(path)
}

let customers = 0
const run = Date.now() % 1_000_000

/** Somebody whom no other journey and no earlier run knows. */
export const newCustomer = (): { name: string; phone: string } => {
  const number = customers++
  return {
    name: `验收${run}${number}女士`,
    phone: `136${String(10_000_000 + ((run * 97 + number * 7_919) % 89_999_999)).padStart(8, '0')}`,
  }
}

/** An object of a journey's own, so that no other journey meets what it does to fields; answers its API name. */
export const makeObject = async (
  admin: Api,
  label: string,
  fields: readonly { label: string; type: string; settings?: Record<string, unknown> }[],
): Promise<{ name: string; fieldNames: string[] }> => {
  const { object } = await admin.post<{ object: { name: string } }>('/meta/objects', { label: { 'zh-CN': label } })
  const fieldNames: string[] = []
  for (const { label: own, ...field } of fields) {
    const made = await admin.post<{ field: { name: string } }>(`/meta/objects/${object.name}/fields`, {
      ...field,
      label: { 'zh-CN': own },
    })
    fieldNames.push(made.field.name)
  }
  return { name: object.name, fieldNames }
}

/** A colleague who signs in like everybody in the demo. */
export const makeColleague = async (
  admin: Api,
  { name, login, roleIds }: { name: string; login: string; roleIds: string[] },
): Promise<string> =>
  (await admin.post<{ user: { id: string } }>('/users', { name, login, roleIds, password: 'jieli-demo' })).user.id
