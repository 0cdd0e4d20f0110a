import type { ObjectDraft } from '@jieli/core'
import { gradeOptions } from '../grade-options.ts'

/** 联系人: a parent with the student, kept when the lead is long closed. */
export const contact: ObjectDraft = {
  name: 'contact',
  label: { 'zh-CN': '客户', en: 'Contact' },
  icon: 'users',
  titleField: 'name',
  fields: [
    { name: 'name', label: { 'zh-CN': '家长姓名', en: 'Name' }, type: 'text', searchable: true },
    {
      name: 'phone',
      label: { 'zh-CN': '手机号', en: 'Phone' },
      type: 'phone',
      identifies: true,
      sensitive: true,
      searchable: true,
    },
    { name: 'wechat', label: { 'zh-CN': '微信号', en: 'WeChat id' }, type: 'wechat-id', identifies: true, sensitive: true },
    {
      name: 'relationToStudent',
      label: { 'zh-CN': '与学员关系', en: 'Relation to student' },
      type: 'select',
      settings: {
        options: [
          { id: 'mother', label: { 'zh-CN': '妈妈', en: 'Mother' } },
          { id: 'father', label: { 'zh-CN': '爸爸', en: 'Father' } },
          { id: 'grandparent', label: { 'zh-CN': '爷爷奶奶外公外婆', en: 'Grandparent' } },
          { id: 'self', label: { 'zh-CN': '学员本人', en: 'The student' } },
          { id: 'other', label: { 'zh-CN': '其他', en: 'Other' } },
        ],
      },
    },
    { name: 'studentName', label: { 'zh-CN': '学员姓名', en: 'Student' }, type: 'text', searchable: true },
    { name: 'grade', label: { 'zh-CN': '年级', en: 'Grade' }, type: 'select', settings: { options: gradeOptions } },
    { name: 'school', label: { 'zh-CN': '就读学校', en: 'School' }, type: 'text' },
  ],
}
