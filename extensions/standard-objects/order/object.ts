import type { ObjectDraft } from '@jieli/core'
import { subjectOptions } from '../subject-options.ts'

/** 订单: an enrolment that was paid for. Its owner is who closed it, which is what the best-performer rule counts. */
export const order: ObjectDraft = {
  name: 'order',
  label: { 'zh-CN': '订单', en: 'Order' },
  icon: 'receipt',
  titleField: 'subject',
  stageField: 'status',
  fields: [
    { name: 'lead', label: { 'zh-CN': '线索', en: 'Lead' }, type: 'relation', settings: { object: 'lead' } },
    { name: 'contact', label: { 'zh-CN': '联系人', en: 'Contact' }, type: 'relation', settings: { object: 'contact' } },
    { name: 'campus', label: { 'zh-CN': '校区', en: 'Campus' }, type: 'relation', settings: { object: 'campus' } },
    { name: 'subject', label: { 'zh-CN': '科目', en: 'Subject' }, type: 'select', settings: { options: [...subjectOptions] } },
    { name: 'amount', label: { 'zh-CN': '金额', en: 'Amount' }, type: 'money' },
    { name: 'closedAt', label: { 'zh-CN': '成交时间', en: 'Closed' }, type: 'instant' },
    {
      name: 'status',
      label: { 'zh-CN': '状态', en: 'Status' },
      type: 'select',
      settings: {
        options: [
          { id: 'open', label: { 'zh-CN': '待付款', en: 'Awaiting payment' }, color: 2 },
          { id: 'closed', label: { 'zh-CN': '已成交', en: 'Closed' }, color: 3 },
          { id: 'refunded', label: { 'zh-CN': '已退费', en: 'Refunded' }, color: 8 },
        ],
      },
    },
  ],
}
