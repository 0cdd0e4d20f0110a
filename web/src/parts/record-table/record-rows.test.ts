import { expect, test } from 'vitest'
import { groupRows } from './record-rows.ts'

const now = Date.parse('2026-11-21T02:42:00Z')
const lead = (id: string, nextAt: string | null) => ({ id, rev: 1, values: { nextAt } })
const records = [
  lead('a', '2026-11-21T00:30:00Z'),
  lead('b', '2026-11-21T07:00:00Z'),
  lead('c', '2026-11-21T09:00:00Z'),
  lead('d', null),
]
const options = { now, timeZone: 'Asia/Shanghai', collapsed: new Set<never>(), hasMore: false }
const shape = (rows: ReturnType<typeof groupRows>) =>
  rows.map((row) => (row.kind === 'group' ? `${row.group} ${row.count}` : row.record.id))

test('overdue comes first, leads without a next step last', () => {
  expect(shape(groupRows(records, options))).toEqual(['overdue 1', 'a', 'today 2', 'b', 'c', 'none 1', 'd'])
})

test('a folded group keeps its header and count', () => {
  expect(shape(groupRows(records, { ...options, collapsed: new Set(['today' as const]) }))).toEqual([
    'overdue 1',
    'a',
    'today 2',
    'none 1',
    'd',
  ])
})

test('only the last group may go on below', () => {
  const open = groupRows(records, { ...options, hasMore: true }).filter((row) => row.kind === 'group' && row.isOpenEnded)
  expect(open).toMatchObject([{ group: 'none' }])
})
