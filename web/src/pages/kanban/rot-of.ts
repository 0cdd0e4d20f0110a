import type { CrmRecord } from '@jieli/core'

const DAY = 86_400_000

/** How long a card has been left waiting, shown on its edge: past its time, past it by more than a day. `now` in ms. */
export const rotOf = (record: CrmRecord, now: number, isClosed: boolean): '' | 'late' | 'rotten' => {
  const at = record.values['nextAt']
  if (isClosed || typeof at !== 'string') return ''
  const overdue = now - Date.parse(at)
  return overdue <= 0 ? '' : overdue < DAY ? 'late' : 'rotten'
}
