import type { ObjectDraft } from '@jieli/core'

/** 部门: a branch of the tree that row scopes follow. */
export const department: ObjectDraft = {
  name: 'department',
  label: { 'zh-CN': '部门', en: 'Department' },
  icon: 'network',
  titleField: 'name',
  fields: [
    { name: 'name', label: { 'zh-CN': '部门名称', en: 'Name' }, type: 'text', required: true, searchable: true },
    { name: 'parent', label: { 'zh-CN': '上级部门', en: 'Parent' }, type: 'department', settings: { object: 'department' } },
    {
      name: 'path',
      label: { 'zh-CN': '层级', en: 'Place in the tree' },
      type: 'department-path',
      readOnly: true,
      help: {
        'zh-CN': '系统按上级部门自动生成，权限按它判断「本部门及下级」',
        en: 'Made from the parent; row scopes follow it',
      },
    },
    { name: 'manager', label: { 'zh-CN': '主管', en: 'Manager' }, type: 'user', settings: { object: 'user' } },
  ],
}
