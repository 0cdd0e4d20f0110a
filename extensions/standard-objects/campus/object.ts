import type { ObjectDraft } from '@jieli/core'

/** 校区: where lessons happen. Its department is where its people belong. */
export const campus: ObjectDraft = {
  name: 'campus',
  label: { 'zh-CN': '校区', en: 'Campus' },
  icon: 'school',
  titleField: 'name',
  fields: [
    { name: 'name', label: { 'zh-CN': '校区名称', en: 'Name' }, type: 'text', required: true, searchable: true },
    { name: 'city', label: { 'zh-CN': '城市', en: 'City' }, type: 'text' },
    { name: 'district', label: { 'zh-CN': '区', en: 'District' }, type: 'text' },
    { name: 'address', label: { 'zh-CN': '地址', en: 'Address' }, type: 'text' },
    {
      name: 'department',
      label: { 'zh-CN': '所属部门', en: 'Department' },
      type: 'department',
      settings: { object: 'department' },
    },
  ],
}
