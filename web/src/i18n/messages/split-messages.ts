import { defineMessages } from '../messages.ts'

export const splitMessages = defineMessages({
  split: ['拆分', 'Split'],
  title: ['拆分「{name}」的选项', 'Split an option of "{name}"'],
  from: ['拆哪个选项', 'Which option'],
  into: ['拆成', 'Into'],
  intoNote: ['先满足哪条就归哪个，其余不动', 'From the top, the first condition that holds decides; what meets none stays'],
  newName: ['新选项 {n}', 'New option {n}'],
  takeAway: ['去掉「{name}」', 'Take away "{name}"'],
  when: ['满足什么条件的记录', 'Records for which'],
  noCondition: ['还没有条件', 'No condition yet'],
  add: ['再加一个', 'Add another'],
  becomes: ['{n} 条记录会这样分', '{n|record|records} will be divided'],
  rest: ['留在原来的选项', 'Stay'],
  uses: ['用到这个字段的地方：{uses}', 'Used by: {uses}'],
  keptNote: ['30 天内可以在「最近删除」里撤销', 'It can be undone from "Recently deleted" for 30 days'],
  start: ['开始拆分', 'Split'],
  splitting: ['开始拆分了，大家可以照常使用', 'Splitting; everybody can go on working'],
  wasSplit: ['{at} 拆分了一个选项', 'an option was split {at}'],
})
