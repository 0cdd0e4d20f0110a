import type { CrmRecord } from '@jieli/core'
import { dueGroupOf, type DueGroup } from '../../i18n/zoned-time.ts'

export type RecordRow =
  | { kind: 'group'; group: DueGroup; count: number; isOpenEnded: boolean }
  | { kind: 'record'; record: CrmRecord; index: number }

const order: DueGroup[] = ['overdue', 'today', 'week', 'later', 'none']

const dueOf = (record: CrmRecord): string | null =>
  typeof record.values['nextAt'] === 'string' ? record.values['nextAt'] : null

/** Records in the order of the list, parted by when they are due. The last group may go on in pages not loaded yet. */
export const groupRows = (
  records: CrmRecord[],
  options: { now: number; timeZone: string; collapsed: ReadonlySet<DueGroup>; hasMore: boolean },
): RecordRow[] => {
  const groups = Map.groupBy(records, (record) => dueGroupOf(dueOf(record), options.now, options.timeZone))
  const present = order.filter((group) => groups.has(group))
  let index = 0
  return present.flatMap((group): RecordRow[] => {
    const members = groups.get(group) ?? []
    const header: RecordRow = {
      kind: 'group',
      group,
      count: members.length,
      isOpenEnded: options.hasMore && group === present.at(-1),
    }
    return options.collapsed.has(group)
      ? [header]
      : [header, ...members.map((record): RecordRow => ({ kind: 'record', record, index: index++ }))]
  })
}

export const plainRows = (records: CrmRecord[]): RecordRow[] =>
  records.map((record, index) => ({ kind: 'record', record, index }))
