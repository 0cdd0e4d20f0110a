import { Readable } from 'node:stream'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '@jieli/core'
import { addMinutes } from '../../runtime/clock.ts'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { changeOne } from '../records/apply-change.ts'
import { findRecords } from '../records/find-records.ts'
import { collect } from '../exports/collect.fixture.ts'
import { captureAll } from '../capture/intake.ts'
import { findImport, findImports } from './find-imports.ts'
import { importTemplate } from './import-template.ts'
import { changeConfig } from '../config/change-config.ts'
import { importPolicySchema } from './import-policy.ts'
import { markStarted, readTroubled } from './import-queries.ts'
import { runImport } from './run-import.ts'
import type { ImportPreview } from './preview-import.ts'
import { stageImport } from './stage-import.ts'
import { importsIdle, resumeImports, startImport, startSchema } from './start-import.ts'
import { undoImport } from './undo-import.ts'
import { writeErrorFile } from './write-error-file.ts'

let test: TestWorkspace
beforeAll(async () => {
  test = await openTestWorkspace()
})
afterAll(() => test.close())

const stage = (
  content: string | Buffer,
  { login = 'admin', object = 'lead', fileName = '线索.csv' } = {},
): Promise<ImportPreview> =>
  stageImport(test.contextOf(login), { object, fileName, upload: Readable.from([Buffer.from(content)]), locale: 'zh-CN' })

const guessed = (preview: ImportPreview): Record<string, string | null> =>
  Object.fromEntries(preview.columns.map((column) => [column.header, column.field]))

const run = async (
  preview: ImportPreview,
  {
    login = 'admin',
    policy = {},
    mapping = guessed(preview),
  }: { login?: string; policy?: object; mapping?: Record<string, string | null> } = {},
) => {
  await startImport(test.contextOf(login), preview.id, startSchema.parse({ mapping, policy }))
  await importsIdle(test.workspace)
  return findImport(test.contextOf(login), preview.id)
}

const leadByPhone = async (phone: string) => {
  const page = await findRecords(test.contextOf('admin'), {
    object: 'lead',
    where: { call: 'equals', args: [{ field: 'phone' }, { value: phone }] },
    limit: 10,
  })
  return page.records
}
const leadTable = () => must(test.workspace.config.current.objects.get('lead')).table
const textOf = async (lines: AsyncIterable<string>): Promise<string> => (await collect(lines)).join('')

describe('an imported file', () => {
  it('in GB18030 is read, its columns are recognised, and each row becomes a lead of its campus, source and grade', async () => {
    const preview = await stage(
      iconv.encode(
        '家长姓名,联系方式,孩子年级,意向校区,来源渠道,备注\r\n王女士,１３９-０００１ ０００１,初三,仙林,抖音,想提数学\r\n𠮷先生,+86 13900010002,高一,滨湖校区,官网,\r\n',
        'gb18030',
      ),
    )
    expect(preview).toMatchObject({ encoding: 'gb18030', rows: 2, problems: [] })
    expect(guessed(preview)).toEqual({
      家长姓名: 'name',
      联系方式: 'phone',
      孩子年级: 'grade',
      意向校区: 'campus',
      来源渠道: 'source',
      备注: 'note',
    })
    const done = await run(preview)
    expect(done).toMatchObject({ status: 'done', done: 2, counts: { created: 2, touched: 0, failed: 0 } })
    const [lead] = await leadByPhone('+8613900010001')
    expect(lead?.values).toMatchObject({
      name: '王女士',
      source: 'douyin',
      campus: test.ids.campuses['xianlin'],
      note: '想提数学',
      stage: 'new',
    })
    expect(lead?.values['owner']).not.toBeNull()
    expect((await leadByPhone('+8613900010002'))[0]?.values['name']).toBe('𠮷先生')
  })

  it('sent again touches everyone and creates nobody; told to skip, it leaves everyone alone', async () => {
    const content = '姓名,手机\n甲,13900020001\n乙,13900020002\n甲,139 0002 0001\n'
    expect(await run(await stage(content))).toMatchObject({ counts: { created: 2, touched: 1 } })
    expect(await run(await stage(content))).toMatchObject({ counts: { created: 0, touched: 3, failed: 0 } })
    expect((await leadByPhone('+8613900020001'))[0]?.values['touchCount']).toBe(4)
    expect(await run(await stage(content), { policy: { duplicates: 'skip' } })).toMatchObject({
      counts: { created: 0, touched: 0, skipped: 3 },
    })
    expect((await leadByPhone('+8613900020001'))[0]?.values['touchCount']).toBe(4)
    expect(await leadByPhone('+8613900020002')).toHaveLength(1)
  })

  it('gives back the rows that cannot be leads, in its own columns, with the reason; the others are in', async () => {
    const preview = await stage(
      '姓名,手机,年级,说明\n丙,13900030001,初三,好\n丁,1390003,初三,号码少一位\n,,,\n戊,,初三,没有号码\n己,13900030002,大五,年级不对\n庚,13900030003,初三,多,出一格\n',
    )
    expect(preview).toMatchObject({ rows: 5, counts: { unfit: 1 } })
    expect(preview.problems.map((problem) => problem.number)).toEqual([3, 5, 6, 7])
    const done = await run(preview)
    expect(done.counts).toMatchObject({ created: 2, failed: 3 })
    expect(done).toMatchObject({ rows: 5, done: 5 })
    const csv = await textOf(await writeErrorFile(test.contextOf('admin'), preview.id, 'zh-CN'))
    const lines = csv.replace('\uFEFF', '').trim().split('\r\n')
    expect(csv.startsWith('\uFEFF')).toBe(true)
    expect(lines).toEqual([
      '姓名,手机,年级,说明,行号,结果,原因',
      '丁,1390003,初三,号码少一位,3,没有导入,手机号：不是有效的电话号码，请检查位数和区号',
      '戊,,初三,没有号码,5,没有导入,没有手机号或微信号，无法联系',
      expect.stringMatching(/^己,13900030002|^己,\t|^己,"/),
      '庚,13900030003,初三,多,7,没有导入,这一行有 5 格，表头只有 4 列，对不上'.replace('13900030003', '"\t13900030003"'),
    ])
    expect((await leadByPhone('+8613900030002'))[0]?.values['grade']).toBeNull()
    expect(await leadByPhone('+8613900030003')).toHaveLength(0)
  })

  it('full of formulas, SQL and HTML is stored as text and runs nowhere, not even in the file that comes back', async () => {
    const hostile = [
      '=HYPERLINK("http://evil.example","点我")',
      "'); DROP TABLE w.import;--",
      '<script>alert(1)</script>',
      '@SUM(A1)',
      '\u202E倒写',
    ]
    const preview = await stage(
      `姓名,手机\n${hostile.map((name, index) => `"${name.replaceAll('"', '""')}",1390004000${index}`).join('\n')}\n"=1+1",坏号码\n`,
    )
    expect((await run(preview)).counts).toMatchObject({ created: 5, failed: 1 })
    expect((await leadByPhone('+8613900040000'))[0]?.values['name']).toBe(hostile[0])
    expect((await leadByPhone('+8613900040002'))[0]?.values['name']).toBe(hostile[2])
    expect(await textOf(await writeErrorFile(test.contextOf('admin'), preview.id, 'zh-CN'))).toContain(`\r\n'=1+1,坏号码,`)
  })

  it('with fifty columns keeps each in its place', async () => {
    const headers = Array.from({ length: 50 }, (_, index) =>
      index === 41 ? '联系电话' : index === 7 ? '姓名' : `自定义${index}`,
    )
    const preview = await stage(
      `${headers.join(',')}\n${headers.map((_, index) => (index === 41 ? '13900050001' : `格${index}`)).join(',')}\n`,
    )
    expect(preview.columns).toHaveLength(50)
    expect((await run(preview)).counts.created).toBe(1)
    expect((await leadByPhone('+8613900050001'))[0]?.values['name']).toBe('格7')
  })

  it('remembers what its columns meant last time', async () => {
    const first = await stage('甲列,乙列\n说明文字,13900060001\n')
    await run(first, { mapping: { 甲列: 'studentName', 乙列: 'phone' } })
    expect(guessed(await stage('乙列,甲列\n13900060002,别的\n'))).toEqual({ 乙列: 'phone', 甲列: 'studentName' })
  })

  it('goes to the importer or to nobody when they say so', async () => {
    await run(await stage('姓名,手机\n给我,13900070001\n', { login: 'xlboss' }), {
      login: 'xlboss',
      policy: { assign: 'me', defaults: { campus: test.ids.campuses['xianlin'] } },
    })
    expect((await leadByPhone('+8613900070001'))[0]?.values).toMatchObject({
      owner: test.ids.users['xlboss'],
      campus: test.ids.campuses['xianlin'],
    })
    await run(await stage('姓名,手机\n先放着,13900070002\n'), { policy: { assign: 'none' } })
    expect((await leadByPhone('+8613900070002'))[0]?.values['owner']).toBeNull()
  })

  it('tells its importer when it is through', async () => {
    const preview = await stage('姓名,手机\n通知,13900080001\n', { fileName: '../../etc/春季名单.csv' })
    expect(preview.fileName).toBe('春季名单.csv')
    await run(preview)
    const notices = await test.workspace.db.query<{ title: string }>(
      `SELECT title FROM w.notice WHERE kind = 'import-done' AND user_id = $1 ORDER BY id DESC LIMIT 1`,
      [test.ids.users['admin']],
    )
    expect(notices[0]?.title).toBe('导入完成：春季名单.csv')
  })

  it('tells each new owner once of all that came, or nobody; and starts clocks only if told to', async () => {
    const lines = Array.from({ length: 30 }, (_, index) => `多人${index},${13_900_140_000 + index}`)
    const noticesAndTimers = async (id: string) => {
      const [row] = await test.workspace.db.query<{ notices: number; owners: number; timers: number }>(
        `SELECT (SELECT count(*) FROM w.notice n WHERE n.kind = 'lead-assigned' AND n.created_at >= i.created_at AND n.title LIKE '导入了%') AS notices,
           (SELECT count(DISTINCT t.owner_id) FROM w.import_row r JOIN w.${leadTable()} t ON t.id = r.record_id WHERE r.import_id = i.id AND t.owner_id <> i.created_by) AS owners,
           (SELECT count(*) FROM w.timer t JOIN w.import_row r ON r.record_id = t.record_id WHERE r.import_id = i.id) AS timers
         FROM w.import i WHERE i.id = $1`,
        [id],
      )
      return row
    }
    test.clock.set(addMinutes(test.clock.now(), 1))
    const quiet = await stage(`姓名,手机\n${lines.slice(0, 10).join('\n')}\n`)
    await run(quiet, { policy: { notify: false, clocks: false } })
    expect(await noticesAndTimers(quiet.id)).toMatchObject({ notices: 0, timers: 0 })
    test.clock.set(addMinutes(test.clock.now(), 1))
    const told = await stage(`姓名,手机\n${lines.slice(10).join('\n')}\n`)
    await run(told)
    const { notices, owners, timers } = must(await noticesAndTimers(told.id))
    expect(notices).toBe(owners)
    expect(owners).toBeGreaterThan(1)
    expect(timers).toBeGreaterThan(0)
  })

  it('of another kind of record is created with the importer’s own rights', async () => {
    const preview = await stage('校区名称,城市\n苏州园区校区,苏州\n,常州\n', { object: 'campus' })
    expect((await run(preview)).counts).toMatchObject({ created: 1, failed: 1 })
    const page = await findRecords(test.contextOf('admin'), { object: 'campus', search: '苏州园区' })
    expect(page.records[0]?.values['city']).toBe('苏州')
  })
})

describe('undoing an import', () => {
  it('takes back what it made, keeps what somebody worked on or what came again, and says which', async () => {
    const preview = await stage('姓名,手机\n撤销一,13900090001\n撤销二,13900090002\n撤销三,13900090003\n撤销四,13900090004\n')
    await run(preview)
    const edited = must((await leadByPhone('+8613900090002'))[0])
    await changeOne(test.contextOf('admin'), 'lead', { action: 'update', id: edited.id, values: { note: '已经聊过' } })
    await captureAll(test.system(), [
      {
        sourceId: 'website',
        eventId: 'again',
        receivedAt: test.clock.now(),
        payload: { phone: '13900090003' },
        actor: { kind: 'form', id: 'website' },
      },
    ])
    const result = await undoImport(test.contextOf('admin'), preview.id)
    expect(result).toMatchObject({ undone: 2, kept: { count: 2 } })
    expect(result.kept.records.map((record) => record.title).toSorted()).toEqual(['撤销三', '撤销二'])
    expect(await leadByPhone('+8613900090001')).toHaveLength(0)
    expect(await leadByPhone('+8613900090002')).toHaveLength(1)
    expect(await undoImport(test.contextOf('admin'), preview.id)).toMatchObject({ undone: 0, kept: { count: 2 } })
    expect((await findImport(test.contextOf('admin'), preview.id)).counts).toMatchObject({ undone: 2, kept: 2 })
  })
})

describe('who may import', () => {
  it('is decided by the ability; others learn nothing of somebody’s imports', async () => {
    await expect(stage('姓名,手机\n甲,13900100001\n', { login: 'lina' })).rejects.toMatchObject({ code: 'forbidden' })
    const preview = await stage('姓名,手机\n甲,13900100001\n')
    await expect(findImport(test.contextOf('xlboss'), preview.id)).rejects.toMatchObject({ code: 'not-found' })
    expect((await findImports(test.contextOf('xlboss'))).every((one) => one.createdBy === test.ids.users['xlboss'])).toBe(true)
    await expect(startImport(test.contextOf('xlboss'), preview.id, startSchema.parse({ mapping: {} }))).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('may fill only fields they may write, each from one column', async () => {
    const preview = await stage('手机,另一个手机,首次跟进\n13900110001,13900110002,2026-01-01\n')
    expect(preview.columns.map((column) => column.field)).toEqual(['phone', null, null])
    const start = (mapping: Record<string, string>) =>
      startImport(test.contextOf('admin'), preview.id, startSchema.parse({ mapping }))
    await expect(start({ 手机: 'phone', 首次跟进: 'firstFollowUpAt' })).rejects.toMatchObject({ code: 'invalid-values' })
    await expect(start({ 手机: 'phone', 另一个手机: 'phone' })).rejects.toMatchObject({ code: 'invalid-values' })
    expect(await readTroubled(test.workspace.db, preview.id, 0, 10)).toEqual([])
  })

  it('gets a template whose headers are recognised when it comes back', async () => {
    const template = importTemplate(test.contextOf('admin'), 'lead', 'zh-CN')
    const preview = await stage(
      `${template}${template
        .replace('\uFEFF', '')
        .split(',')
        .map((header) => (header === '手机号' ? '13900120001' : ''))
        .join(',')}\r\n`,
    )
    expect(preview.columns.every((column) => column.field !== null)).toBe(true)
  })

  it('stops where the right was taken away; what is in stays in and nothing is half done', async () => {
    const lines = Array.from({ length: 1_100 }, (_, index) => `收回${index},${13_900_200_000 + index}`)
    const preview = await stage(`姓名,手机\n${lines.join('\n')}\n`, { login: 'zhou' })
    await markStarted(test.workspace.db, preview.id, guessed(preview), importPolicySchema.parse({}))
    let chunks = 0
    await runImport(test.workspace, preview.id, () => chunks++ < 1)
    expect(await findImport(test.contextOf('zhou'), preview.id)).toMatchObject({ status: 'running', done: 500 })
    const roles = test.workspace.config.current.items('role')
    const withoutImport = roles
      .filter((role) => role.id !== 'admin' && role.abilities.includes('import'))
      .map((role) => ({
        kind: 'role' as const,
        id: role.id,
        item: { ...role, abilities: role.abilities.filter((ability) => ability !== 'import') },
      }))
    await changeConfig(test.contextOf('admin'), withoutImport)
    await test.workspace.config.refresh()
    await runImport(test.workspace, preview.id, () => true)
    expect(await findImport(test.contextOf('admin'), preview.id)).toMatchObject({
      status: 'failed',
      reason: 'forbidden',
      done: 500,
      counts: { created: 500 },
    })
  })

  it('stops being allowed in the middle: what is in stays in, the rest waits', async () => {
    const preview = await stage('姓名,手机\n半路,13900130001\n')
    await test.workspace.db.query(`UPDATE w.import SET status = 'running', mapping = $2, created_by = $3 WHERE id = $1`, [
      preview.id,
      JSON.stringify({ 姓名: 'name', 手机: 'phone' }),
      test.ids.users['lina'],
    ])
    await resumeImports(test.workspace)
    expect(await leadByPhone('+8613900130001')).toHaveLength(0)
    expect(await findImport(test.contextOf('admin'), preview.id)).toMatchObject({ status: 'failed', reason: 'forbidden' })
  })
})
