import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '@jieli/core'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { applyChange } from '../records/apply-change.ts'
import type { Operation } from '../records/change.ts'
import type { Anomaly } from './find-anomalies.ts'
import { findCampusBoard } from './find-campus-board.ts'

// Saturday, half past three in the afternoon in Shanghai.
const NOW = '2026-11-21T07:30:00.000Z'
const HOUR = 3_600_000
let company: TestWorkspace

const change = (object: string, operations: Operation[]) =>
  company.workspace.db.transaction((tx) => applyChange(company.system(), tx, { object, operations, isClean: true }))

/** A lead that came at an hour of a date in Shanghai and was answered after so many hours. */
const lead = (campus: string, date: string, hour: number, answeredAfter: number, stage = 'contacted'): Operation => {
  const at = Date.parse(`${date}T${String(hour).padStart(2, '0')}:00:00+08:00`)
  return {
    action: 'create',
    ownerId: must(company.ids.users[campus === 'xianlin' ? 'lina' : 'gaoyuan']),
    createdAt: new Date(at).toISOString(),
    values: {
      name: '客户',
      campus: must(company.ids.campuses[campus]),
      stage,
      firstFollowUpAt: new Date(at + answeredAfter * HOUR).toISOString(),
      firstResponseMinutes: answeredAfter * 60,
    },
  }
}

const slowDay = (date: string, hours: number): Operation[] => [
  lead('xianlin', date, 9, hours - 2),
  lead('xianlin', date, 10, hours),
  lead('xianlin', date, 12, hours + 3),
]

beforeAll(async () => {
  company = await openTestWorkspace({ now: NOW })
  await change('user', [
    {
      action: 'update',
      id: must(company.ids.users['lina']),
      values: { shift: Array.from({ length: 7 }, () => [['09:00', '18:00']]) },
    },
    {
      action: 'update',
      id: must(company.ids.users['wangshan']),
      values: { shift: Array.from({ length: 7 }, () => [['09:00', '18:00']]) },
    },
    {
      action: 'update',
      id: must(company.ids.users['hejiawen']),
      values: { shift: Array.from({ length: 7 }, () => [['12:00', '18:00']]) },
    },
  ])
  await company.workspace.directory.refresh()
  await change('lead', [
    ...slowDay('2026-11-17', 1.5),
    ...slowDay('2026-11-19', 4.1),
    ...slowDay('2026-11-20', 4.4),
    ...slowDay('2026-11-21', 4.6),
    // Binhu answers at once, but two in three do not come.
    ...Array.from({ length: 6 }, (_, index) =>
      lead('binhu', '2026-11-18', 9 + index, 0.5, index < 2 ? 'visited' : 'trial-booked'),
    ),
  ])
})
afterAll(() => company.close())

const anomalies = async (login = 'zhou'): Promise<Anomaly[]> =>
  (await findCampusBoard(company.contextOf(login), { range: 'week' })).anomalies

describe('anomalies', () => {
  test('a campus above four hours for three days running is named with its days and the hours it comes from', async () => {
    const slow = must((await anomalies()).find((one) => one.kind === 'slow-response'))
    expect(slow).toMatchObject({
      title: '仙林校区首响中位数 4.6 小时，高于 4 小时',
      figure: { value: 4.6, days: 3 },
      leads: 12,
    })
    expect(slow.series.map((point) => point.value)).toEqual([null, null, 1.5, null, 4.1, 4.4, 4.6])
    expect(slow.table).toMatchObject([
      { from: 8, to: 12, leads: 8, consultants: 2 },
      { from: 12, to: 18, leads: 4, consultants: 3 },
      { from: 18, to: 22, leads: 0, medianHours: null, consultants: 0 },
    ])
  })

  test('a campus whose trials do not come is named with how many', async () => {
    expect((await anomalies()).find((one) => one.kind === 'low-visit-rate')).toMatchObject({
      title: '滨湖校区试听到访率 33.3%，低于阈值 65%',
      meaning: '6 人预约，4 人未到',
    })
  })

  test('the one that touches most comes first, and its campus leads the heat map', async () => {
    const board = await findCampusBoard(company.contextOf('zhou'), { range: 'week' })
    expect(board.anomalies.map((one) => one.campusName)).toEqual(['仙林校区', '滨湖校区'])
    expect(board.heat.rows[0]?.campusName).toBe('仙林校区')
  })

  test('a manager hears of no campus but the own', async () => {
    expect((await anomalies('xlboss')).map((one) => one.campusName)).toEqual(['仙林校区'])
  })

  test('one good day ends it, once the day is far enough gone to tell', async () => {
    await change(
      'lead',
      [9, 10, 11, 12].map((hour) => lead('xianlin', '2026-11-21', hour, 0.2)),
    )
    expect((await anomalies()).some((one) => one.kind === 'slow-response')).toBe(false)
    company.clock.set('2026-11-21T05:00:00.000Z')
    await expect(anomalies()).resolves.toEqual(expect.not.arrayContaining([expect.objectContaining({ kind: 'slow-response' })]))
    company.clock.set(NOW)
  })

  test('nothing abnormal, nothing shown', async () => {
    expect(
      (await findCampusBoard(company.contextOf('zhou'), { range: 'today', campusId: must(company.ids.campuses['binhu']) }))
        .anomalies,
    ).toEqual([])
  })
})
