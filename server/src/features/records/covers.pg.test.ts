import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, children, field, literal, type Expression, type RecordQueryInput } from '@jieli/core'
import { addComputed } from '../../testing/computed-world.ts'
import { buildLead, readStored } from '../../testing/build-lead.ts'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { forEyes } from '../workspace/contexts.ts'
import type { Context } from '../workspace/workspace.ts'
import { changeOne } from './apply-change.ts'
import { createRecord } from './create-record.ts'
import { findBoard } from './find-board.ts'
import { findRecords, getRecord } from './find-records.ts'
import { findTimeline } from './find-timeline.ts'
import { groupRecords } from './group-records.ts'
import { revealValue } from './reveal-value.ts'

let test: TestWorkspace
let lead: string

beforeAll(async () => {
  test = await openTestWorkspace()
  lead = await buildLead(test, { values: { name: '被遮客户', phone: '13812347777', wechat: 'wx_secret_id' } })
}, 120_000)

afterAll(() => test.close())

const eyes = (login = 'admin'): Context => forEyes(test.contextOf(login))
const found = async (query: Partial<RecordQueryInput>): Promise<string[]> =>
  (await findRecords(eyes(), { object: 'lead', ...query })).records.map(({ id }) => id)
const where = (expression: Expression) => found({ where: expression })
const uncovered = { code: 'covered-field', details: { field: 'phone' } }

describe('at a screen', () => {
  it('a number one may read comes covered, in lists, records, boards and timelines', async () => {
    const page = await findRecords(eyes(), { object: 'lead', select: ['phone', 'wechat'] })
    const board = await findBoard(eyes(), { object: 'lead', by: 'stage', columns: [{ value: 'new' }] })
    const one = await getRecord(eyes(), 'lead', lead)
    const timeline = await findTimeline(eyes(), { object: 'lead', id: lead })
    for (const answer of [page, board, one, timeline]) {
      expect(JSON.stringify(answer)).toContain('138****7777')
      expect(JSON.stringify(answer)).not.toMatch(/12347777|wx_secret/)
    }
  })

  it('and comes whole when it is asked for, which is written down', async () => {
    expect(await revealValue(eyes('lina'), { object: 'lead', id: lead, field: 'phone' })).toEqual({ value: '+8613812347777' })
    const events = await test.workspace.db.query('SELECT actor_id, data FROM w.event WHERE kind = $1', ['sensitive.read'])
    expect(events).toEqual([{ actor_id: test.ids.users['lina'], data: { field: 'phone' } }])
  })

  it('a program gets it whole', async () => {
    expect((await getRecord(test.contextOf('admin'), 'lead', lead)).record.values['phone']).toBe('+8613812347777')
  })
})

describe('a covered number is looked for', () => {
  it('by the whole of it, however it is typed, and by what the cover shows', async () => {
    for (const search of ['13812347777', '138 1234 7777', '+8613812347777', '7777', '138'])
      expect(await found({ search })).toContain(lead)
    expect(await where(call('equals', field('phone'), literal('+8613812347777')))).toEqual([lead])
    expect(await where(call('isOneOf', field('phone'), literal(['+8613812347777', '+8613900000000'])))).toEqual([lead])
    expect(await where(call('isNotEmpty', field('phone')))).toContain(lead)
  })

  it('and not by what the cover hides', async () => {
    for (const search of ['1234', '3812', '12347777', '8123', '1381']) expect(await found({ search })).not.toContain(lead)
  })

  it.each<[string, Partial<RecordQueryInput>]>([
    ['in order', { sort: [{ field: 'phone', direction: 'asc' }] }],
    ['by its beginning', { where: call('startsWith', field('phone'), literal('+861381')) }],
    ['by a part', { where: call('contains', field('phone'), literal('1234')) }],
    ['by what is less', { where: call('lessThan', field('phone'), literal('+8613812350000')) }],
    ['against another field', { where: call('equals', field('phone'), field('wechat')) }],
    ['as the least of them', { totals: [{ as: 'a', fn: 'min', of: field('phone') }] }],
  ])('is not %s', async (_how, query) => {
    await expect(found(query)).rejects.toMatchObject(uncovered)
  })

  it('nor grouped, nor made columns of, nor over a relation or among children', async () => {
    const measures = [{ as: 'n', fn: 'count' as const }]
    await expect(
      groupRecords(eyes(), { object: 'lead', groupBy: [{ as: 'a', of: field('phone') }], measures }),
    ).rejects.toMatchObject(uncovered)
    await expect(findBoard(eyes(), { object: 'lead', by: 'phone', columns: [{ value: 'a' }] })).rejects.toMatchObject(uncovered)
    await expect(
      findRecords(eyes(), { object: 'task', where: call('startsWith', field('lead.phone'), literal('+861')) }),
    ).rejects.toMatchObject({ code: 'covered-field' })
    await expect(
      findRecords(eyes(), {
        object: 'contact',
        where: children('lead.contact', 'any', { where: call('endsWith', field('phone'), literal('47777')) }),
      }),
    ).rejects.toMatchObject({ code: 'covered-field' })
  })

  it('nor by trying very many at once', async () => {
    const many = Array.from({ length: 21 }, (_, index) => `+86138${index}`)
    await expect(where(call('isOneOf', field('phone'), literal(many)))).rejects.toMatchObject({ code: 'query-too-costly' })
  })
})

describe('a form that was filled with covers', () => {
  const update = (values: Record<string, unknown>, rev?: number) =>
    changeOne(eyes(), 'lead', { action: 'update', id: lead, values, ...(rev === undefined ? {} : { rev }) })

  it('changes what was changed and leaves the number as it is', async () => {
    await update({ phone: '138****7777', wechat: 'wx****id', note: '周末再打' })
    expect((await readStored(test, 'lead', lead)).values).toMatchObject({
      phone: '+8613812347777',
      wechat: 'wx_secret_id',
      note: '周末再打',
    })
    const { rev } = await readStored(test, 'lead', lead)
    await update({ phone: '138****7777' })
    expect((await readStored(test, 'lead', lead)).rev).toBe(rev)
  })

  it('is refused where the cover is another: it is no number, and must not become one', async () => {
    await expect(update({ phone: '138****0000' })).rejects.toMatchObject({ code: 'invalid-values' })
    await expect(update({ wechat: 'ab****yz' })).rejects.toMatchObject({ code: 'invalid-values' })
    await expect(
      createRecord(eyes(), test.app.capture, {
        object: 'contact',
        values: { name: '抄来的', phone: '138****7777' },
        confirmTouch: false,
      }),
    ).rejects.toMatchObject({ code: 'invalid-values' })
  })

  it('stands in nobody’s way: a number that changed meanwhile is kept, other fields merge', async () => {
    const { rev } = await readStored(test, 'lead', lead)
    await changeOne(test.system(), 'lead', { action: 'update', id: lead, values: { phone: '13812340000' } })
    await changeOne(test.system(), 'lead', { action: 'update', id: lead, values: { phone: '13899997777' } })
    await update({ phone: '138****7777', note: '改了备注' }, rev)
    expect((await readStored(test, 'lead', lead)).values).toMatchObject({ phone: '+8613899997777', note: '改了备注' })
  })

  it('tells nobody of a record they may not see whether a cover is right', async () => {
    const far = await buildLead(test, { login: 'gaoyuan', values: { phone: '13812348888' } })
    const answers = await Promise.all(
      ['138****8888', '138****0000'].map((phone) =>
        changeOne(eyes('xlboss'), 'lead', { action: 'update', id: far, values: { phone } }).catch(
          ({ code }: Error & { code: string }) => code,
        ),
      ),
    )
    expect(new Set(answers).size).toBe(1)
  })
})

describe('a formula over a covered number', () => {
  it('comes covered too, and is as little sorted or searched', async () => {
    await addComputed(test, 'lead', 'callLine', 'formula', {
      expression: call('concat', literal('打给'), field('phone')),
      result: 'text',
    })
    await addComputed(test, 'lead', 'hasPhone', 'formula', {
      expression: call('isNotEmpty', field('phone')),
      result: 'boolean',
    })
    const id = await buildLead(test, { values: { phone: '13855556666' } })
    const { record } = await getRecord(eyes(), 'lead', id)
    expect(record.values).toMatchObject({ callLine: '***', hasPhone: true })
    expect((await getRecord(test.contextOf('admin'), 'lead', id)).record.values['callLine']).toBe('打给+8613855556666')
    await expect(found({ sort: [{ field: 'callLine', direction: 'asc' }] })).rejects.toMatchObject({ code: 'covered-field' })
    expect(await revealValue(eyes(), { object: 'lead', id, field: 'callLine' })).toEqual({ value: '打给+8613855556666' })
  })
})
