import { existsSync, readFileSync } from 'node:fs'
import { must, type Value } from '@jieli/core'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rerunCapture } from '../../features/capture/rerun-captures.ts'
import { changeConfig } from '../../features/config/change-config.ts'
import { pathOfFile } from '../../features/files/path-of-file.ts'
import { removeUnusedFiles } from '../../features/files/remove-unused-files.ts'
import { addField } from '../../features/objects/add-field.ts'
import { findRecords } from '../../features/records/find-records.ts'
import { addMinutes } from '../../runtime/clock.ts'
import { ApiClient } from '../../testing/api-client.ts'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { createHttpServer } from '../http-server.ts'

let company: TestWorkspace
let server: FastifyInstance
const label = (zh: string) => ({ 'zh-CN': zh })
const form = (id: string, more: object = {}) => ({
  kind: 'form' as const,
  id,
  item: {
    id,
    title: label('约试听'),
    sourceId: 'website',
    fields: [{ name: 'name', required: true }, { name: 'phone', required: true }, { name: 'paper' }],
    ...more,
  },
})

beforeAll(async () => {
  company = await openTestWorkspace({ accounts: true })
  const admin = company.contextOf('admin')
  await addField(admin, 'lead', { name: 'paper', label: label('最近的试卷'), type: 'image', settings: { max: 5 } })
  await changeConfig(company.system(), [form('photo')])
  server = await createHttpServer(company.app)
})
afterAll(async () => {
  await server.close()
  await company.close()
})

/** The least that is a JPEG by its bytes, with an Exif segment that says where it was taken. */
const exif = Buffer.from('Exif\0\0II*\0\u0008\0\0\0\0\0GPS 31.9N', 'latin1')
const jpeg = (mark = 'a'): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2]),
    exif,
    Buffer.from([0xff, 0xda, 0, 3, 1]),
    Buffer.from(`pixels ${mark}`),
    Buffer.from([0xff, 0xd9]),
  ])

let numbers = 0
const newPhone = (): string => `1390000${String(++numbers).padStart(4, '0')}`
const tokenIn = (page: LightMyRequestResponse): string => must(/name="_token" value="([^"]+)"/.exec(page.body)?.[1])

const open = async (id = 'photo'): Promise<string> => {
  const page = await server.inject({ url: `/f/${id}` })
  company.clock.set(addMinutes(company.clock.now(), 1))
  return tokenIn(page)
}

const post = async (texts: Record<string, string>, files: readonly Buffer[], id = 'photo'): Promise<LightMyRequestResponse> => {
  const body = new FormData()
  for (const [name, text] of Object.entries(texts)) body.append(name, text)
  for (const bytes of files) body.append('paper', new Blob([Uint8Array.from(bytes)]), 'IMG_1.HEIC')
  const encoded = new Response(body)
  return server.inject({
    method: 'POST',
    url: `/f/${id}`,
    headers: { 'content-type': must(encoded.headers.get('content-type')) },
    payload: Buffer.from(await encoded.arrayBuffer()),
  })
}

const papersOf = async (phone: string): Promise<string[]> => {
  const { records } = await findRecords(company.contextOf('admin'), {
    object: 'lead',
    select: ['paper'],
    where: { call: 'equals', args: [{ field: 'phone' }, { value: `+86${phone}` }] },
  })
  const value: Value = records[0]?.values['paper'] ?? null
  return Array.isArray(value) ? value.map(String) : []
}
const storedFiles = () =>
  company.workspace.db.query<{ id: string; recordId: string | null }>(
    'SELECT id, record_id AS "recordId" FROM w.file ORDER BY id',
  )

describe('a form that asks for a photo', () => {
  it('is sent in parts and says what may be sent', async () => {
    const { body } = await server.inject({ url: '/f/photo' })
    expect(body).toContain('enctype="multipart/form-data"')
    expect(body).toContain('最多 3 个，每个不超过 10 MB')
    expect(body).toMatch(/<input[^>]*type="file"[^>]*accept="image\/\*"[^>]*multiple/)
    expect(Buffer.byteLength(body)).toBeLessThan(30_720)
  })

  it('hangs the photos on the record, known by their bytes and without the place they were taken at', async () => {
    const phone = newPhone()
    const answer = await post({ name: '于女士', phone, _token: await open() }, [jpeg('a'), jpeg('b')])
    expect(answer.statusCode).toBe(303)
    const papers = await papersOf(phone)
    expect(papers).toHaveLength(2)
    for (const id of papers) {
      const bytes = readFileSync(pathOfFile(company.workspace, id)).toString('latin1')
      expect(bytes).toContain('pixels')
      expect(bytes).not.toContain('GPS')
    }
    const reader = new ApiClient(server)
    await reader.signIn('admin')
    expect((await reader.call('GET', `/api/v1/files/${papers[0]}`)).headers['content-type']).toBe('image/jpeg')
  })

  it('is one lead with one set of photos when it is sent twice', async () => {
    const phone = newPhone()
    const texts = { name: '于女士', phone, _token: await open() }
    await Promise.all([post(texts, [jpeg()]), post(texts, [jpeg()])])
    expect(await papersOf(phone)).toHaveLength(1)
  })

  it('comes back for another mistake without asking for the photo again', async () => {
    const phone = newPhone()
    const token = await open()
    const back = await post({ name: '于女士', phone: '12', _token: token }, [jpeg('kept')])
    expect(back.statusCode).toBe(422)
    expect(back.body).toContain('已收到 1 个')
    const kept = must(/name="paper" value="([^"]+)"/.exec(back.body)?.[1])
    expect((await post({ name: '于女士', phone, _token: token, paper: kept }, [])).statusCode).toBe(303)
    expect(await papersOf(phone)).toHaveLength(1)

    // The same token on another form: the photo stays where it hangs, and nothing stumbles.
    const other = newPhone()
    expect((await post({ name: '他人', phone: other, _token: await open(), paper: kept }, [])).statusCode).toBe(303)
    expect(await papersOf(other)).toEqual([])
  })

  it.each([
    ['something that is no picture', [Buffer.from('#!/bin/sh\necho')], '请选照片'],
    ['a PDF where a picture is asked for', [Buffer.from('%PDF-1.7\n%âãÏÓ\n')], '请选照片'],
    ['more than it asks for', ['1', '2', '3', '4'].map(jpeg), '最多 3 个'],
    ['a picture larger than is kept', [Buffer.concat([jpeg(), Buffer.alloc(11 * 1_048_576)])], '文件太大'],
  ])('refuses %s and says so', async (_, files, said) => {
    const before = (await storedFiles()).length
    const answer = await post({ name: '于女士', phone: newPhone(), _token: await open() }, files)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(said)
    expect(await storedFiles()).toHaveLength(before)
  })

  it('takes no photo of whoever is no person', async () => {
    const before = (await storedFiles()).length
    await post({ name: '机器', phone: newPhone(), _token: 'made-up' }, [jpeg()])
    await post({ name: '机器', phone: newPhone(), _token: await open(), contact_website: 'http://x' }, [jpeg()])
    expect(await storedFiles()).toHaveLength(before)
  })

  it('is sent without a photo where none is required', async () => {
    const phone = newPhone()
    expect((await post({ name: '于女士', phone, _token: await open() }, [Buffer.alloc(0)])).statusCode).toBe(303)
    expect(await papersOf(phone)).toEqual([])
  })

  it('adds the photos of somebody who comes again to those we have', async () => {
    const phone = newPhone()
    await post({ name: '于女士', phone, _token: await open() }, [jpeg('first')])
    await post({ name: '于女士', phone, _token: await open() }, [jpeg('second')])
    expect(await papersOf(phone)).toHaveLength(2)
  })
})

describe('photos nobody took up', () => {
  const weekLater = (): void => company.clock.set(addMinutes(company.clock.now(), 8 * 24 * 60))

  it('go after a week, with their bytes', async () => {
    await post({ name: '', phone: '', _token: await open() }, [jpeg('orphan')])
    const orphans = (await storedFiles()).filter(({ recordId }) => recordId === null)
    expect(orphans.length).toBeGreaterThan(0)
    weekLater()
    await removeUnusedFiles(company.system())
    expect((await storedFiles()).filter(({ recordId }) => recordId === null)).toEqual([])
    expect(orphans.some(({ id }) => existsSync(pathOfFile(company.workspace, id)))).toBe(false)
  })

  it('stay while their envelope is refused, and come along when it is run again', async () => {
    const phone = newPhone()
    await changeConfig(company.system(), [form('open', { fields: [{ name: 'name' }, { name: 'note' }, { name: 'paper' }] })])
    await post({ name: '无号', note: '没有电话', _token: await open('open') }, [jpeg('refused')], 'open')
    const [refused] = await company.workspace.db.query<{ id: string }>(
      `SELECT id FROM w.capture WHERE status = 'refused' ORDER BY received_at DESC LIMIT 1`,
    )
    weekLater()
    await removeUnusedFiles(company.system())
    const again = await rerunCapture(company.system(), must(refused).id, { phone })
    expect(again?.status).toBe('stored')
    expect(await papersOf(phone)).toHaveLength(1)
  })
})

describe('the picture at the head of a form', () => {
  const upload = async (login: string, bytes: Buffer): Promise<LightMyRequestResponse> => {
    const client = new ApiClient(server)
    await client.signIn(login)
    const body = new FormData()
    body.append('file', new Blob([Uint8Array.from(bytes)]), 'cover.jpg')
    const encoded = new Response(body)
    return client.call('POST', '/api/v1/form-covers', Buffer.from(await encoded.arrayBuffer()), {
      'content-type': must(encoded.headers.get('content-type')),
    })
  }

  it('is shown in two widths, kept by browsers for good, and costs the page nothing', async () => {
    const [large, small] = [await upload('admin', jpeg('large')), await upload('admin', jpeg('small'))].map(
      (answer) => answer.json<{ id: string }>().id,
    ) as [string, string]
    await changeConfig(company.system(), [form('cover', { cover: { large, small, width: 1280, height: 640 } })])
    const page = await server.inject({ url: '/f/cover' })
    expect(page.body).toContain(`srcset="/f/cover/cover/${small} 640w, /f/cover/cover/${large} 1280w"`)
    expect(page.body).toMatch(/<img[^>]*width="1280" height="640"[^>]*loading="lazy"/)
    expect(page.headers['content-security-policy']).toContain("img-src data: 'self'")
    const picture = await server.inject({ url: `/f/cover/cover/${small}` })
    expect(picture.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    company.clock.set(addMinutes(company.clock.now(), 30 * 24 * 60))
    await removeUnusedFiles(company.system())
    expect((await server.inject({ url: `/f/cover/cover/${large}` })).statusCode).toBe(200)
  })

  it('stays a week after it was replaced, so that the change can be taken back, then goes with its bytes', async () => {
    const uploaded = async (name: string): Promise<string> => (await upload('admin', jpeg(name))).json<{ id: string }>().id
    const old = await uploaded('old')
    const cover = (id: string) => form('replaced', { cover: { large: id, small: id, width: 1280, height: 640 } })
    const pass = async (days: number): Promise<void> => {
      company.clock.set(addMinutes(company.clock.now(), days * 24 * 60))
      await removeUnusedFiles(company.system())
    }
    const isThere = (id: string): boolean => existsSync(pathOfFile(company.workspace, id))
    await changeConfig(company.system(), [cover(old)])
    await pass(30)
    const fresh = await uploaded('fresh')
    await changeConfig(company.system(), [cover(fresh)])
    await pass(6)
    expect([isThere(old), isThere(fresh)]).toEqual([true, true])
    await pass(2)
    expect([isThere(old), isThere(fresh)]).toEqual([false, true])
    expect(await company.workspace.db.query('SELECT 1 FROM w.file WHERE id = $1', [old])).toEqual([])
  })

  it('shows strangers no other file, and is put there by who configures', async () => {
    const [file] = (await storedFiles()).filter(({ recordId }) => recordId !== null)
    expect((await server.inject({ url: `/f/cover/cover/${must(file).id}` })).statusCode).toBe(404)
    expect((await upload('lina', jpeg())).statusCode).toBe(403)
    expect((await upload('admin', Buffer.from('%PDF-1.7\n'))).statusCode).toBeGreaterThanOrEqual(400)
  })
})
