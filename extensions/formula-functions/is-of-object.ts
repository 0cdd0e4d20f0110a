import type { FormulaFunction } from '@jieli/core'

/** Of a field that may point to records of several objects: whether it points to one of this object. */
export const isOfObject: FormulaFunction = {
  name: 'isOfObject',
  label: { 'zh-CN': '属于对象', en: 'is of object' },
  aliases: ['ISOFOBJECT'],
  notation: { position: 'infix', power: 'compare', written: { 'zh-CN': '属于对象', en: 'ISOFOBJECT' } },
  help: {
    'zh-CN': '多对象关联的字段指向的是不是这个对象的记录',
    en: 'Whether a relation to any of several objects points to a record of this one',
  },
  params: [
    { name: 'link', type: 'any', among: ['text'] },
    { name: 'object', type: 'any', among: ['text'] },
  ],
  returns: 'boolean',
  growsWithValue: true,
  evaluate: ([link, object]) =>
    typeof link === 'string' && typeof object === 'string' && object !== '' && link.split(':')[0] === object,
  sql: ([link = 'NULL', object = 'NULL']) => `split_part(${link}, ':', 1) = ${object}`,
  sentence: ([link, object], locale) => (locale === 'zh-CN' ? `${link} 属于对象 ${object}` : `${link} is of object ${object}`),
  examples: [
    { args: ['lead:01930000-0000-7000-8000-000000000001', 'lead'], result: true },
    { args: ['lead:01930000-0000-7000-8000-000000000001', 'order'], result: false },
    { args: [null, 'lead'], result: false },
  ],
}
