import type { ObjectDraft } from '@jieli/core'
import { subjectOptions } from '../subject-options.ts'

/** 用户: somebody who signs in, with what assignment must know: skills, shift, caps, weight. */
export const user: ObjectDraft = {
  name: 'user',
  label: { 'zh-CN': '用户', en: 'User' },
  icon: 'user',
  titleField: 'name',
  fields: [
    { name: 'name', label: { 'zh-CN': '姓名', en: 'Name' }, type: 'text', required: true, searchable: true },
    { name: 'login', label: { 'zh-CN': '登录名', en: 'Login' }, type: 'text', required: true, searchable: true },
    { name: 'phone', label: { 'zh-CN': '手机号', en: 'Phone' }, type: 'phone', sensitive: true },
    {
      name: 'department',
      label: { 'zh-CN': '部门', en: 'Department' },
      type: 'department',
      settings: { object: 'department' },
    },
    { name: 'active', label: { 'zh-CN': '在职', en: 'Active' }, type: 'boolean' },
    {
      name: 'roles',
      label: { 'zh-CN': '角色', en: 'Roles' },
      type: 'multi-select',
      settings: {
        options: [
          { id: 'admin', label: { 'zh-CN': '管理员', en: 'Admin' } },
          { id: 'manager', label: { 'zh-CN': '主管', en: 'Manager' } },
          { id: 'consultant', label: { 'zh-CN': '顾问', en: 'Consultant' } },
          { id: 'front-desk', label: { 'zh-CN': '前台', en: 'Front desk' } },
        ],
      },
    },
    {
      name: 'skills',
      label: { 'zh-CN': '擅长科目', en: 'Skills' },
      type: 'multi-select',
      settings: { options: [...subjectOptions] },
    },
    { name: 'shift', label: { 'zh-CN': '班次', en: 'Shift' }, type: 'shift' },
    {
      name: 'holdingCap',
      label: { 'zh-CN': '库容', en: 'Holding cap' },
      type: 'number',
      settings: { scale: 0, min: 0 },
      help: { 'zh-CN': '最多同时在手的线索数，空为不限', en: 'Most open leads at once; blank is no limit' },
    },
    { name: 'dailyCap', label: { 'zh-CN': '每日上限', en: 'Daily cap' }, type: 'number', settings: { scale: 0, min: 0 } },
    { name: 'weight', label: { 'zh-CN': '轮转权重', en: 'Weight' }, type: 'number', settings: { scale: 0, min: 0 } },
    { name: 'wecomId', label: { 'zh-CN': '企业微信账号', en: 'WeCom id' }, type: 'text' },
  ],
}
