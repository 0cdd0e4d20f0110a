import type { ObjectDraft } from '@jieli/core'

/** 休假: days on which somebody takes no leads, both ends included. */
export const leave: ObjectDraft = {
  name: 'leave',
  label: { 'zh-CN': '休假', en: 'Leave' },
  icon: 'calendar-off',
  titleField: 'reason',
  fields: [
    { name: 'user', label: { 'zh-CN': '谁', en: 'Who' }, type: 'user', settings: { object: 'user' }, required: true },
    { name: 'from', label: { 'zh-CN': '从', en: 'From' }, type: 'date', required: true },
    { name: 'to', label: { 'zh-CN': '到', en: 'To' }, type: 'date', required: true },
    { name: 'reason', label: { 'zh-CN': '事由', en: 'Reason' }, type: 'text' },
  ],
}
