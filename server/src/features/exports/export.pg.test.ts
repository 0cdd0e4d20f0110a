import { afterAll, beforeAll, expect, it } from 'vitest'
import { streamXlsxRows } from 'hucre/xlsx'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { captureAll } from '../capture/intake.ts'
import { changeConfig } from '../config/change-config.ts'
import { findRecords } from '../records/find-records.ts'
import { collect } from './collect.fixture.ts'
import { exportRecords, exportSchema } from './export-records.ts'

let test: TestWorkspace
const names = ['=cmd|calc', '-2+3', '+1', '@here', '"引号", 逗号', '两\n行', '普通']

beforeAll(async () => {
  test = await openTestWorkspace()
  const campuses = [test.ids.campuses['xianlin'], test.ids.campuses['binhu']]
  await captureAll(
    test.system(),
    Array.from({ length: 230 }, (_, index) => ({
      sourceId: 'website',
      eventId: `e${index}`,
      receivedAt: test.clock.now(),
      actor: { kind: 'form' as const, id: 'website' },
      payload: {
        name: names[index % names.length] ?? '',
        phone: String(13_700_000_000 + index),
        campus: campuses[index % 2],
        grade: 'g9',
        // So long that the file is made in several parts.
        note: '长'.repeat(400),
      },
    })),
  )
})
afterAll(() => test.close())

const take = async (login: string, input: object = {}, object = 'lead') =>
  exportRecords(test.contextOf(login), { ...exportSchema.parse(input), object, locale: 'zh-CN' })
const textOf = async (login: string, input: object = {}): Promise<string> =>
  Buffer.concat((await collect((await take(login, input)).content)).map((piece) => Buffer.from(piece))).toString('utf8')
const linesOf = (csv: string): string[] => csv.replace('\uFEFF', '').trimEnd().split('\r\n')

it('holds exactly the rows that the same person’s list shows, in its order', async () => {
  for (const login of ['admin', 'zhou', 'xlboss']) {
    const list = await findRecords(test.contextOf(login), {
      object: 'lead',
      select: ['name', 'createdAt'],
      sort: [{ field: 'phone', direction: 'desc' }],
      limit: 1_000,
      count: 'exact',
    })
    const lines = linesOf(await textOf(login, { columns: ['phone', 'campus'], sort: [{ field: 'phone', direction: 'desc' }] }))
    expect(lines).toHaveLength(1 + (list.count?.value ?? -1))
    expect(list.count?.value).toBeGreaterThan(100)
  }
  const [all, branch] = [await textOf('admin', { columns: ['campus'] }), await textOf('xlboss', { columns: ['campus'] })]
  expect(all).toContain('滨湖校区')
  expect(branch).not.toContain('滨湖校区')
})

it('writes labels, options and related records in words, marks itself as UTF-8, and runs nothing in a spreadsheet', async () => {
  const csv = await textOf('admin', { columns: ['name', 'phone', 'grade', 'campus'], sort: [{ field: 'phone' }] })
  expect(csv.startsWith('\uFEFF姓名,手机号,孩子年级,校区\r\n')).toBe(true)
  expect(linesOf(csv)[1]).toMatch(/^'=cmd\|calc,137 0000 0000,[^,]+,仙林校区$/)
  for (const line of linesOf(csv)) expect(line).not.toMatch(/^[=+\-@]/)
  expect(csv).toContain('"""引号"", 逗号"')
})

it('shows masked what its taker sees masked, leaves out what they may not see, and refuses when they ask for it', async () => {
  const admin = test.contextOf('admin')
  await changeConfig(admin, [
    {
      kind: 'role',
      id: 'front-desk',
      item: {
        id: 'front-desk',
        label: { 'zh-CN': '旁观' },
        abilities: ['export'],
        objects: { lead: { read: 'all', fields: { name: 'read', phone: 'mask', wechat: 'none' }, otherFields: 'none' } },
      },
    },
  ])
  await test.workspace.config.refresh()
  await test.workspace.directory.refresh()
  const csv = await textOf('desk')
  expect(linesOf(csv)[0]).toBe('姓名,手机号,负责人,创建时间')
  expect(csv).toContain('137****0000')
  expect(csv).not.toMatch(/137 0000|137000/)
  for (const input of [{ columns: ['wechat'] }, { columns: ['campus.name'] }, { sort: [{ field: 'phone' }] }]) {
    await expect(take('desk', input)).rejects.toMatchObject({ code: 'unknown-field' })
  }
})

it('is refused without the ability', async () => {
  await expect(take('lina')).rejects.toMatchObject({ code: 'forbidden' })
})

it('is written down with who took how many, also when the download is broken off', async () => {
  const taken = async () =>
    test.workspace.db.query<{ record_id: string; data: { count: number; format: string } }>(
      `SELECT record_id, data FROM w.event WHERE kind = 'records.exported' ORDER BY id DESC`,
    )
  await textOf('zhou', { columns: ['name'] })
  expect((await taken())[0]).toMatchObject({
    record_id: test.ids.users['zhou'],
    data: { count: 230, format: 'csv', columns: ['name'] },
  })
  const broken = await take('admin', { columns: ['name', 'note'] })
  for await (const piece of broken.content) if (piece.length > 100) break
  const [last] = await taken()
  expect(last?.record_id).toBe(test.ids.users['admin'])
  expect(last?.data.count).toBeGreaterThan(0)
  expect(last?.data.count).toBeLessThan(230)
})

it('as a workbook holds the same cells as text', async () => {
  const file = await take('admin', { format: 'xlsx', columns: ['name', 'phone'], sort: [{ field: 'phone' }] })
  const bytes = Buffer.concat((await collect(file.content)).map((piece) => Buffer.from(piece)))
  const rows = await collect(streamXlsxRows(bytes))
  expect(rows).toHaveLength(231)
  expect(rows.slice(0, 3).map((row) => row.values)).toEqual([
    ['姓名', '手机号'],
    ['=cmd|calc', '137 0000 0000'],
    ['-2+3', '137 0000 0001'],
  ])
  expect(file.fileName).toBe('线索-2026-11-16.xlsx')
})

it('breaks off when its taker loses the right while it runs', async () => {
  const file = await take('desk', { columns: Array.from({ length: 120 }, () => 'name') })
  const pieces = file.content[Symbol.asyncIterator]()
  await pieces.next()
  await changeConfig(test.contextOf('admin'), [
    {
      kind: 'role',
      id: 'front-desk',
      item: { id: 'front-desk', label: { 'zh-CN': '旁观' }, abilities: [], objects: { lead: { read: 'all', fields: {} } } },
    },
  ])
  await test.workspace.config.refresh()
  await test.workspace.directory.refresh()
  const rest = async (): Promise<void> => {
    while (!(await pieces.next()).done);
  }
  await expect(rest()).rejects.toMatchObject({ code: 'forbidden' })
})
