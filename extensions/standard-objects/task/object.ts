import type { ObjectDraft } from '@jieli/core'

/** 任务: what somebody owes a lead, and until when. */
export const task: ObjectDraft = {
  name: 'task',
  label: { 'zh-CN': '任务', en: 'Task' },
  icon: 'list-checks',
  titleField: 'title',
  fields: [
    { name: 'lead', label: { 'zh-CN': '线索', en: 'Lead' }, type: 'relation', settings: { object: 'lead' } },
    { name: 'title', label: { 'zh-CN': '要做的事', en: 'To do' }, type: 'text', required: true, searchable: true },
    {
      name: 'kind',
      label: { 'zh-CN': '类型', en: 'Kind' },
      type: 'select',
      settings: {
        options: [
          { id: 'first-follow-up', label: { 'zh-CN': '首次跟进', en: 'First follow-up' }, color: 1 },
          { id: 'next-action', label: { 'zh-CN': '下一步', en: 'Next action' }, color: 5 },
          { id: 'other', label: { 'zh-CN': '其他', en: 'Other' }, color: 8 },
        ],
      },
    },
    { name: 'dueAt', label: { 'zh-CN': '到期', en: 'Due' }, type: 'instant' },
    { name: 'doneAt', label: { 'zh-CN': '完成时间', en: 'Done' }, type: 'instant' },
  ],
}
