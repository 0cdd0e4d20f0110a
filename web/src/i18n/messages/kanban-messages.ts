import { defineMessages } from '../messages.ts'

export const kanbanMessages = defineMessages({
  title: ['看板', 'Pipeline'],
  columns: ['按阶段排的线索', 'Leads by stage'],
  all: ['全部', 'All'],
  mine: ['我的', 'Mine'],
  whose: ['看谁的', 'Whose'],
  more: ['再看 30 条', '30 more'],
  empty: ['拖到这里', 'Drop here'],
  moved: ['已把{name}移到{stage}', '{name} moved to {stage}'],
  movedAway: ['已把{name}移到{stage}，不再归你看', '{name} moved to {stage}; it is no longer yours to see'],
  notMoved: ['{name}没有移动：{reason}', '{name} was not moved: {reason}'],
  conflict: ['{name}刚被别人移到{stage}，没有按你的改', 'Someone just moved {name} to {stage}; your move was not made'],
  moveAnyway: ['仍移到{stage}', 'Move to {stage} anyway'],
  noNext: ['没有下一步', 'No next step'],
  open: ['打开{name}', 'Open {name}'],
  dragHelp: [
    '按空格拿起，用左右方向键换阶段，再按空格放下，按 Esc 取消。',
    'Press space to pick up, the left and right arrows to change the stage, space to drop, Esc to cancel.',
  ],
  lifted: ['拿起了{name}', 'Picked up {name}'],
  over: ['{name}在{stage}上', '{name} is over {stage}'],
  dropped: ['{name}放到了{stage}', '{name} dropped on {stage}'],
  cancelled: ['放回原处', 'Put back'],
})
