import type { ObjectDraft } from '@jieli/core'
import { outcomeOptions } from '../outcome-options.ts'

/** 跟进: one contact with the customer and what came of it. Title is the note, for a follow-up has no name. */
export const followUp: ObjectDraft = {
  name: 'followUp',
  label: { 'zh-CN': '跟进', en: 'Follow-up' },
  icon: 'phone',
  titleField: 'note',
  fields: [
    { name: 'lead', label: { 'zh-CN': '线索', en: 'Lead' }, type: 'relation', settings: { object: 'lead' }, required: true },
    {
      name: 'outcome',
      label: { 'zh-CN': '跟进结果', en: 'Outcome' },
      type: 'select',
      settings: { options: [...outcomeOptions] },
      required: true,
    },
    { name: 'note', label: { 'zh-CN': '补一句', en: 'Note' }, type: 'long-text' },
    { name: 'nextAction', label: { 'zh-CN': '下一步', en: 'Next action' }, type: 'text' },
    { name: 'nextAt', label: { 'zh-CN': '下次跟进', en: 'Next follow-up' }, type: 'instant' },
    { name: 'photo', label: { 'zh-CN': '照片', en: 'Photo' }, type: 'attachment' },
    {
      name: 'effective',
      label: { 'zh-CN': '有效跟进', en: 'Effective' },
      type: 'boolean',
      readOnly: true,
      help: { 'zh-CN': '有效跟进会停下 48 小时计时', en: 'An effective follow-up stops the 48-hour clock' },
    },
  ],
}
