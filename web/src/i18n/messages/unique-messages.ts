import { defineMessages } from '../messages.ts'

export const uniqueMessages = defineMessages({
  unique: ['不可重复', 'No repeats'],
  note: [
    '两条记录不能填一样的；空着不算，最近删除里的不算',
    'No two records hold the same value; empty ones and deleted records do not count',
  ],
  comesIntoForce: ['正在生效，大家可以照常使用', 'Coming into force; everybody can go on working'],
  none: ['现在没有重复的，保存后生效', 'Nothing repeats now; it takes effect when saved'],
  found: [
    '有 {values} 个值重复，涉及 {records} 条记录。先改掉或删掉重复的，才能开启',
    '{values|value repeats|values repeat} in {records|record|records}. Change or delete those before it can be turned on',
  ],
  times: ['{n} 条', '{n|record|records}'],
  openAll: ['在列表里看这些记录', 'See these records in a list'],
  openFirst: ['在列表里看前 {n} 组', 'See the first {n|group|groups} in a list'],
  about: ['重复的「{value}」', 'Records that share "{value}"'],
  aboutAll: ['有重复值的记录', 'Records with a value that repeats'],
  taken: ['已有别的记录用了这个值', 'Another record has this value'],
  takenBy: ['已被「{record}」使用', 'Taken by "{record}"'],
})
