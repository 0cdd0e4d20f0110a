import { expect, it } from 'vitest'
import type { CrmRecord } from '@jieli/core'
import type { DueGroup } from '../../i18n/zoned-time.ts'
import { groupRows, plainRows } from './record-rows.ts'

const now = Date.parse('2026-11-20T04:00:00Z')
const record = (id: string, nextAt: string | null) => ({ id, values: { nextAt } }) as unknown as CrmRecord
const records = [
  record('late', '2026-11-19T04:00:00Z'),
  record('soon', '2026-11-20T06:00:00Z'),
  record('soon2', '2026-11-20T07:00:00Z'),
  record('never', null),
]
const rows = (collapsed: DueGroup[] = [], hasMore = false) =>
  groupRows(records, { now, timeZone: 'Asia/Shanghai', collapsed: new Set(collapsed), hasMore }).map((row) =>
    row.kind === 'group' ? `${row.group} ${row.count}${row.isOpenEnded ? '+' : ''}` : `${row.index}:${row.record.id}`,
  )

it('parts records by when they are due, and numbers those that are shown', () => {
  expect(rows()).toEqual(['overdue 1', '0:late', 'today 2', '1:soon', '2:soon2', 'none 1', '3:never'])
  expect(rows(['today'])).toEqual(['overdue 1', '0:late', 'today 2', 'none 1', '1:never'])
})

it('says of the last group only that there may be more', () => {
  expect(rows([], true).filter((row) => row.endsWith('+'))).toEqual(['none 1+'])
})

it('without groups is the records in their order', () => {
  expect(plainRows(records).map((row) => row.kind === 'record' && row.index)).toEqual([0, 1, 2, 3])
})
