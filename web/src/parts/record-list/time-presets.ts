import type { Value } from '@jieli/core'
import type { Operator } from '../condition-builder/condition-tree.ts'
import type { listMessages } from '../../i18n/messages/list-messages.ts'

export interface TimePreset {
  label: keyof typeof listMessages
  operator: Operator
  operands: Value[]
}

/** What one asks of a time most often, a press each. They move with the day: saved in a view, 今天 is always today. */
export const timePresets: TimePreset[] = [
  { label: 'today', operator: 'isToday', operands: [] },
  { label: 'thisWeek', operator: 'isThisWeek', operands: [] },
  { label: 'thisMonth', operator: 'isThisMonth', operands: [] },
  { label: 'last7', operator: 'withinLastDays', operands: [7] },
  { label: 'last30', operator: 'withinLastDays', operands: [30] },
  { label: 'next7', operator: 'withinNextDays', operands: [7] },
]
